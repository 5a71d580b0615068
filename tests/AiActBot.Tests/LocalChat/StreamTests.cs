using System.Text.Json.Nodes;

namespace AiActBot.Tests.LocalChat;

public sealed class StreamTests : IAsyncLifetime
{
    LocalChatServer chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatServer.StartWithStaffAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task A_stream_grows_and_ends_as_one_message()
    {
        var started = await StreamAsync("informative", "Ik zoek", 1);
        var grown = await StreamAsync("streaming", "Artikel", 2, started.Id);
        var open = (await chat.SendAsync(HttpMethod.Get, "/local/api/people/staff/transcript")).Body!["stream"];
        var final = await FinalAsync("Artikel 5", started.Id);

        Assert.Equal((201, 202, 202), (started.Status, grown.Status, final.Status));
        Assert.Equal("Artikel", (string?)open!["text"]);
        var entry = Assert.Single(await chat.TranscriptAsync());
        Assert.Equal((started.Id, "Artikel 5"), ((string?)entry["id"], (string?)entry["activity"]!["text"]));
    }

    [Fact]
    public async Task A_chunk_out_of_order_is_accepted_with_an_error_and_not_shown()
    {
        var started = await StreamAsync("streaming", "a", 1);
        await StreamAsync("streaming", "a b c", 5, started.Id);

        var late = await StreamAsync("streaming", "a b c d", 4, started.Id);

        Assert.Equal((202, "ContentStreamSequenceOrderPreConditionFailed"), (late.Status, late.ErrorCode));
    }

    [Fact]
    public async Task Text_that_does_not_build_on_what_was_shown_is_refused()
    {
        var started = await StreamAsync("streaming", "Artikel 5", 1);

        Assert.Equal(400, (await StreamAsync("streaming", "iets anders", 2, started.Id)).Status);
    }

    [Fact]
    public async Task A_chat_has_one_stream_at_a_time()
    {
        await StreamAsync("streaming", "a", 1);

        var second = await StreamAsync("streaming", "b", 1);

        Assert.Equal((403, "ContentStreamNotAllowed"), (second.Status, second.ErrorCode));
    }

    [Fact]
    public async Task Nothing_follows_the_final_message()
    {
        var started = await StreamAsync("streaming", "a", 1);
        await FinalAsync("a b", started.Id);

        var after = await StreamAsync("streaming", "a b c", 3, started.Id);

        Assert.Equal(403, after.Status);
        Assert.Contains("already completed", after.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_two_minutes_the_stream_ends_and_what_was_shown_stays()
    {
        var started = await StreamAsync("streaming", "tot hier", 1);
        chat.Time.Move(TimeSpan.FromSeconds(121));

        var late = await StreamAsync("streaming", "tot hier en verder", 2, started.Id);

        Assert.Equal(403, late.Status);
        Assert.Contains("exceeded streaming time", late.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("tot hier", (string?)Assert.Single(await chat.TranscriptAsync())["activity"]!["text"]);
    }

    [Fact]
    public async Task A_person_who_presses_stop_keeps_what_was_shown()
    {
        var started = await StreamAsync("streaming", "tot hier", 1);

        await chat.PostAsync("/local/api/people/staff/stop", new JsonObject());

        var next = await StreamAsync("streaming", "tot hier en verder", 2, started.Id);
        Assert.Equal(403, next.Status);
        Assert.Contains("canceled by user", next.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("tot hier", (string?)Assert.Single(await chat.TranscriptAsync())["activity"]!["text"]);
    }

    [Fact]
    public async Task Attachments_and_labels_wait_for_the_final_message()
    {
        var withCard = Chunk("streaming", "a", 1, null);
        withCard["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "x" });
        var withLabel = Chunk("streaming", "a", 1, null);
        withLabel["entities"]!.AsArray().Add(new JsonObject { ["type"] = "https://schema.org/Message" });

        Assert.Equal(400, (await chat.BotSendsAsync(withCard)).Status);
        Assert.Equal(400, (await chat.BotSendsAsync(withLabel)).Status);
        Assert.Equal(400, (await StreamAsync("informative", new string('x', 1001), 1)).Status);
    }

    Task<Answer> StreamAsync(string kind, string text, int sequence, string? id = null) =>
        chat.BotSendsAsync(Chunk(kind, text, sequence, id));

    Task<Answer> FinalAsync(string text, string? id) => chat.BotSendsAsync(new JsonObject
    {
        ["type"] = "message",
        ["text"] = text,
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "streaminfo", ["streamType"] = "final", ["streamId"] = id }),
    });

    static JsonObject Chunk(string kind, string text, int sequence, string? id)
    {
        var info = new JsonObject { ["type"] = "streaminfo", ["streamType"] = kind, ["streamSequence"] = sequence };
        if (id is not null)
            info["streamId"] = id;
        return new() { ["type"] = "typing", ["text"] = text, ["entities"] = new JsonArray(info) };
    }
}
