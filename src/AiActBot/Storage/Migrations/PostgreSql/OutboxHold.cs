using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations.PostgreSql;

[DbContext(typeof(PostgreSqlDbContext))]
[Migration("20261122140001_OutboxHold")]
public sealed class OutboxHold : SqlScriptMigration;
