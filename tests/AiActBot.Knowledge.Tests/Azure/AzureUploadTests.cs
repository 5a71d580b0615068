using System.Text.Json.Nodes;
using AiActBot.Knowledge.Azure;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Tests.Builders;
using static AiActBot.Knowledge.DocumentLanguage;

namespace AiActBot.Knowledge.Tests.Azure;

public sealed class AzureUploadTests : SearchFixture
{
    [Fact]
    public async Task Only_what_changed_is_sent()
    {
        var chunks = Chunks(10);
        await Open().ReplaceAsync("requirements", chunks, default);
        chunks[3] = chunks[3] with { Text = "Changed." };

        await Open().ReplaceAsync("requirements", chunks, default);
        await Open().ReplaceAsync("requirements", chunks, default);

        Assert.Equal([10, 1], Sent().Select(b => b.Count));
        Assert.Equal("mergeOrUpload", (string?)Sent()[1][0]!["@search.action"]);
    }

    [Fact]
    public async Task A_chunk_that_lost_a_value_loses_it_in_the_index()
    {
        var chunk = Chunks(1)[0];
        await Open().ReplaceAsync("requirements", [chunk], default);

        await Open().ReplaceAsync("requirements", [chunk with { Url = null, LawVersion = null, Roles = [] }], default);

        var document = Assert.Single(Server.Index.Documents).Value;
        Assert.Null(document["url"]);
        Assert.Null(document["lawVersion"]);
        Assert.Empty(document["roles"]!.AsArray());
    }

    [Fact]
    public async Task A_large_source_goes_in_batches_of_a_thousand_and_is_read_back_page_by_page()
    {
        var chunks = Chunks(2300);

        await Open().ReplaceAsync("requirements", chunks, default);
        Assert.Equal([1000, 1000, 300], Sent().Select(b => b.Count));
        Assert.Equal(2300, Server.Index.Documents.Count);

        await Open().ReplaceAsync("requirements", chunks, default);
        Assert.Equal(3, Server.Count("send"));

        await Open().ReplaceAsync("requirements", [], default);
        Assert.Empty(Server.Index.Documents);
    }

    [Fact]
    public async Task Large_documents_go_in_batches_below_sixteen_megabytes()
    {
        var large = new string('a', 1_000_000);

        await Open().ReplaceAsync("imported", [.. Chunks(12).Select(c => c with { Text = large })], default);

        Assert.Equal(12, Server.Index.Documents.Count);
        Assert.All(Server.Requests.Where(r => r.What == "send"), r => Assert.InRange(r.Bytes, 1, 16_000_000));
    }

    [Fact]
    public async Task A_batch_that_is_too_much_all_the_same_is_halved()
    {
        Server.FailNext("send", 413);

        await Open().ReplaceAsync("requirements", Chunks(8), default);

        Assert.Equal([8, 4, 4], Sent().Select(b => b.Count));
        Assert.Equal(8, Server.Index.Documents.Count);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(503)]
    public async Task A_document_that_is_refused_for_a_passing_reason_is_sent_again_on_its_own(int status)
    {
        Server.RefuseDocuments(200, status, 200, status);

        await Open().ReplaceAsync("requirements", Chunks(4), default);

        Assert.Equal([4, 2], Sent().Select(b => b.Count));
        Assert.Equal(4, Server.Index.Documents.Count);
        Assert.Single(Clock.Waits);
    }

    [Fact]
    public async Task Pauses_grow_and_end_in_an_error_that_says_how_many()
    {
        Server.RefuseDocuments(Enumerable.Repeat(503, 100));

        var refused = await Assert.ThrowsAsync<AzureSearchException>(() => Open().ReplaceAsync("requirements", Chunks(2), default));

        Assert.Contains("2 with status 503", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, Clock.Waits.Count);
        Assert.Equal(Clock.Waits.Order(), Clock.Waits);
    }

    [Fact]
    public async Task A_document_that_stays_refused_stops_no_other_and_is_tried_again_next_time()
    {
        var index = Open();
        Server.RefuseDocuments(200, 400, 200);
        var refused = await Assert.ThrowsAsync<AzureSearchException>(() => index.ReplaceAsync("requirements", Chunks(3), default));
        Assert.Equal(400, refused.Status);
        Assert.Equal(2, Server.Index.Documents.Count);

        await index.ReplaceAsync("requirements", Chunks(3), default);

        Assert.Equal(3, Server.Index.Documents.Count);
    }

    [Fact]
    public async Task New_documents_are_there_before_old_ones_go()
    {
        var index = Open();
        await index.ReplaceAsync("requirements", Chunks(2), default);

        await index.ReplaceAsync("requirements", [A.Chunk("en/new", En, "art-4", "Literacy", "Staff learn.")], default);

        Assert.Equal(["mergeOrUpload", "delete", "delete"], Sent().Skip(1).SelectMany(b => b).Select(a => (string?)a!["@search.action"]));
    }

    [Fact]
    public async Task What_cannot_be_found_yet_is_deleted_all_the_same()
    {
        var index = Open();
        await index.ReplaceAsync("requirements", [], default);
        Server.Index.StopFindingChanges();
        await index.ReplaceAsync("requirements", Chunks(3), default);

        await index.ReplaceAsync("requirements", Chunks(1), default);

        Assert.Single(Server.Index.Documents);
    }

    [Fact]
    public async Task Text_that_goes_back_and_forth_ends_as_it_was_given_last()
    {
        var (index, first) = (Open(), Chunks(1)[0]);
        await index.ReplaceAsync("requirements", [first], default);
        Server.Index.StopFindingChanges();
        await index.ReplaceAsync("requirements", [first with { Text = "Other." }], default);

        await index.ReplaceAsync("requirements", [first], default);

        Assert.Equal(first.Text, (string?)Assert.Single(Server.Index.Documents).Value["text_en"]);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_service_is_asked_again_after_the_time_that_it_names(int status)
    {
        Server.FailNext("send", status, retryAfter: 1);

        await Open().ReplaceAsync("requirements", Chunks(2), default);

        Assert.Equal(2, Server.Count("send"));
        Assert.Equal(2, Server.Index.Documents.Count);
    }

    [Fact]
    public async Task The_model_reads_only_what_changed()
    {
        var (model, chunks) = (new WordVectors("one", ["logs"]), Chunks(5));
        await Open(embeddings: model).ReplaceAsync("requirements", chunks, default);
        var before = model.Texts;
        chunks[0] = chunks[0] with { Text = "Changed." };

        await Open(embeddings: model).ReplaceAsync("requirements", chunks, default);

        // One for the length of its vectors, one for the chunk.
        Assert.Equal(2, model.Texts - before);
        Assert.All(Server.Index.Documents.Values, d => Assert.Equal(2, d["vector"]!.AsArray().Count));
    }

    [Fact]
    public async Task Another_model_reads_everything_anew()
    {
        await Open(embeddings: new WordVectors("one", ["logs"])).ReplaceAsync("requirements", Chunks(5), default);
        var model = new WordVectors("two", ["fines"]);

        await Open(embeddings: model).ReplaceAsync("requirements", Chunks(5), default);

        Assert.Equal(6, model.Texts);
    }

    private static Chunk[] Chunks(int count) =>
        [.. Enumerable.Range(1, count).Select(i => A.Chunk($"en/art-26#{i}", En, "art-26.6", $"Logs {i}", $"The logs of system {i} are kept."))];

    private List<JsonArray> Sent() => [.. Server.Requests.Where(r => r.What == "send").Select(r => r.Body["value"]!.AsArray())];
}
