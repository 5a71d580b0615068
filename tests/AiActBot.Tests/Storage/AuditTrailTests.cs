using System.Data.Common;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Notifications;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Storage;

public class AuditTrailTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Writers_at_once_make_one_chain_without_gaps_or_forks(DatabaseProvider provider)
    {
        const int Writers = 8, Each = 100;
        await using var database = await Outbox.EmptyDatabaseAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                await WriteAsync(database, $"writer:{writer}", $"entry.{i}");
        })));

        await using var db = database.Open();
        var verification = await AuditTrail.VerifyAsync(db);
        Assert.True(verification.Holds, verification.Fault);
        Assert.Equal(Writers * Each, verification.Entries);
        foreach (var writer in Enumerable.Range(0, Writers))
        {
            var subject = $"writer:{writer}";
            Assert.Equal(
                Enumerable.Range(0, Each).Select(i => $"entry.{i}"),
                await db.AuditEntries.Where(e => e.Subject == subject).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync());
        }
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Entry_belongs_to_its_change_and_neither_stays_without_the_other(DatabaseProvider provider)
    {
        await using var database = await Outbox.EmptyDatabaseAsync(provider);
        await using (var db = database.Open())
        {
            db.Notifications.Add(Outbox.Message(At, mail: "a@example.test"));
            // No database takes an entry without an action.
            db.Record(new AuditRecord(null!, "case:1", null, At));
            await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());
        }

        await using var after = database.Open();
        Assert.Equal(0, await after.Notifications.CountAsync());
        Assert.Equal(0, await after.AuditEntries.CountAsync());
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, """UPDATE audit_entries SET "Content" = replace("Content", 'entry.5', 'entry.6') WHERE "Sequence" = 5""", 5)]
    [InlineData(DatabaseProvider.Sqlite, """UPDATE audit_entries SET "Actor" = 'somebody' WHERE "Sequence" = 5""", 5)]
    [InlineData(DatabaseProvider.Sqlite, """UPDATE audit_entries SET "At" = '2026-11-22T10:00:00.000Z' WHERE "Sequence" = 5""", 5)]
    [InlineData(DatabaseProvider.Sqlite, """DELETE FROM audit_entries WHERE "Sequence" = 5""", 5)]
    [InlineData(DatabaseProvider.Sqlite, """DELETE FROM audit_entries WHERE "Sequence" = 1""", 1)]
    [InlineData(DatabaseProvider.PostgreSql, """UPDATE audit_entries SET "Content" = replace("Content", 'entry.5', 'entry.6') WHERE "Sequence" = 5""", 5)]
    [InlineData(DatabaseProvider.PostgreSql, """UPDATE audit_entries SET "Actor" = 'somebody' WHERE "Sequence" = 5""", 5)]
    [InlineData(DatabaseProvider.PostgreSql, """UPDATE audit_entries SET "At" = "At" + interval '1 hour' WHERE "Sequence" = 5""", 5)]
    [InlineData(DatabaseProvider.PostgreSql, """DELETE FROM audit_entries WHERE "Sequence" = 5""", 5)]
    [InlineData(DatabaseProvider.PostgreSql, """DELETE FROM audit_entries WHERE "Sequence" = 1""", 1)]
    public async Task Edit_and_removal_are_found_at_the_right_entry(DatabaseProvider provider, string tampering, long brokenAt)
    {
        await using var database = await WithTenEntriesAsync(provider);

        await TamperAsync(database, tampering);

        await AssertBrokenAsync(database, brokenAt);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Swapped_entries_are_found_at_the_first_of_them(DatabaseProvider provider)
    {
        await using var database = await WithTenEntriesAsync(provider);

        await TamperAsync(database, """UPDATE audit_entries SET "Sequence" = 99 WHERE "Sequence" = 4""");
        await TamperAsync(database, """UPDATE audit_entries SET "Sequence" = 4 WHERE "Sequence" = 7""");
        await TamperAsync(database, """UPDATE audit_entries SET "Sequence" = 7 WHERE "Sequence" = 99""");

        await AssertBrokenAsync(database, 4);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Inserted_entry_is_found_even_when_its_own_hash_is_right(DatabaseProvider provider)
    {
        await using var database = await WithTenEntriesAsync(provider);
        await using (var db = database.Open())
        {
            // Makes room after the fifth, and puts in an entry that follows it properly.
            await TamperAsync(database, """UPDATE audit_entries SET "Sequence" = -"Sequence" WHERE "Sequence" > 5""");
            await TamperAsync(database, """UPDATE audit_entries SET "Sequence" = 1 - "Sequence" WHERE "Sequence" < 0""");
            await TamperAsync(database, """UPDATE audit_entries SET "PreviousHash" = 'moved' WHERE "Sequence" = 7""");
            var fifth = await db.AuditEntries.AsNoTracking().SingleAsync(e => e.Sequence == 5);
            var content = AuditTrail.Write(new AuditRecord("entry.forged", "case:1", null, At));
            db.AuditEntries.Add(new AuditEntry
            {
                Sequence = 6,
                PreviousHash = fifth.Hash,
                Hash = AuditTrail.Hash(6, fifth.Hash, content),
                At = At,
                Action = "entry.forged",
                Subject = "case:1",
                Actor = "service",
                Content = content,
            });
            await db.SaveChangesAsync();
        }

        await AssertBrokenAsync(database, 7);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Missing_tail_shows_only_against_the_head_that_was_noted(DatabaseProvider provider)
    {
        await using var database = await WithTenEntriesAsync(provider);
        await using var db = database.Open();
        var noted = await AuditTrail.VerifyAsync(db);

        await TamperAsync(database, """DELETE FROM audit_entries WHERE "Sequence" > 8""");

        var after = await AuditTrail.VerifyAsync(db);
        Assert.True(after.Holds);
        Assert.NotEqual(noted.Head, after.Head);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Database_refuses_to_change_or_remove_an_entry(DatabaseProvider provider)
    {
        await using var database = await WithTenEntriesAsync(provider);
        await using var db = database.Open();
        var statements = new List<string> { """UPDATE audit_entries SET "Actor" = 'somebody'""", "DELETE FROM audit_entries" };
        if (provider == DatabaseProvider.PostgreSql)
            statements.Add("TRUNCATE audit_entries");

        foreach (var statement in statements)
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(statement));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(10, (await AuditTrail.VerifyAsync(db)).Entries);
    }

    internal static async Task<TestDatabase> WithTenEntriesAsync(DatabaseProvider provider)
    {
        var database = await Outbox.EmptyDatabaseAsync(provider);
        foreach (var i in Enumerable.Range(1, 10))
            await WriteAsync(database, "case:1", $"entry.{i}");
        return database;
    }

    /// <summary>As somebody does who owns the database and can take away its triggers.</summary>
    internal static async Task TamperAsync(TestDatabase database, string sql)
    {
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(database.Provider == DatabaseProvider.PostgreSql
            ? "DROP TRIGGER IF EXISTS audit_entries_append_only ON audit_entries"
            : "DROP TRIGGER IF EXISTS audit_entries_no_update; DROP TRIGGER IF EXISTS audit_entries_no_delete");
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static async Task WriteAsync(TestDatabase database, string subject, string action)
    {
        await using var db = database.Open();
        db.Record(new AuditRecord(action, subject, null, At));
        await db.SaveChangesAsync();
    }

    private static async Task AssertBrokenAsync(TestDatabase database, long entry)
    {
        await using var db = database.Open();
        var verification = await AuditTrail.VerifyAsync(db);
        Assert.Equal((entry, entry - 1), (verification.BrokenAt, verification.Entries));
    }
}
