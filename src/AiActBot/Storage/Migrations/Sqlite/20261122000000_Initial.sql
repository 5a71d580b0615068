CREATE TABLE "asked_questions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_asked_questions" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Question" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Answered" INTEGER NOT NULL,
    "Declined" TEXT NULL,
    "At" TEXT NOT NULL,
    "ActivityId" TEXT NULL,
    "Liked" INTEGER NULL,
    "Comment" TEXT NULL
);


CREATE TABLE "audit_entries" (
    "Sequence" INTEGER NOT NULL CONSTRAINT "PK_audit_entries" PRIMARY KEY,
    "PreviousHash" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Actor" TEXT NOT NULL,
    "Content" TEXT NOT NULL
);


CREATE TABLE "conversations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_conversations" PRIMARY KEY,
    "ChannelId" TEXT NOT NULL,
    "ConversationId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "ServiceUrl" TEXT NOT NULL,
    "BotId" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    "Installed" TEXT NOT NULL,
    "WelcomedAt" TEXT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "data_protection_keys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_data_protection_keys" PRIMARY KEY,
    "FriendlyName" TEXT NOT NULL,
    "Xml" TEXT NOT NULL
);


CREATE TABLE "dialogs" (
    "ConversationId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_dialogs" PRIMARY KEY ("ConversationId", "PersonId")
);


CREATE TABLE "inbox" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_inbox" PRIMARY KEY,
    "ChannelId" TEXT NOT NULL,
    "ConversationId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Payload" TEXT NULL,
    "Replies" TEXT NULL,
    "RepliesSent" INTEGER NOT NULL,
    "Response" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "LeaseUntil" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "model_spending" (
    "TenantId" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "Tokens" INTEGER NOT NULL,
    CONSTRAINT "PK_model_spending" PRIMARY KEY ("TenantId", "Day")
);


CREATE TABLE "notifications" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_notifications" PRIMARY KEY,
    "Purpose" TEXT NOT NULL,
    "Route" TEXT NOT NULL,
    "CaseId" TEXT NULL,
    "PartyId" TEXT NULL,
    "PersonId" TEXT NULL,
    "MailAddress" TEXT NULL,
    "Language" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "AboutId" TEXT NULL,
    "State" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "DueAt" TEXT NOT NULL,
    "LeaseUntil" TEXT NULL,
    "Fence" INTEGER NOT NULL,
    "MayBeDuplicate" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "ActivityId" TEXT NULL,
    "AcknowledgedAt" TEXT NULL,
    "LastFailure" TEXT NULL,
    "CreatedAt" TEXT NOT NULL
);


CREATE TABLE "people" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_people" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "DisplayName" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "LanguageChosen" INTEGER NOT NULL,
    "FirstSeen" TEXT NOT NULL
);


CREATE TABLE "reminders" (
    "Reason" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "NotificationId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "PK_reminders" PRIMARY KEY ("Reason", "Subject", "PersonId")
);


CREATE TABLE "team_questions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_team_questions" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "AskedBy" TEXT NOT NULL,
    "Question" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "Answer" TEXT NULL,
    "AnsweredBy" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    "IsKept" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "triage_sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_triage_sessions" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "AiSystemId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "Answers" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "delivery_attempts" (
    "NotificationId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Route" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    CONSTRAINT "PK_delivery_attempts" PRIMARY KEY ("NotificationId", "Number"),
    CONSTRAINT "FK_delivery_attempts_notifications_NotificationId" FOREIGN KEY ("NotificationId") REFERENCES "notifications" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ai_systems" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ai_systems" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "OwnerId" TEXT NOT NULL,
    "Roles" TEXT NOT NULL,
    "RiskClasses" TEXT NOT NULL,
    "RegisteredAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_ai_systems_people_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES "people" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "assessments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_assessments" PRIMARY KEY,
    "AiSystemId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Answers" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "RulesVersion" TEXT NOT NULL,
    "LawVersion" TEXT NOT NULL,
    CONSTRAINT "FK_assessments_ai_systems_AiSystemId" FOREIGN KEY ("AiSystemId") REFERENCES "ai_systems" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "cases" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_cases" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AiSystemId" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Facts" TEXT NOT NULL,
    "ProposedAction" TEXT NOT NULL,
    "PresentsRisk" INTEGER NOT NULL,
    "ProposedBy" TEXT NOT NULL,
    "ReportedAt" TEXT NOT NULL,
    "CarriedOutBy" TEXT NULL,
    "VerifiedBy" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "ClosingReason" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_cases_ai_systems_AiSystemId" FOREIGN KEY ("AiSystemId") REFERENCES "ai_systems" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "parties" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_parties" PRIMARY KEY,
    "AiSystemId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Organisation" TEXT NOT NULL,
    "ContactName" TEXT NOT NULL,
    "Mail" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    CONSTRAINT "FK_parties_ai_systems_AiSystemId" FOREIGN KEY ("AiSystemId") REFERENCES "ai_systems" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "approvals" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_approvals" PRIMARY KEY,
    "CaseId" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "ApproverId" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "ContentHash" TEXT NOT NULL,
    "Comment" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "ExpiresAt" TEXT NOT NULL,
    CONSTRAINT "FK_approvals_cases_CaseId" FOREIGN KEY ("CaseId") REFERENCES "cases" ("Id") ON DELETE RESTRICT
);


CREATE INDEX "IX_ai_systems_OwnerId" ON "ai_systems" ("OwnerId");


CREATE UNIQUE INDEX "IX_ai_systems_TenantId_Name" ON "ai_systems" ("TenantId", "Name");


CREATE INDEX "IX_approvals_CaseId" ON "approvals" ("CaseId");


CREATE INDEX "IX_asked_questions_ActivityId" ON "asked_questions" ("ActivityId");


CREATE INDEX "IX_asked_questions_TenantId_At" ON "asked_questions" ("TenantId", "At");


CREATE INDEX "IX_assessments_AiSystemId_At" ON "assessments" ("AiSystemId", "At");


CREATE UNIQUE INDEX "IX_audit_entries_PreviousHash" ON "audit_entries" ("PreviousHash");


CREATE INDEX "IX_audit_entries_Subject" ON "audit_entries" ("Subject");


CREATE INDEX "IX_cases_AiSystemId" ON "cases" ("AiSystemId");


CREATE UNIQUE INDEX "IX_cases_TenantId_Number" ON "cases" ("TenantId", "Number");


CREATE INDEX "IX_cases_TenantId_Status" ON "cases" ("TenantId", "Status");


CREATE UNIQUE INDEX "IX_conversations_ChannelId_ConversationId" ON "conversations" ("ChannelId", "ConversationId");


CREATE INDEX "IX_conversations_PersonId" ON "conversations" ("PersonId");


CREATE UNIQUE INDEX "IX_inbox_ChannelId_ConversationId_ActivityId" ON "inbox" ("ChannelId", "ConversationId", "ActivityId");


CREATE INDEX "IX_inbox_State_LeaseUntil" ON "inbox" ("State", "LeaseUntil");


CREATE INDEX "IX_notifications_AboutId" ON "notifications" ("AboutId");


CREATE INDEX "IX_notifications_CaseId" ON "notifications" ("CaseId");


CREATE INDEX "IX_notifications_State_DueAt" ON "notifications" ("State", "DueAt");


CREATE INDEX "IX_parties_AiSystemId" ON "parties" ("AiSystemId");


CREATE UNIQUE INDEX "IX_people_TenantId_AadObjectId" ON "people" ("TenantId", "AadObjectId");


CREATE INDEX "IX_team_questions_TenantId_AskedAt" ON "team_questions" ("TenantId", "AskedAt");


CREATE INDEX "IX_triage_sessions_PersonId_State" ON "triage_sessions" ("PersonId", "State");


