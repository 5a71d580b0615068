using System.Net;
using System.Security.Cryptography;
using System.Text;
using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Storage.Retention;
using AiActBot.Tests.Builders;
using AiActBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>People add evidence to a case on a page behind a link of their own.</summary>
public sealed class AttachmentTests
{
    [SkippableTheory, ClassData(typeof(Infrastructure.Databases))]
    public async Task A_file_is_kept_under_a_random_name_and_shown_to_everybody_with_who_and_when(DatabaseProvider provider)
    {
        await using var cast = await Cast.StartAsync(provider: provider);
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());

        var (status, text) = await page.SendsAsync(("../Meting mei.pdf", A.Pdf), ("scores.csv", A.Text));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("2 bestanden zijn toegevoegd.", text, StringComparison.Ordinal);
        Assert.Contains("Meting mei.pdf", text, StringComparison.Ordinal);
        var rows = await KeptFiles.RowsAsync(cast);
        Assert.Equal(["Meting mei.pdf", "scores.csv"], rows.Select(row => row.Name));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(A.Pdf)), rows[0].Sha256);
        Assert.Equal(rows.Select(row => row.StoredAs).Order(), KeptFiles.Stored(cast).Order());
        Assert.All(rows, row => Assert.Matches("^[0-9a-f]{32}$", row.StoredAs));
        Assert.Equal(2, (await cast.HistoryAsync()).Count(action => action == "case.attached"));
        var noors = await cast.Noor.SeesAsync(card => card.Text.Contains("Meting mei.pdf", StringComparison.Ordinal));
        Assert.Contains("Bestanden: 2", noors.Text, StringComparison.Ordinal);
        Assert.Contains("scores.csv (24 bytes), Pieter, ", noors.Text, StringComparison.Ordinal);

        using var got = await (await cast.Noor.OpensFilesAsync(noors)).GetsAsync(rows[0].Id);
        Assert.Equal(A.Pdf, await got.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", got.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", got.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Each_type_that_can_be_checked_is_taken_in()
    {
        await using var cast = await Cast.StartAsync();
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());

        var (_, text) = await page.SendsAsync(
            ("a.pdf", A.Pdf), ("b.png", A.Png), ("c.jpg", [0xFF, 0xD8, 0xFF, 0xE0]), ("d.docx", A.Word()), ("e.txt", Encoding.UTF8.GetBytes("één\ttwee\r\n")),
            ("f.xlsx", A.Zip(("[Content_Types].xml", A.Text), ("xl/workbook.xml", A.Text))), ("g.pptx", A.Zip(("[Content_Types].xml", A.Text), ("ppt/presentation.xml", A.Text))),
            ("h.json", Encoding.UTF8.GetBytes("{}")), ("i.eml", Encoding.UTF8.GetBytes("Subject: x\r\n\r\ny")), ("j.jpeg", [0xFF, 0xD8, 0xFF, 0xE1]));

        Assert.Contains("10 bestanden zijn toegevoegd.", text, StringComparison.Ordinal);
    }

    [SkippableTheory, ClassData(typeof(Infrastructure.Databases))]
    public async Task The_same_form_sent_many_times_at_once_adds_its_file_once(DatabaseProvider provider)
    {
        await using var cast = await Cast.StartAsync(provider: provider);
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.SendsAsync(("a.pdf", A.Pdf))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(await KeptFiles.RowsAsync(cast));
        Assert.Single(await cast.HistoryAsync(), "case.attached");
        Assert.Contains("stonden al in het dossier", (await page.SendsAsync(("b.pdf", A.Pdf))).Text, StringComparison.Ordinal);
        Assert.True((await cast.Bot.WithDbAsync(db => AuditTrail.VerifyAsync(db))).Holds);
    }

    [Fact]
    public async Task Who_reported_anonymously_adds_files_without_a_name()
    {
        await using var cast = await Cast.StartAsync("en-GB", settings: [("CorrectiveActions:AllowAnonymousReports", "true")]);
        await cast.Sanne.ReportsWithoutProposalAsync(Cast.System, ("anonymous", "true"));
        var page = await cast.Sanne.OpensFilesAsync(await cast.Sanne.SeesAsync(card => card.Offers(Verbs.ShowAttachments)));
        Assert.Contains("A file can hold your name itself", (await page.ReadsAsync()).Text, StringComparison.Ordinal);

        await page.SendsAsync(("a.pdf", A.Pdf));

        var noors = await cast.Noor.SeesAsync(card => card.Text.Contains("a.pdf", StringComparison.Ordinal));
        Assert.Contains("anonymous", noors.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sanne", noors.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sanne", (await (await cast.Noor.OpensFilesAsync(noors)).ReadsAsync()).Text, StringComparison.Ordinal);
        var entry = await cast.Bot.WithDbAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "case.attached"));
        var sanne = await cast.Bot.WithDbAsync(db => db.People.SingleAsync(p => p.AadObjectId == cast.Sanne.ObjectId));
        Assert.DoesNotContain(sanne.Id.ToString(), entry.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_changed_on_disk_is_not_given_as_if_it_were_the_one_that_was_added()
    {
        await using var cast = await Cast.StartAsync("en-GB");
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());
        await page.SendsAsync(("a.pdf", A.Pdf));
        var row = (await KeptFiles.RowsAsync(cast)).Single();
        await File.AppendAllTextAsync(Path.Combine(KeptFiles.Folder(cast), row.StoredAs), "x");

        using var got = await page.GetsAsync(row.Id);

        Assert.Equal(HttpStatusCode.Gone, got.StatusCode);
        Assert.Contains("no longer there as it was added", await got.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_upload_left_behind_is_swept_away_after_a_day_and_what_a_case_names_stays()
    {
        await using var cast = await Cast.StartAsync();
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());
        await page.SendsAsync(("a.pdf", A.Pdf));
        await File.WriteAllTextAsync(Path.Combine(KeptFiles.Folder(cast), "0123456789abcdef0123456789abcdef"), "x");
        await File.WriteAllTextAsync(Path.Combine(KeptFiles.Folder(cast), "0123456789abcdef0123456789abcdef.part"), "x");
        await using var scope = cast.Bot.Services.CreateAsyncScope();
        var scan = scope.ServiceProvider.GetRequiredService<RetentionScan>();

        await scan.RunAsync(CancellationToken.None);
        Assert.Equal(3, KeptFiles.Stored(cast).Count);
        cast.Bot.Time.Advance(TimeSpan.FromHours(25));
        await scan.RunAsync(CancellationToken.None);

        Assert.Equal((await KeptFiles.RowsAsync(cast)).Select(row => row.StoredAs), KeptFiles.Stored(cast));
    }
}
