using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations.PostgreSql;

[DbContext(typeof(PostgreSqlDbContext))]
[Migration("20261122110000_CaseDuties")]
public sealed class CaseDuties : SqlScriptMigration;
