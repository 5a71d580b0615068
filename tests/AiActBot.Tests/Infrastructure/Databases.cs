using AiActBot.Storage;

namespace AiActBot.Tests.Infrastructure;

/// <summary>Runs a test body once for each database.</summary>
public sealed class Databases : TheoryData<DatabaseProvider>
{
    public Databases()
    {
        Add(DatabaseProvider.Sqlite);
        Add(DatabaseProvider.PostgreSql);
    }
}
