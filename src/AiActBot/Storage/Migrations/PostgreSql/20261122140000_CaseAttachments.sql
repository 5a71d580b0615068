-- Files that people add to a case as evidence. Their content stands in a folder; here is what it is, and its fingerprint.
CREATE TABLE case_attachments (
    "Id" uuid NOT NULL,
    "CaseId" uuid NOT NULL,
    "AddedBy" uuid NOT NULL,
    "AddedAt" timestamp with time zone NOT NULL,
    "Name" character varying(120) NOT NULL,
    "Size" bigint NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "StoredAs" character varying(40) NOT NULL,
    CONSTRAINT "PK_case_attachments" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_case_attachments_cases_CaseId" FOREIGN KEY ("CaseId") REFERENCES cases ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_case_attachments_CaseId_Sha256" ON case_attachments ("CaseId", "Sha256");
CREATE UNIQUE INDEX "IX_case_attachments_StoredAs" ON case_attachments ("StoredAs");
