using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations.Sqlite;

[DbContext(typeof(SqliteDbContext))]
[Migration("20261122120000_QuestionMessage")]
public sealed class QuestionMessage : SqlScriptMigration;
