using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations;

/// <summary>
/// A step of the schema as a script in the database's own language, which an administrator can read and run. EF keeps
/// the history, takes the lock and wraps the transaction. A test holds the migrated schema and the model together.
/// </summary>
public abstract class SqlScriptMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var name = GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
        var resource = $"{GetType().Namespace}.{name}.sql";
        using var stream = typeof(SqlScriptMigration).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The migration script {resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        migrationBuilder.Sql(reader.ReadToEnd());
    }
}
