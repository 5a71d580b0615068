using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using AiActBot.Compliance;
using AiActBot.CorrectiveActions.Evidence;
using AiActBot.Storage.Audit;
using AiActBot.Storage.Persons;
using AiActBot.Tests.Builders;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Reliability;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>The evidence file holds up with a stranger, and a person can be erased without breaking it.</summary>
public sealed class EvidenceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiactbot-evidence").FullName;

    /// <summary>Attachments that were not as they were added when the evidence file was made.</summary>
    private IReadOnlyList<string>? damaged;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task A_stranger_checks_it_offline_and_sees_the_slightest_change()
    {
        await using var cast = await Cast.StartAsync();
        await cast.IsApprovedAsync();
        await TheCase.OutboxIsEmptyAsync(cast.Bot);
        await UnpackAsync(cast, (await cast.CaseAsync()).Number, Language.Dutch);

        Assert.Equal("%PDF-", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(folder, "case.pdf"))).AsSpan(0, 5).ToString());
        var json = await File.ReadAllTextAsync(Path.Combine(folder, "case.json"));
        foreach (var notice in await cast.NoticesAsync())
            Assert.Contains(notice.Id.ToString(), json, StringComparison.Ordinal);
        var (code, output) = await VerifyAsync();
        Assert.True(code == 0, output);
        Assert.Contains("The evidence holds", output, StringComparison.Ordinal);

        var trail = Path.Combine(folder, "audit.jsonl");
        var lines = await File.ReadAllLinesAsync(trail);
        foreach (var (change, words) in new (Action Change, string Words)[]
        {
            (() => File.WriteAllLines(trail, [.. lines[..3], lines[3].Replace("details", "detailz", StringComparison.Ordinal), .. lines[4..]]), "BROKEN at entry 4"),
            (() => File.WriteAllLines(trail, [.. lines[..3], .. lines[4..]]), "BROKEN at entry 4"),
            (() => File.WriteAllLines(trail, [.. lines[..3], lines[4], lines[3], .. lines[5..]]), "BROKEN at entry 4"),
            (() => File.WriteAllLines(trail, lines[..^1]), "does not end"),
        })
        {
            change();
            // As somebody would who also puts the sums right.
            await SumAsync();
            Assert.Contains(words, (await VerifyAsync()).Output, StringComparison.Ordinal);
        }

        await File.WriteAllLinesAsync(trail, lines);
        await File.AppendAllTextAsync(Path.Combine(folder, "case.json"), " ");
        Assert.Contains("case.json was changed", (await VerifyAsync()).Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Files_of_the_case_are_in_it_as_they_were_added_and_a_change_is_seen()
    {
        await using var cast = await Cast.StartAsync();
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());
        await page.SendsAsync(("rapport élan.pdf", A.Pdf), ("meting.csv", A.Text));
        var number = (await cast.CaseAsync()).Number;
        await UnpackAsync(cast, number, Language.English);

        Assert.Empty(damaged!);
        Assert.Equal(A.Pdf, await File.ReadAllBytesAsync(Path.Combine(folder, "files", "001-rapport élan.pdf")));
        var (code, output) = await VerifyAsync();
        Assert.True(code == 0, output);

        var added = Path.Combine(folder, "files", "002-meting.csv");
        await File.AppendAllTextAsync(added, "1");
        // As somebody would who also puts the sums right.
        await SumAsync();
        Assert.Contains("002-meting.csv is not what was added", (await VerifyAsync()).Output, StringComparison.Ordinal);

        await AppendToStoredAsync(cast);
        Empty();
        await UnpackAsync(cast, number, Language.English);
        Assert.Equal(2, damaged!.Count);
        Assert.Contains("files/001-rapport élan.pdf is missing", (await VerifyAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_not_there_has_no_evidence()
    {
        await using var cast = await Cast.StartAsync();

        Assert.Null(await MakeAsync(cast, "CA-1999-0001", Language.English));
    }

    [Fact]
    public async Task Who_is_erased_stands_nowhere_any_more_and_the_chain_still_holds()
    {
        await using var cast = await Cast.StartAsync();
        await cast.IsApprovedAsync();
        await cast.Dirk.AsksForTextAsync("nederlands");
        await TheCase.OutboxIsEmptyAsync(cast.Bot);
        await using (var scope = cast.Bot.Services.CreateAsyncScope())
        {
            var data = scope.ServiceProvider.GetRequiredService<PersonData>();
            var person = (await data.FindAsync(cast.Dirk.ObjectId, CancellationToken.None))!;
            Assert.Contains("MedTrade", string.Join(' ', (await cast.Bot.WithDbAsync(db => db.Parties.Select(p => p.Organisation).ToListAsync()))), StringComparison.Ordinal);
            Assert.Equal("Dirk", (await data.ExportAsync(person, CancellationToken.None)).Name);
            Assert.Null(await data.EraseAsync(person, CancellationToken.None));
        }

        foreach (var trace in new[] { cast.Dirk.ObjectId, "29:Dirk", "a:Dirk" })
            Assert.Empty(await TracesAsync(cast, trace));
        // The example of the local chat has a contact with the same address.
        Assert.Equal(["-  "], await cast.Bot.WithDbAsync(db => db.Parties.Where(p => p.Organisation == "MedTrade").Select(p => p.ContactName + " " + p.Mail + " ").ToListAsync()));
        Assert.True((await cast.Bot.WithDbAsync(db => AuditTrail.VerifyAsync(db))).Holds);
        Assert.Equal(1, await cast.Bot.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Action == "person.erased")));
    }

    [Fact]
    public async Task Somebody_whose_decision_is_waited_for_is_not_erased_yet()
    {
        await using var cast = await Cast.StartAsync();
        await cast.AwaitsPieterAsync();
        await using var scope = cast.Bot.Services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<PersonData>();

        Assert.NotNull(await data.EraseAsync((await data.FindAsync(cast.Pieter.ObjectId, CancellationToken.None))!, CancellationToken.None));
        Assert.Equal(1, await cast.Bot.WithDbAsync(db => db.People.CountAsync(p => p.DisplayName == "Pieter")));
    }

    /// <summary>The tables in which a text stands, in any column.</summary>
    private static Task<List<string>> TracesAsync(Cast cast, string text) => cast.Bot.WithDbAsync(async db =>
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'";
        var columns = new List<(string Table, string Column)>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        foreach (var (table, column) in columns)
        {
            await using var search = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of our own tables and columns.
            search.CommandText = $"SELECT COUNT(*) FROM \"{table}\" WHERE instr(lower(\"{column}\"), lower('{text}')) > 0";
#pragma warning restore CA2100
            if ((long)(await search.ExecuteScalarAsync())! > 0)
                found.Add($"{table}.{column}");
        }

        return found;
    });

    private async Task<byte[]?> MakeAsync(Cast cast, string number, Language language)
    {
        await using var scope = cast.Bot.Services.CreateAsyncScope();
        using var archive = new MemoryStream();
        damaged = await scope.ServiceProvider.GetRequiredService<EvidenceFile>().WriteAsync(number, language, archive, CancellationToken.None);
        return damaged is null ? null : archive.ToArray();
    }

    private async Task UnpackAsync(Cast cast, string number, Language language)
    {
        using var archive = new ZipArchive(new MemoryStream((await MakeAsync(cast, number, language))!));
        archive.ExtractToDirectory(folder);
    }

    private static async Task AppendToStoredAsync(Cast cast)
    {
        foreach (var stored in Directory.GetFiles(Path.Combine(cast.Bot.Database.DataDirectory, "attachments")))
            await File.AppendAllTextAsync(stored, "x");
    }

    private void Empty()
    {
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
    }

    private async Task SumAsync()
    {
        var names = (await File.ReadAllLinesAsync(Path.Combine(folder, "SHA256SUMS"))).Select(line => line.Split("  ", 2)[1]).ToList();
        await File.WriteAllLinesAsync(Path.Combine(folder, "SHA256SUMS"), names.Select(name =>
            $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name))))}  {name}"));
    }

    private async Task<(int Code, string Output)> VerifyAsync()
    {
        Skip.IfNot(File.Exists("/usr/bin/python3"), "The outside verifier needs python3.");
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["verify.py"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, error) = (await python.StandardOutput.ReadToEndAsync(), await python.StandardError.ReadToEndAsync());
        await python.WaitForExitAsync();
        return (python.ExitCode, output + error);
    }
}
