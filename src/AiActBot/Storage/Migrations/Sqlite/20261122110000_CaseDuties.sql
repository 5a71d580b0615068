-- What a case asks: incidents and their clocks, several approvers, people who stand in, wordings, filings with authorities.
ALTER TABLE "cases" RENAME COLUMN "ProposedBy" TO "ReportedBy";
ALTER TABLE "cases" ADD COLUMN "Incident" TEXT NOT NULL DEFAULT 'None';
ALTER TABLE "cases" ADD COLUMN "AwareAt" TEXT NULL;
ALTER TABLE "cases" ADD COLUMN "Circumstances" TEXT NOT NULL DEFAULT 'None';
ALTER TABLE "cases" ADD COLUMN "Finding" TEXT NOT NULL DEFAULT 'None';
ALTER TABLE "cases" ADD COLUMN "AuthorityDecidedAt" TEXT NULL;
ALTER TABLE "cases" ADD COLUMN "IsAnonymous" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "cases" ADD COLUMN "ProposerIds" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "cases" ADD COLUMN "RequiredApprovals" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "cases" ADD COLUMN "FilerId" TEXT NULL;
ALTER TABLE "cases" ADD COLUMN "StepsDone" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "cases" ADD COLUMN "Remark" TEXT NULL;
-- Until now the reporter wrote the proposal.
UPDATE "cases" SET "ProposerIds" = json_array("ReportedBy");

ALTER TABLE "approvals" ADD COLUMN "GivenBy" TEXT NULL;
UPDATE "approvals" SET "GivenBy" = "ApproverId" WHERE "State" IN ('Approved', 'SentBack');

ALTER TABLE "people" ADD COLUMN "TimeZone" TEXT NULL;

ALTER TABLE "notifications" ADD COLUMN "RecipientRole" TEXT NULL;
ALTER TABLE "notifications" ADD COLUMN "Provisions" TEXT NULL;
ALTER TABLE "notifications" ADD COLUMN "AllowedAttempts" INTEGER NOT NULL DEFAULT 0;
UPDATE "notifications" SET "Provisions" = 'art-20.1',
    "RecipientRole" = (SELECT "Role" FROM "parties" WHERE "parties"."Id" = "notifications"."PartyId")
    WHERE "Purpose" = 'Notice';

CREATE TABLE "notice_wordings" (
    "NoticeId" TEXT NOT NULL CONSTRAINT "PK_notice_wordings" PRIMARY KEY,
    "CaseId" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "EditedBy" TEXT NOT NULL,
    "EditedAt" TEXT NOT NULL
);

CREATE TABLE "filings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_filings" PRIMARY KEY,
    "CaseId" TEXT NOT NULL,
    "Authority" TEXT NOT NULL,
    "PartyId" TEXT NULL,
    "Provisions" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "FilerId" TEXT NOT NULL,
    "PreparedAt" TEXT NOT NULL,
    "DueBy" TEXT NULL,
    "FiledAt" TEXT NULL,
    "FiledBy" TEXT NULL,
    "Reference" TEXT NULL,
    CONSTRAINT "FK_filings_cases_CaseId" FOREIGN KEY ("CaseId") REFERENCES "cases" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "stand_ins" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_stand_ins" PRIMARY KEY,
    "CaseId" TEXT NULL,
    "ApproverId" TEXT NOT NULL,
    "DelegateId" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Until" TEXT NOT NULL
);

CREATE INDEX "IX_filings_CaseId" ON "filings" ("CaseId");
CREATE INDEX "IX_notice_wordings_CaseId" ON "notice_wordings" ("CaseId");
CREATE INDEX "IX_stand_ins_ApproverId_Until" ON "stand_ins" ("ApproverId", "Until");
CREATE INDEX "IX_stand_ins_CaseId" ON "stand_ins" ("CaseId");
