using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions.Attachments;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Storage.Retention;
using AiActBot.Tests.Builders;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Reliability;
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
        var rows = await RowsAsync(cast);
        Assert.Equal(["Meting mei.pdf", "scores.csv"], rows.Select(row => row.Name));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(A.Pdf)), rows[0].Sha256);
        Assert.Equal(rows.Select(row => row.StoredAs).Order(), Stored(cast).Order());
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

    public static TheoryData<string, byte[], string, string> BadFiles => new()
    {
        { "virus.exe", A.Program, "van een soort die niet wordt aangenomen", "of a type that is not taken in" },
        { "rapport.pdf.exe", A.Program, "van een soort die niet wordt aangenomen", "of a type that is not taken in" },
        { "rapport", A.Pdf, "van een soort die niet wordt aangenomen", "of a type that is not taken in" },
        { "rapport.exe.pdf", A.Program, "is geen pdf", "is no pdf" },
        { "bom.pdf", A.Bomb, "is geen pdf", "is no pdf" },
        { "bom.docx", A.Bomb, "is geen docx", "is no docx" },
        { "macro.docx", A.Word(("word/vbaProject.bin", A.Program)), "is geen docx", "is no docx" },
        { "archief.docx", A.Zip(("virus.exe", A.Program)), "is geen docx", "is no docx" },
        { "half.docx", A.Word()[..40], "is geen docx", "is no docx" },
        { "foto.jpg", A.Png, "is geen jpg", "is no jpg" },
        { "tekst.txt", A.Program, "is geen txt", "is no txt" },
        { "leeg.pdf", [], "is leeg", "is empty" },
        { "groot.txt", Encoding.ASCII.GetBytes(new string('x', 100_001)), "is groter dan 97,7 kB", "is larger than 97.7 kB" },
    };

    [Fact]
    public async Task What_is_no_evidence_is_refused_in_words_and_nothing_of_it_stays()
    {
        foreach (var isDutch in new[] { true, false })
        {
            await using var cast = await Cast.StartAsync(isDutch ? "nl-NL" : "en-GB", settings: [("CaseAttachments:MaximumBytes", "100000")]);
            var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());
            foreach (var row in BadFiles)
            {
                var (name, content, dutch, english) = ((string)row[0], (byte[])row[1], (string)row[2], (string)row[3]);
                // Beside a good one: all or nothing.
                var (status, text) = await page.SendsAsync(("goed.pdf", A.Pdf), (name, content));

                Assert.Equal(HttpStatusCode.BadRequest, status);
                Assert.Contains(isDutch ? dutch : english, text, StringComparison.Ordinal);
                Assert.Contains(isDutch ? "Er is niets toegevoegd" : "Nothing was added", text, StringComparison.Ordinal);
                Assert.Contains(isDutch ? "Kies bestanden" : "Choose files", text, StringComparison.Ordinal);
            }

            Assert.Contains(isDutch ? "Er is geen bestand gekozen" : "No file was chosen", (await page.SendsAsync(("", []))).Text, StringComparison.Ordinal);
            Assert.Empty(await RowsAsync(cast));
            Assert.Empty(Stored(cast));
            Assert.DoesNotContain("case.attached", await cast.HistoryAsync());
        }
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

    [Fact]
    public async Task A_thousand_files_are_refused_and_a_case_is_full_at_some_point()
    {
        await using var cast = await Cast.StartAsync("en-GB", settings: [("CaseAttachments:MaximumPerCase", "12")]);
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());

        var thousand = await page.SendsAsync(Enumerable.Range(0, 1000).Select(number => ($"{number}.txt", Encoding.ASCII.GetBytes($"{number}"))));
        Assert.Contains("Those are too many: at most 10 files at once.", thousand.Text, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(cast));

        foreach (var ten in Enumerable.Range(0, 1000).Chunk(10).Take(3))
            await page.SendsAsync(ten.Select(number => ($"{number}.txt", Encoding.ASCII.GetBytes($"{number}"))));
        Assert.Equal(10, (await RowsAsync(cast)).Count);
        Assert.Contains("A case can hold at most 12 files.", (await page.SendsAsync([("a.txt", [65]), ("b.txt", [66]), ("c.txt", [67])])).Text, StringComparison.Ordinal);
        Assert.Contains("2 files were added.", (await page.SendsAsync([("a.txt", [65]), ("b.txt", [66])])).Text, StringComparison.Ordinal);
        Assert.Equal(12, Stored(cast).Count);
    }

    [SkippableTheory, ClassData(typeof(Infrastructure.Databases))]
    public async Task The_same_form_sent_many_times_at_once_adds_its_file_once(DatabaseProvider provider)
    {
        await using var cast = await Cast.StartAsync(provider: provider);
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.SendsAsync(("a.pdf", A.Pdf))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(await RowsAsync(cast));
        Assert.Single(await cast.HistoryAsync(), "case.attached");
        Assert.Contains("stonden al in het dossier", (await page.SendsAsync(("b.pdf", A.Pdf))).Text, StringComparison.Ordinal);
        Assert.True((await cast.Bot.WithDbAsync(db => AuditTrail.VerifyAsync(db))).Holds);
    }

    [Fact]
    public async Task Half_an_upload_is_no_upload()
    {
        await using var cast = await Cast.StartAsync();
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(page.Link.Host, page.Link.Port);
            await using var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {page.Link.AbsolutePath} HTTP/1.1\r\nHost: {page.Link.Authority}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 " + new string('x', 50_000)));
            await Eventually.TrueAsync(() => Task.FromResult(Stored(cast).Count == 1), "the upload to begin");
        }

        await Eventually.TrueAsync(() => Task.FromResult(Stored(cast).Count == 0), "what came in to be dropped");
        Assert.Empty(await RowsAsync(cast));
        Assert.DoesNotContain("case.attached", await cast.HistoryAsync());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_told_and_adds_nothing()
    {
        var file = Path.GetTempFileName();
        await using var cast = await Cast.StartAsync(settings: [("CaseAttachments:Folder", file)]);
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());

        var (status, text) = await page.SendsAsync(("a.pdf", A.Pdf));

        File.Delete(file);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("konden niet worden opgeslagen. Er is niets toegevoegd", text, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(cast));
        Assert.Contains("1 bestand is toegevoegd", (await page.SendsAsync(("a.pdf", A.Pdf))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_forged_of_somebody_else_or_too_old_gets_one_answer_and_takes_nothing_in()
    {
        await using var cast = await Cast.StartAsync();
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());
        var token = page.Link.Segments[^1];
        var links = cast.Bot.Services.GetRequiredService<AttachmentLinks>();
        var dirk = await cast.Bot.WithDbAsync(db => db.People.SingleAsync(p => p.DisplayName == "Dirk" && p.AadObjectId == cast.Dirk.ObjectId));
        var answers = new List<(HttpStatusCode, string)>();
        var caseId = (await cast.CaseAsync()).Id;
        var forged = new[] { token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), token[..20], "x", new string('A', 4000) }.Select(one => new Uri(page.Link, one))
            .Append(links.For(caseId, dirk.Id)).Append(links.For(Compliance.CaseId.New(), dirk.Id));
        foreach (var link in forged)
        {
            var other = new FilesPage(cast.Bot.Http, link);
            answers.Add(await other.ReadsAsync());
            answers.Add(await other.SendsAsync(("a.pdf", A.Pdf)));
        }

        cast.Bot.Time.Advance(TimeSpan.FromMinutes(61));
        answers.Add(await page.ReadsAsync());
        answers.Add(await page.SendsAsync(("a.pdf", A.Pdf)));

        var (status, text) = Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("Deze link werkt niet", text, StringComparison.Ordinal);
        Assert.Contains("This link does not work", text, StringComparison.Ordinal);
        Assert.Empty(Stored(cast));
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_a_case_gets_no_link_and_nobody_gets_one_in_a_group()
    {
        await using var cast = await Cast.StartAsync();
        await cast.AwaitsPieterAsync();
        var data = new JsonObject { ["case"] = (await cast.CaseAsync()).Id.ToString() };

        Assert.Contains("niet (meer) voor jou", (await cast.Dirk.InvokesAsync(Verbs.ShowAttachments, data.DeepClone())).Message, StringComparison.Ordinal);
        Assert.Contains("alleen in je eigen chat", (await cast.Pieter.InGroupChat("19:all@thread.v2").InvokesAsync(Verbs.ShowAttachments, data.DeepClone())).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(cast.Bot.Connector.Sent, sent => sent.Card?.ToJsonString().Contains("/attachments/", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("nl-NL", "bewaar ik niet", "application/vnd.microsoft.teams.file.download.info")]
    [InlineData("en-GB", "I do not keep files", "application/vnd.microsoft.teams.file.download.info")]
    [InlineData("en-GB", "I do not keep files", "image/png")]
    [InlineData("en-GB", "I do not keep files", "application/pdf")]
    public async Task A_file_sent_in_the_chat_is_never_fetched_and_its_sender_hears_how_it_is_done(string locale, string words, string contentType)
    {
        await using var cast = await Cast.StartAsync(locale);
        using var bait = new TcpListener(IPAddress.Loopback, 0);
        bait.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)bait.LocalEndpoint).Port}/latest/meta-data";
        var activity = cast.Sanne.Activity("message");
        activity["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = contentType, ["contentUrl"] = address, ["name"] = "bewijs.pdf",
            ["content"] = new JsonObject { ["downloadUrl"] = address, ["uniqueId"] = "1", ["fileType"] = "pdf" },
        });
        cast.Bot.Connector.PassOver(cast.Sanne.ConversationId);

        await cast.Sanne.SendsAsync(activity);

        Assert.Contains(words, await cast.Sanne.SeesTextAsync(), StringComparison.Ordinal);
        Assert.False(bait.Pending());
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
    public async Task A_closed_case_takes_no_more_files_and_still_gives_those_it_has()
    {
        await using var cast = await Cast.StartAsync("en-GB");
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());
        await page.SendsAsync(("a.pdf", A.Pdf));
        var id = (await cast.CaseAsync()).Id;
        await cast.Bot.WithDbAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, Compliance.CorrectiveActions.CorrectiveActionStatus.Closed)));

        Assert.Contains("This case is closed.", (await page.SendsAsync(("b.png", A.Png))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", (await page.ReadsAsync()).Text, StringComparison.Ordinal);
        using var got = await page.GetsAsync((await RowsAsync(cast)).Single().Id);
        Assert.Equal(A.Pdf, await got.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_file_that_was_changed_on_disk_is_not_given_as_if_it_were_the_one_that_was_added()
    {
        await using var cast = await Cast.StartAsync("en-GB");
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());
        await page.SendsAsync(("a.pdf", A.Pdf));
        var row = (await RowsAsync(cast)).Single();
        await File.AppendAllTextAsync(Path.Combine(Folder(cast), row.StoredAs), "x");

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
        await File.WriteAllTextAsync(Path.Combine(Folder(cast), "0123456789abcdef0123456789abcdef"), "x");
        await File.WriteAllTextAsync(Path.Combine(Folder(cast), "0123456789abcdef0123456789abcdef.part"), "x");
        await using var scope = cast.Bot.Services.CreateAsyncScope();
        var scan = scope.ServiceProvider.GetRequiredService<RetentionScan>();

        await scan.RunAsync(CancellationToken.None);
        Assert.Equal(3, Stored(cast).Count);
        cast.Bot.Time.Advance(TimeSpan.FromHours(25));
        await scan.RunAsync(CancellationToken.None);

        Assert.Equal((await RowsAsync(cast)).Select(row => row.StoredAs), Stored(cast));
    }

    private static Task<List<CaseAttachment>> RowsAsync(Cast cast) =>
        cast.Bot.WithDbAsync(db => db.Attachments.AsNoTracking().OrderBy(row => row.Name).ToListAsync());

    private static string Folder(Cast cast) => Path.Combine(cast.Bot.Database.DataDirectory, "attachments");

    private static IReadOnlyList<string> Stored(Cast cast) =>
        Directory.Exists(Folder(cast)) ? [.. Directory.GetFiles(Folder(cast)).Select(file => Path.GetFileName(file))] : [];
}
