using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations.Sqlite;

[DbContext(typeof(SqliteDbContext))]
[Migration("20261122140001_OutboxHold")]
public sealed class OutboxHold : SqlScriptMigration;
