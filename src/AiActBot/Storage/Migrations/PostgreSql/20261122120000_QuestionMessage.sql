ALTER TABLE asked_questions ADD COLUMN "MessageId" character varying(400);

CREATE INDEX "IX_asked_questions_MessageId" ON asked_questions ("MessageId");
