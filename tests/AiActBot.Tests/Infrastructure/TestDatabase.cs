using AiActBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AiActBot.Tests.Infrastructure;

/// <summary>An empty database of its own for one test, removed afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>A connection string to a PostgreSQL server where databases may be created. Named in the README.</summary>
    public const string Variable = "AIACTBOT_TEST_POSTGRES";

    private readonly string name = $"aiactbot_{Guid.NewGuid():N}";
    private readonly string folder;

    private TestDatabase(DatabaseProvider provider)
    {
        Provider = provider;
        folder = Path.Combine(Path.GetTempPath(), name);
    }

    public DatabaseProvider Provider { get; }

    public string DataDirectory => folder;

    public string ConnectionString { get; private set; } = "";

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        var database = new TestDatabase(provider);
        Directory.CreateDirectory(database.folder);
        if (provider == DatabaseProvider.Sqlite)
        {
            database.ConnectionString = $"Data Source={Path.Combine(database.folder, "aiactbot.db")}";
            return database;
        }

        var server = Environment.GetEnvironmentVariable(Variable);
        Skip.If(string.IsNullOrEmpty(server), $"PostgreSQL: {Variable} is not set.");
        await ExecuteAsync(server!, $"CREATE DATABASE {database.name}");
        database.ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = database.name, MaxPoolSize = 20 }.ToString();
        return database;
    }

    /// <summary>A copy of a PostgreSQL database that nobody uses at the moment.</summary>
    public static async Task<TestDatabase> CopyAsync(TestDatabase original)
    {
        await using (var connection = new NpgsqlConnection(original.ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        var copy = new TestDatabase(original.Provider);
        Directory.CreateDirectory(copy.folder);
        var server = Environment.GetEnvironmentVariable(Variable)!;
        await ExecuteAsync(server, $"CREATE DATABASE {copy.name} TEMPLATE {original.name}");
        copy.ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = copy.name, MaxPoolSize = 20 }.ToString();
        return copy;
    }

    public AiActBotDbContext Open() => Provider == DatabaseProvider.PostgreSql
        ? new PostgreSqlDbContext(new DbContextOptionsBuilder<PostgreSqlDbContext>().UseNpgsql(ConnectionString).Options)
        : Sqlite(ConnectionString);

    /// <summary>The database in a data folder, which may be a copy or on a disk of its own.</summary>
    internal static AiActBotDbContext OpenSqlite(string folder) => Sqlite($"Data Source={Path.Combine(folder, "aiactbot.db")};Pooling=False");

    private static SqliteDbContext Sqlite(string connectionString) =>
        new(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()).Options);

    /// <summary>Makes what uses a table fail, and work again.</summary>
    public async Task RenameTableAsync(string from, string to)
    {
        await using var db = Open();
        var keepsReferences = Provider == DatabaseProvider.Sqlite ? "PRAGMA legacy_alter_table=ON; " : "";
#pragma warning disable EF1002 // Names of tables from tests.
        await db.Database.ExecuteSqlRawAsync($"{keepsReferences}ALTER TABLE {from} RENAME TO {to}");
#pragma warning restore EF1002
    }

    /// <summary>Settings with which the application uses this database.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Storage:Provider"] = Provider.ToString(),
        ["Storage:ConnectionString"] = Provider == DatabaseProvider.PostgreSql ? ConnectionString : "",
        ["Storage:DataDirectory"] = folder,
    };

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(connection);
            await ExecuteAsync(Environment.GetEnvironmentVariable(Variable)!, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // The file that somebody made anew says who is still at work.
            Assert.Fail($"Still written to after everything was stopped: {string.Join(", ", Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))}");
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
