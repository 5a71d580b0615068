using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations.Sqlite;

[DbContext(typeof(SqliteDbContext))]
[Migration("20261122110000_CaseDuties")]
public sealed class CaseDuties : SqlScriptMigration;
