-- What a case asks: incidents and their clocks, several approvers, people who stand in, wordings, filings with authorities.
ALTER TABLE cases RENAME COLUMN "ProposedBy" TO "ReportedBy";
ALTER TABLE cases
    ADD COLUMN "Incident" character varying(200) NOT NULL DEFAULT 'None',
    ADD COLUMN "AwareAt" timestamp with time zone NULL,
    ADD COLUMN "Circumstances" character varying(300) NOT NULL DEFAULT 'None',
    ADD COLUMN "Finding" character varying(40) NOT NULL DEFAULT 'None',
    ADD COLUMN "AuthorityDecidedAt" timestamp with time zone NULL,
    ADD COLUMN "IsAnonymous" boolean NOT NULL DEFAULT FALSE,
    ADD COLUMN "ProposerIds" uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN "RequiredApprovals" integer NOT NULL DEFAULT 1,
    ADD COLUMN "FilerId" uuid NULL,
    ADD COLUMN "StepsDone" text[] NOT NULL DEFAULT '{}',
    ADD COLUMN "Remark" character varying(2000) NULL;
-- Until now the reporter wrote the proposal.
UPDATE cases SET "ProposerIds" = ARRAY["ReportedBy"];

ALTER TABLE approvals ADD COLUMN "GivenBy" uuid NULL;
UPDATE approvals SET "GivenBy" = "ApproverId" WHERE "State" IN ('Approved', 'SentBack');

ALTER TABLE people ADD COLUMN "TimeZone" character varying(60) NULL;

ALTER TABLE notifications
    ADD COLUMN "RecipientRole" character varying(40) NULL,
    ADD COLUMN "Provisions" character varying(200) NULL,
    ADD COLUMN "AllowedAttempts" integer NOT NULL DEFAULT 0;
UPDATE notifications SET "Provisions" = 'art-20.1',
    "RecipientRole" = (SELECT "Role" FROM parties WHERE parties."Id" = notifications."PartyId")
    WHERE "Purpose" = 'Notice';

CREATE TABLE notice_wordings (
    "NoticeId" uuid NOT NULL,
    "CaseId" uuid NOT NULL,
    "Subject" character varying(200) NOT NULL,
    "Text" character varying(8000) NOT NULL,
    "EditedBy" uuid NOT NULL,
    "EditedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_notice_wordings" PRIMARY KEY ("NoticeId")
);

CREATE TABLE filings (
    "Id" uuid NOT NULL,
    "CaseId" uuid NOT NULL,
    "Authority" character varying(40) NOT NULL,
    "PartyId" uuid NULL,
    "Provisions" character varying(200) NOT NULL,
    "Language" character varying(40) NOT NULL,
    "Subject" character varying(200) NOT NULL,
    "Text" character varying(8000) NOT NULL,
    "FilerId" uuid NOT NULL,
    "PreparedAt" timestamp with time zone NOT NULL,
    "DueBy" timestamp with time zone NULL,
    "FiledAt" timestamp with time zone NULL,
    "FiledBy" uuid NULL,
    "Reference" character varying(100) NULL,
    CONSTRAINT "PK_filings" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_filings_cases_CaseId" FOREIGN KEY ("CaseId") REFERENCES cases ("Id") ON DELETE RESTRICT
);

CREATE TABLE stand_ins (
    "Id" uuid NOT NULL,
    "CaseId" uuid NULL,
    "ApproverId" uuid NOT NULL,
    "DelegateId" uuid NOT NULL,
    "From" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_stand_ins" PRIMARY KEY ("Id")
);

CREATE INDEX "IX_filings_CaseId" ON filings ("CaseId");
CREATE INDEX "IX_notice_wordings_CaseId" ON notice_wordings ("CaseId");
CREATE INDEX "IX_stand_ins_ApproverId_Until" ON stand_ins ("ApproverId", "Until");
CREATE INDEX "IX_stand_ins_CaseId" ON stand_ins ("CaseId");
