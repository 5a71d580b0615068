using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations.PostgreSql;

[DbContext(typeof(PostgreSqlDbContext))]
[Migration("20261122120000_QuestionMessage")]
public sealed class QuestionMessage : SqlScriptMigration;
