using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AiActBot.Storage.Migrations;

/// <summary>
/// The steps of the schema, oldest first, written out: EF would load every type of the assembly to find them. A test
/// compares the lists with what EF finds.
/// </summary>
internal sealed class ListedMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    private static readonly SortedDictionary<string, TypeInfo> OfSqlite = ById(
        typeof(Sqlite.Initial), typeof(Sqlite.AuditAppendOnly), typeof(Sqlite.CaseDuties), typeof(Sqlite.QuestionMessage),
        typeof(Sqlite.TriageRecords), typeof(Sqlite.CaseAttachments), typeof(Sqlite.OutboxHold));

    private static readonly SortedDictionary<string, TypeInfo> OfPostgreSql = ById(
        typeof(PostgreSql.Initial), typeof(PostgreSql.AuditAppendOnly), typeof(PostgreSql.CaseDuties), typeof(PostgreSql.QuestionMessage),
        typeof(PostgreSql.TriageRecords), typeof(PostgreSql.CaseAttachments), typeof(PostgreSql.OutboxHold));

    public IReadOnlyDictionary<string, TypeInfo> Migrations => current.Context is PostgreSqlDbContext ? OfPostgreSql : OfSqlite;

    /// <summary>None: the schema is held to the model by a test.</summary>
    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(ListedMigrations).Assembly;

    public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id =>
        string.Equals(id, nameOrId, StringComparison.OrdinalIgnoreCase) || id.EndsWith("_" + nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private static SortedDictionary<string, TypeInfo> ById(params IEnumerable<Type> migrations) => new(
        migrations.ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, type => type.GetTypeInfo()), StringComparer.OrdinalIgnoreCase);
}
