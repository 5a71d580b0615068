-- What is to be sent can be held; and where the database was when the service last started, by which a restore shows.
CREATE TABLE "outbox_holds" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_outbox_holds" PRIMARY KEY,
    "Since" TEXT NOT NULL,
    "Because" TEXT NOT NULL
);

CREATE TABLE "database_origins" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_database_origins" PRIMARY KEY,
    "Identity" TEXT NOT NULL
);
