using System.Net;
using System.Text.Json.Nodes;

namespace AiActBot.Tests.Conversations;

/// <summary>The channel of these tests holds streams to the rules of Teams.</summary>
public sealed class StrictStreamTests : StrictChannel
{
    [Fact]
    public async Task It_takes_a_stream_that_keeps_the_rules()
    {
        Assert.Equal(HttpStatusCode.Created, await StreamAsync("informative", "Ik zoek", 1, null));
        Assert.Equal(HttpStatusCode.Accepted, await StreamAsync("streaming", "Artikel", 2));
        Assert.Equal(HttpStatusCode.Accepted, await StreamAsync("streaming", "Artikel 5", 3));
        Assert.Equal(HttpStatusCode.Accepted, await StreamAsync("final", "Artikel 5.", null));
        Channel.ShouldHaveBeenTreatedWell();
    }

    [Theory]
    [InlineData("streaming", "Artikel 5", 4, "sent-1", "Part 4 came after part 2")]
    [InlineData("streaming", "Artikel 5", 2, "sent-1", "Part 2 came after part 2")]
    [InlineData("streaming", "Iets anders", 3, "sent-1", "begins with what was streamed")]
    [InlineData("streaming", "Artikel 5", 3, "sent-9", "no such stream")]
    [InlineData("streaming", "Artikel 5", 1, null, "one stream at a time")]
    [InlineData("final", "Iets anders", null, "sent-1", "begins with what was streamed")]
    [InlineData("final", "Artikel 5", 3, "sent-1", "has no streamSequence")]
    [InlineData("final", "Artikel 5", null, "sent-9", "names the stream that is open")]
    public async Task It_minds_a_part_that_breaks_the_rules_of_streams(string kind, string text, int? sequence, string? streamId, string because)
    {
        await StreamAsync("informative", "Ik zoek", 1, null);
        await StreamAsync("streaming", "Artikel", 2);

        Assert.Equal(HttpStatusCode.BadRequest, await StreamAsync(kind, text, sequence, streamId));
        Deviated(because);
    }

    [Fact]
    public async Task It_minds_streams_that_are_too_fast_too_long_in_company_or_never_ended()
    {
        await StreamAsync("informative", "Ik zoek", 1, null, "19:group@thread.v2");
        Deviated("personal chats only");
        await StreamAsync("informative", new string('x', 1001), 1, null);
        Deviated("at most 1000 characters");
        await StreamAsync("informative", "Ik zoek", 2, null);
        Deviated("begins with part 1");
        Assert.Equal(HttpStatusCode.Created, await StreamAsync("informative", "Ik zoek", 1, null));
        var begun = Channel.Sent[^1].Id;
        Assert.Contains("never ended", Assert.Throws<Xunit.Sdk.TrueException>(Channel.ShouldHaveBeenTreatedWell).Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Part("streaming", "Artikel", 2, begun)));
        Deviated("one part a second");
        Time.Advance(TimeSpan.FromSeconds(121));
        Assert.Equal(HttpStatusCode.Forbidden, await StreamAsync("streaming", "Artikel", 2, begun));
        Deviated("two minutes");
        // That its answer took too long a bot may learn from the Channel.
        Assert.Equal(HttpStatusCode.Forbidden, await StreamAsync("final", "Artikel", null, begun));
        Channel.ShouldHaveBeenTreatedWell();
    }

    private static JsonObject Part(string kind, string text, int? sequence, string? streamId, string conversation = "a:Sanne")
    {
        var info = new JsonObject { ["type"] = "streaminfo", ["streamType"] = kind };
        if (sequence is not null)
            info["streamSequence"] = sequence;
        if (streamId is not null)
            info["streamId"] = streamId;
        var activity = Message(text, conversation);
        activity["type"] = kind == "final" ? "message" : "typing";
        activity["entities"] = new JsonArray(info);
        return activity;
    }

    private async Task<HttpStatusCode> StreamAsync(string kind, string text, int? sequence, string? streamId = "sent-1", string conversation = "a:Sanne")
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        return await PostAsync(Part(kind, text, sequence, streamId, conversation), conversation);
    }
}
