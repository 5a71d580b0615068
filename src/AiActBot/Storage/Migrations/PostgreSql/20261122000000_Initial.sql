CREATE TABLE asked_questions (
    "Id" uuid NOT NULL,
    "TenantId" character varying(100) NOT NULL,
    "PersonId" uuid NOT NULL,
    "Question" character varying(4000) NOT NULL,
    "Language" character varying(40) NOT NULL,
    "Answered" boolean NOT NULL,
    "Declined" character varying(40),
    "At" timestamp with time zone NOT NULL,
    "ActivityId" character varying(400),
    "Liked" boolean,
    "Comment" character varying(4000),
    CONSTRAINT "PK_asked_questions" PRIMARY KEY ("Id")
);


CREATE TABLE audit_entries (
    "Sequence" bigint NOT NULL,
    "PreviousHash" character varying(64) NOT NULL,
    "Hash" character varying(64) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Action" character varying(60) NOT NULL,
    "Subject" character varying(80) NOT NULL,
    "Actor" character varying(40) NOT NULL,
    "Content" text NOT NULL,
    CONSTRAINT "PK_audit_entries" PRIMARY KEY ("Sequence")
);


CREATE TABLE conversations (
    "Id" uuid NOT NULL,
    "ChannelId" character varying(40) NOT NULL,
    "ConversationId" character varying(400) NOT NULL,
    "TenantId" character varying(100) NOT NULL,
    "Type" character varying(20) NOT NULL,
    "ServiceUrl" character varying(500) NOT NULL,
    "BotId" character varying(300) NOT NULL,
    "PersonId" uuid,
    "Installed" character varying(40) NOT NULL,
    "WelcomedAt" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_conversations" PRIMARY KEY ("Id")
);


CREATE TABLE data_protection_keys (
    "Id" uuid NOT NULL,
    "FriendlyName" character varying(200) NOT NULL,
    "Xml" text NOT NULL,
    CONSTRAINT "PK_data_protection_keys" PRIMARY KEY ("Id")
);


CREATE TABLE dialogs (
    "ConversationId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "State" text NOT NULL,
    "UpdatedAt" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_dialogs" PRIMARY KEY ("ConversationId", "PersonId")
);


CREATE TABLE inbox (
    "Id" uuid NOT NULL,
    "ChannelId" character varying(40) NOT NULL,
    "ConversationId" character varying(400) NOT NULL,
    "ActivityId" character varying(400) NOT NULL,
    "ReceivedAt" timestamp with time zone NOT NULL,
    "State" character varying(40) NOT NULL,
    "Payload" text,
    "Replies" text,
    "RepliesSent" integer NOT NULL,
    "Response" text,
    "Attempts" integer NOT NULL,
    "LeaseUntil" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_inbox" PRIMARY KEY ("Id")
);


CREATE TABLE model_spending (
    "TenantId" character varying(100) NOT NULL,
    "Day" date NOT NULL,
    "Tokens" bigint NOT NULL,
    CONSTRAINT "PK_model_spending" PRIMARY KEY ("TenantId", "Day")
);


CREATE TABLE notifications (
    "Id" uuid NOT NULL,
    "Purpose" character varying(40) NOT NULL,
    "Route" character varying(40) NOT NULL,
    "CaseId" uuid,
    "PartyId" uuid,
    "PersonId" uuid,
    "MailAddress" character varying(254),
    "Language" character varying(40) NOT NULL,
    "Subject" character varying(200) NOT NULL,
    "Text" text NOT NULL,
    "AboutId" uuid,
    "State" character varying(40) NOT NULL,
    "Attempts" integer NOT NULL,
    "DueAt" timestamp with time zone NOT NULL,
    "LeaseUntil" timestamp with time zone,
    "Fence" integer NOT NULL,
    "MayBeDuplicate" boolean NOT NULL,
    "SentAt" timestamp with time zone,
    "ActivityId" character varying(400),
    "AcknowledgedAt" timestamp with time zone,
    "LastFailure" character varying(60),
    "CreatedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_notifications" PRIMARY KEY ("Id")
);


CREATE TABLE people (
    "Id" uuid NOT NULL,
    "TenantId" character varying(100) NOT NULL,
    "AadObjectId" character varying(100) NOT NULL,
    "UserId" character varying(300) NOT NULL,
    "DisplayName" character varying(200) NOT NULL,
    "Language" character varying(40) NOT NULL,
    "LanguageChosen" boolean NOT NULL,
    "FirstSeen" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_people" PRIMARY KEY ("Id")
);


CREATE TABLE reminders (
    "Reason" character varying(40) NOT NULL,
    "Subject" character varying(80) NOT NULL,
    "PersonId" uuid NOT NULL,
    "NotificationId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_reminders" PRIMARY KEY ("Reason", "Subject", "PersonId")
);


CREATE TABLE team_questions (
    "Id" uuid NOT NULL,
    "TenantId" character varying(100) NOT NULL,
    "AskedBy" uuid NOT NULL,
    "Question" character varying(4000) NOT NULL,
    "Language" character varying(40) NOT NULL,
    "AskedAt" timestamp with time zone NOT NULL,
    "Answer" character varying(4000),
    "AnsweredBy" uuid,
    "AnsweredAt" timestamp with time zone,
    "IsKept" boolean NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_team_questions" PRIMARY KEY ("Id")
);


CREATE TABLE triage_sessions (
    "Id" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "AiSystemId" uuid,
    "Name" character varying(120) NOT NULL,
    "Description" character varying(2000) NOT NULL,
    "Answers" text NOT NULL,
    "State" character varying(40) NOT NULL,
    "StartedAt" timestamp with time zone NOT NULL,
    "UpdatedAt" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_triage_sessions" PRIMARY KEY ("Id")
);


CREATE TABLE delivery_attempts (
    "NotificationId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Route" character varying(40) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Outcome" character varying(60) NOT NULL,
    CONSTRAINT "PK_delivery_attempts" PRIMARY KEY ("NotificationId", "Number"),
    CONSTRAINT "FK_delivery_attempts_notifications_NotificationId" FOREIGN KEY ("NotificationId") REFERENCES notifications ("Id") ON DELETE RESTRICT
);


CREATE TABLE ai_systems (
    "Id" uuid NOT NULL,
    "TenantId" character varying(100) NOT NULL,
    "Name" character varying(120) NOT NULL,
    "Description" character varying(2000) NOT NULL,
    "OwnerId" uuid NOT NULL,
    "Roles" text[] NOT NULL,
    "RiskClasses" text[] NOT NULL,
    "RegisteredAt" timestamp with time zone NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_ai_systems" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ai_systems_people_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES people ("Id") ON DELETE RESTRICT
);


CREATE TABLE assessments (
    "Id" uuid NOT NULL,
    "AiSystemId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Answers" text NOT NULL,
    "Outcome" text NOT NULL,
    "RulesVersion" character varying(64) NOT NULL,
    "LawVersion" date NOT NULL,
    CONSTRAINT "PK_assessments" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_assessments_ai_systems_AiSystemId" FOREIGN KEY ("AiSystemId") REFERENCES ai_systems ("Id") ON DELETE RESTRICT
);


CREATE TABLE cases (
    "Id" uuid NOT NULL,
    "Number" character varying(20) NOT NULL,
    "TenantId" character varying(100) NOT NULL,
    "AiSystemId" uuid NOT NULL,
    "Status" character varying(40) NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Facts" character varying(2000) NOT NULL,
    "ProposedAction" character varying(2000) NOT NULL,
    "PresentsRisk" boolean NOT NULL,
    "ProposedBy" uuid NOT NULL,
    "ReportedAt" timestamp with time zone NOT NULL,
    "CarriedOutBy" uuid,
    "VerifiedBy" uuid,
    "ClosedAt" timestamp with time zone,
    "ClosingReason" character varying(2000),
    "Revision" integer NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_cases" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_cases_ai_systems_AiSystemId" FOREIGN KEY ("AiSystemId") REFERENCES ai_systems ("Id") ON DELETE RESTRICT
);


CREATE TABLE parties (
    "Id" uuid NOT NULL,
    "AiSystemId" uuid NOT NULL,
    "Role" character varying(40) NOT NULL,
    "Organisation" character varying(120) NOT NULL,
    "ContactName" character varying(120) NOT NULL,
    "Mail" character varying(254) NOT NULL,
    "Language" character varying(40) NOT NULL,
    "PersonId" uuid,
    CONSTRAINT "PK_parties" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_parties_ai_systems_AiSystemId" FOREIGN KEY ("AiSystemId") REFERENCES ai_systems ("Id") ON DELETE RESTRICT
);


CREATE TABLE approvals (
    "Id" uuid NOT NULL,
    "CaseId" uuid NOT NULL,
    "Revision" integer NOT NULL,
    "ApproverId" uuid NOT NULL,
    "State" character varying(40) NOT NULL,
    "ContentHash" character varying(64) NOT NULL,
    "Comment" character varying(2000),
    "DecidedAt" timestamp with time zone,
    "ExpiresAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_approvals" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_approvals_cases_CaseId" FOREIGN KEY ("CaseId") REFERENCES cases ("Id") ON DELETE RESTRICT
);


CREATE INDEX "IX_ai_systems_OwnerId" ON ai_systems ("OwnerId");


CREATE UNIQUE INDEX "IX_ai_systems_TenantId_Name" ON ai_systems ("TenantId", "Name");


CREATE INDEX "IX_approvals_CaseId" ON approvals ("CaseId");


CREATE INDEX "IX_asked_questions_ActivityId" ON asked_questions ("ActivityId");


CREATE INDEX "IX_asked_questions_TenantId_At" ON asked_questions ("TenantId", "At");


CREATE INDEX "IX_assessments_AiSystemId_At" ON assessments ("AiSystemId", "At");


CREATE UNIQUE INDEX "IX_audit_entries_PreviousHash" ON audit_entries ("PreviousHash");


CREATE INDEX "IX_audit_entries_Subject" ON audit_entries ("Subject");


CREATE INDEX "IX_cases_AiSystemId" ON cases ("AiSystemId");


CREATE UNIQUE INDEX "IX_cases_TenantId_Number" ON cases ("TenantId", "Number");


CREATE INDEX "IX_cases_TenantId_Status" ON cases ("TenantId", "Status");


CREATE UNIQUE INDEX "IX_conversations_ChannelId_ConversationId" ON conversations ("ChannelId", "ConversationId");


CREATE INDEX "IX_conversations_PersonId" ON conversations ("PersonId");


CREATE UNIQUE INDEX "IX_inbox_ChannelId_ConversationId_ActivityId" ON inbox ("ChannelId", "ConversationId", "ActivityId");


CREATE INDEX "IX_inbox_State_LeaseUntil" ON inbox ("State", "LeaseUntil");


CREATE INDEX "IX_notifications_AboutId" ON notifications ("AboutId");


CREATE INDEX "IX_notifications_CaseId" ON notifications ("CaseId");


CREATE INDEX "IX_notifications_State_DueAt" ON notifications ("State", "DueAt");


CREATE INDEX "IX_parties_AiSystemId" ON parties ("AiSystemId");


CREATE UNIQUE INDEX "IX_people_TenantId_AadObjectId" ON people ("TenantId", "AadObjectId");


CREATE INDEX "IX_team_questions_TenantId_AskedAt" ON team_questions ("TenantId", "AskedAt");


CREATE INDEX "IX_triage_sessions_PersonId_State" ON triage_sessions ("PersonId", "State");


