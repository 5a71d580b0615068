using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions.Attachments;
using AiActBot.Tests.Builders;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Reliability;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>What is no evidence, or comes from somebody who may not add it, is refused in words and leaves nothing behind.</summary>
public sealed class AttachmentRefusalTests
{
    private static TheoryData<string, byte[], string, string> BadFiles => new()
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
            Assert.Empty(await KeptFiles.RowsAsync(cast));
            Assert.Empty(KeptFiles.Stored(cast));
            Assert.DoesNotContain("case.attached", await cast.HistoryAsync());
        }
    }

    [Fact]
    public async Task A_thousand_files_are_refused_and_a_case_is_full_at_some_point()
    {
        await using var cast = await Cast.StartAsync("en-GB", settings: [("CaseAttachments:MaximumPerCase", "12")]);
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());

        var thousand = await page.SendsAsync(Enumerable.Range(0, 1000).Select(number => ($"{number}.txt", Encoding.ASCII.GetBytes($"{number}"))));
        Assert.Contains("Those are too many: at most 10 files at once.", thousand.Text, StringComparison.Ordinal);
        Assert.Empty(await KeptFiles.RowsAsync(cast));

        foreach (var ten in Enumerable.Range(0, 1000).Chunk(10).Take(3))
            await page.SendsAsync(ten.Select(number => ($"{number}.txt", Encoding.ASCII.GetBytes($"{number}"))));
        Assert.Equal(10, (await KeptFiles.RowsAsync(cast)).Count);
        Assert.Contains("A case can hold at most 12 files.", (await page.SendsAsync([("a.txt", [65]), ("b.txt", [66]), ("c.txt", [67])])).Text, StringComparison.Ordinal);
        Assert.Contains("2 files were added.", (await page.SendsAsync([("a.txt", [65]), ("b.txt", [66])])).Text, StringComparison.Ordinal);
        Assert.Equal(12, KeptFiles.Stored(cast).Count);
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
            await Eventually.TrueAsync(() => Task.FromResult(KeptFiles.Stored(cast).Count == 1), "the upload to begin");
        }

        await Eventually.TrueAsync(() => Task.FromResult(KeptFiles.Stored(cast).Count == 0), "what came in to be dropped");
        Assert.Empty(await KeptFiles.RowsAsync(cast));
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
        Assert.Empty(await KeptFiles.RowsAsync(cast));
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
        Assert.Empty(KeptFiles.Stored(cast));
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
    public async Task A_closed_case_takes_no_more_files_and_still_gives_those_it_has()
    {
        await using var cast = await Cast.StartAsync("en-GB");
        var page = await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync());
        await page.SendsAsync(("a.pdf", A.Pdf));
        var id = (await cast.CaseAsync()).Id;
        await cast.Bot.WithDbAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, Compliance.CorrectiveActions.CorrectiveActionStatus.Closed)));

        Assert.Contains("This case is closed.", (await page.SendsAsync(("b.png", A.Png))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", (await page.ReadsAsync()).Text, StringComparison.Ordinal);
        using var got = await page.GetsAsync((await KeptFiles.RowsAsync(cast)).Single().Id);
        Assert.Equal(A.Pdf, await got.Content.ReadAsByteArrayAsync());
    }
}
