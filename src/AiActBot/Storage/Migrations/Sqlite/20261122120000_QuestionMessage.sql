-- Made anew rather than altered, so that its definition reads as that of the model.
CREATE TABLE "new_asked_questions" (
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
    "Comment" TEXT NULL,
    "MessageId" TEXT NULL
);

INSERT INTO "new_asked_questions" ("Id", "TenantId", "PersonId", "Question", "Language", "Answered", "Declined", "At", "ActivityId", "Liked", "Comment")
SELECT "Id", "TenantId", "PersonId", "Question", "Language", "Answered", "Declined", "At", "ActivityId", "Liked", "Comment" FROM "asked_questions";

DROP TABLE "asked_questions";

ALTER TABLE "new_asked_questions" RENAME TO "asked_questions";

CREATE INDEX "IX_asked_questions_ActivityId" ON "asked_questions" ("ActivityId");

CREATE INDEX "IX_asked_questions_MessageId" ON "asked_questions" ("MessageId");

CREATE INDEX "IX_asked_questions_TenantId_At" ON "asked_questions" ("TenantId", "At");
