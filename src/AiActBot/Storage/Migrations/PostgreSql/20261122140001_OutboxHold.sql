-- What is to be sent can be held; and where the database was when the service last started, by which a restore shows.
CREATE TABLE outbox_holds (
    "Id" integer NOT NULL,
    "Since" timestamp with time zone NOT NULL,
    "Because" character varying(20) NOT NULL,
    CONSTRAINT "PK_outbox_holds" PRIMARY KEY ("Id")
);

CREATE TABLE database_origins (
    "Id" integer NOT NULL,
    "Identity" character varying(100) NOT NULL,
    CONSTRAINT "PK_database_origins" PRIMARY KEY ("Id")
);
