using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations.PostgreSql;

[DbContext(typeof(PostgreSqlDbContext))]
[Migration("20261122121000_TriageRecords")]
public sealed class TriageRecords : SqlScriptMigration;
