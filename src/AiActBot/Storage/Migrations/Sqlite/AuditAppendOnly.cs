using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations.Sqlite;

[DbContext(typeof(SqliteDbContext))]
[Migration("20261122000001_AuditAppendOnly")]
public sealed class AuditAppendOnly : SqlScriptMigration;
