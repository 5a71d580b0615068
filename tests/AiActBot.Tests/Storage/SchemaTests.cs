using System.Data;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Storage;

public class SchemaTests
{
    /// <summary>The scripts are written by hand; this is what keeps them true to the model.</summary>
    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Migrated_schema_is_the_schema_of_the_model(DatabaseProvider provider)
    {
        await using var migrated = await TestDatabase.CreateAsync(provider);
        await using var created = await TestDatabase.CreateAsync(provider);
        await using var fromScripts = migrated.Open();
        await using var fromModel = created.Open();
        await fromScripts.Database.MigrateAsync();
        await fromModel.Database.EnsureCreatedAsync();

        Assert.Equal(await DescribeAsync(fromModel), await DescribeAsync(fromScripts));
    }

    /// <summary>They are written out in the product; here EF looks for them.</summary>
    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task No_migration_is_left_out(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var found = database.Open();

        Assert.Equal(found.Database.GetMigrations(), await bot.WithDbAsync(db => db.Database.GetAppliedMigrationsAsync()));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Migrating_a_migrated_database_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        var before = await DescribeAsync(db);

        await db.Database.MigrateAsync();

        Assert.Equal(before, await DescribeAsync(db));
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Sqlite_writes_reach_the_disk_before_they_are_acknowledged_on_every_connection()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await using var db = database.Open();
            await db.Database.OpenConnectionAsync();
            Assert.Equal(["wal"], await RowsAsync(db, "PRAGMA journal_mode"));
            Assert.Equal(["2"], await RowsAsync(db, "PRAGMA synchronous"));
            Assert.Equal(["1"], await RowsAsync(db, "PRAGMA foreign_keys"));
        }
    }

    private static Task<List<string>> DescribeAsync(AiActBotDbContext db) => RowsAsync(db, db is PostgreSqlDbContext
        ? """
          SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length::text, '') || ' ' || is_nullable
          FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory'
          UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory'
          UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
              WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%__EFMigrationsHistory%'
          ORDER BY 1
          """
        : """
          WITH tables AS (SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\_\_EF%' ESCAPE '\' AND name NOT LIKE 'sqlite_%')
          SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM tables t, pragma_table_info(t.name) c
          UNION ALL SELECT 'foreign key ' || t.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete FROM tables t, pragma_foreign_key_list(t.name) f
          UNION ALL SELECT 'index ' || coalesce(sql, name) FROM sqlite_schema WHERE type = 'index' AND tbl_name IN (SELECT name FROM tables)
          ORDER BY 1
          """);

    private static async Task<List<string>> RowsAsync(AiActBotDbContext db, string sql)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
            await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(' ', reader.GetValue(0).ToString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return rows;
    }
}
