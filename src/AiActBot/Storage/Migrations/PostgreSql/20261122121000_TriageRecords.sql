CREATE TABLE duty_items (
    "Id" uuid NOT NULL,
    "AiSystemId" uuid NOT NULL,
    "DutyId" character varying(80) NOT NULL,
    "Provision" character varying(40) NOT NULL,
    "AppliesFrom" date NOT NULL,
    "OwnerId" uuid NOT NULL,
    "OwnTarget" date,
    "State" character varying(40) NOT NULL,
    "Evidence" character varying(500) NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_duty_items" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_duty_items_ai_systems_AiSystemId" FOREIGN KEY ("AiSystemId") REFERENCES ai_systems ("Id") ON DELETE RESTRICT
);


CREATE TABLE review_flags (
    "AiSystemId" uuid NOT NULL,
    "RulesVersion" character varying(64) NOT NULL,
    "Changes" text NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "SettledAt" timestamp with time zone,
    CONSTRAINT "PK_review_flags" PRIMARY KEY ("AiSystemId", "RulesVersion"),
    CONSTRAINT "FK_review_flags_ai_systems_AiSystemId" FOREIGN KEY ("AiSystemId") REFERENCES ai_systems ("Id") ON DELETE RESTRICT
);


CREATE TABLE assessment_documents (
    "AssessmentId" uuid NOT NULL,
    "Language" character varying(40) NOT NULL,
    "Content" text NOT NULL,
    CONSTRAINT "PK_assessment_documents" PRIMARY KEY ("AssessmentId", "Language"),
    CONSTRAINT "FK_assessment_documents_assessments_AssessmentId" FOREIGN KEY ("AssessmentId") REFERENCES assessments ("Id") ON DELETE RESTRICT
);


CREATE UNIQUE INDEX "IX_duty_items_AiSystemId_DutyId" ON duty_items ("AiSystemId", "DutyId");


ALTER TABLE triage_sessions ADD COLUMN "Suggestions" text NOT NULL DEFAULT '[]';

ALTER TABLE triage_sessions ALTER COLUMN "Suggestions" DROP DEFAULT;
