using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations.Sqlite;

[DbContext(typeof(SqliteDbContext))]
[Migration("20261122121000_TriageRecords")]
public sealed class TriageRecords : SqlScriptMigration;
