-- Files that people add to a case as evidence. Their content stands in a folder; here is what it is, and its fingerprint.
CREATE TABLE "case_attachments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_case_attachments" PRIMARY KEY,
    "CaseId" TEXT NOT NULL,
    "AddedBy" TEXT NOT NULL,
    "AddedAt" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "Sha256" TEXT NOT NULL,
    "StoredAs" TEXT NOT NULL,
    CONSTRAINT "FK_case_attachments_cases_CaseId" FOREIGN KEY ("CaseId") REFERENCES "cases" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_case_attachments_CaseId_Sha256" ON "case_attachments" ("CaseId", "Sha256");
CREATE UNIQUE INDEX "IX_case_attachments_StoredAs" ON "case_attachments" ("StoredAs");
