using System.Diagnostics;
using System.Globalization;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Notifications;
using AiActBot.Tests.Reliability;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace AiActBot.Tests.Storage;

/// <summary>T3: ten years of entries are checked in a minute, entry by entry, without being held in memory.</summary>
public sealed class LongChainTests(ITestOutputHelper output)
{
    private const long MostMegabytes = 200;

    [Fact]
    public async Task A_long_audit_trail_is_verified_in_little_memory()
    {
        var entries = Extent.Of(100_000, 1_000_000);
        await using var database = await Outbox.EmptyDatabaseAsync(DatabaseProvider.Sqlite);
        await FillAsync(database, entries);
        var began = Stopwatch.GetTimestamp();

        using var process = Process.Start(new ProcessStartInfo("dotnet", [Product.Executable, "audit", "verify"])
        {
            RedirectStandardOutput = true,
            Environment = { ["Storage__DataDirectory"] = database.DataDirectory, ["DOTNET_ENVIRONMENT"] = "Development" },
        })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var most = 0L;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!process.HasExited && await timer.WaitForNextTickAsync())
            most = Math.Max(most, PeakOf(process.Id));
        var took = Stopwatch.GetElapsedTime(began);

        Assert.Contains($"The chain holds: {entries} entries", await said, StringComparison.Ordinal);
        output.WriteLine(FormattableString.Invariant($"FIGURE T3: {entries} entries verified in {took.TotalSeconds:0.0} s, at most {most / 1024} MB"));
        Assert.InRange(most / 1024, 1, MostMegabytes);
    }

    /// <summary>The most memory that a process had so far, in kB.</summary>
    private static long PeakOf(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).FirstOrDefault();
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static async Task FillAsync(TestDatabase database, int entries)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = """
            INSERT INTO audit_entries ("Sequence", "PreviousHash", "Hash", "At", "Action", "Subject", "Actor", "Content")
            VALUES ($sequence, $previous, $hash, $at, $action, $subject, $actor, $content)
            """;
        foreach (var name in new[] { "$sequence", "$previous", "$hash", "$at", "$action", "$subject", "$actor", "$content" })
            insert.Parameters.Add(new SqliteParameter(name, ""));
        var previous = AuditTrail.Genesis;
        for (var sequence = 1; sequence <= entries; sequence++)
        {
            var record = new AuditRecord("notice.sent", $"case:{sequence % 1000}", null, DateTimeOffset.UnixEpoch.AddSeconds(sequence),
                ("notification", sequence.ToString(CultureInfo.InvariantCulture)), ("route", "Teams"), ("attempt", "1"), ("outcome", "delivered"));
            var content = AuditTrail.Write(record);
            var hash = AuditTrail.Hash(sequence, previous, content);
            object[] values = [sequence, previous, hash, SortableUtcText.Write(record.At), record.Action, record.Subject, "service", content];
            for (var column = 0; column < values.Length; column++)
                insert.Parameters[column].Value = values[column];
            await insert.ExecuteNonQueryAsync();
            previous = hash;
        }

        await transaction.CommitAsync();
    }
}
