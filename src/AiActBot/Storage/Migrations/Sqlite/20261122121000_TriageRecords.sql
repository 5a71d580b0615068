CREATE TABLE "duty_items" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_duty_items" PRIMARY KEY,
    "AiSystemId" TEXT NOT NULL,
    "DutyId" TEXT NOT NULL,
    "Provision" TEXT NOT NULL,
    "AppliesFrom" TEXT NOT NULL,
    "OwnerId" TEXT NOT NULL,
    "OwnTarget" TEXT NULL,
    "State" TEXT NOT NULL,
    "Evidence" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_duty_items_ai_systems_AiSystemId" FOREIGN KEY ("AiSystemId") REFERENCES "ai_systems" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "review_flags" (
    "AiSystemId" TEXT NOT NULL,
    "RulesVersion" TEXT NOT NULL,
    "Changes" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "SettledAt" TEXT NULL,
    CONSTRAINT "PK_review_flags" PRIMARY KEY ("AiSystemId", "RulesVersion"),
    CONSTRAINT "FK_review_flags_ai_systems_AiSystemId" FOREIGN KEY ("AiSystemId") REFERENCES "ai_systems" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "assessment_documents" (
    "AssessmentId" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Content" TEXT NOT NULL,
    CONSTRAINT "PK_assessment_documents" PRIMARY KEY ("AssessmentId", "Language"),
    CONSTRAINT "FK_assessment_documents_assessments_AssessmentId" FOREIGN KEY ("AssessmentId") REFERENCES "assessments" ("Id") ON DELETE RESTRICT
);


CREATE UNIQUE INDEX "IX_duty_items_AiSystemId_DutyId" ON "duty_items" ("AiSystemId", "DutyId");


-- Made anew rather than altered, so that its definition reads as that of the model.
CREATE TABLE "new_triage_sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_triage_sessions" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "AiSystemId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "Suggestions" TEXT NOT NULL,
    "Answers" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

INSERT INTO "new_triage_sessions" ("Id", "PersonId", "AiSystemId", "Name", "Description", "Suggestions", "Answers", "State", "StartedAt", "UpdatedAt", "Version")
SELECT "Id", "PersonId", "AiSystemId", "Name", "Description", '[]', "Answers", "State", "StartedAt", "UpdatedAt", "Version" FROM "triage_sessions";

DROP TABLE "triage_sessions";

ALTER TABLE "new_triage_sessions" RENAME TO "triage_sessions";

CREATE INDEX "IX_triage_sessions_PersonId_State" ON "triage_sessions" ("PersonId", "State");
