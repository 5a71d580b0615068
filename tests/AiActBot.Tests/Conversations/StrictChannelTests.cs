using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Conversations;

/// <summary>The channel of these tests is as strict as it says: whatever Teams would not take, or asks bots not to do, fails the test that did it.</summary>
public sealed class StrictChannelTests : StrictChannel
{
    [Fact]
    public async Task What_teams_takes_it_takes()
    {
        Assert.Equal(HttpStatusCode.Created, await PostAsync(Message("Goed")));
        Assert.Equal(HttpStatusCode.Created, await PostAsync(Card(new JsonObject { ["type"] = "TextBlock", ["text"] = "Goed" })));
        Assert.Equal(HttpStatusCode.Created, await PostAsync(Cited(1, 20)));
        Assert.Equal(HttpStatusCode.Created, await SendAsync(HttpMethod.Post, "/activities/said-1", Message("Antwoord")));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Put, "/activities/sent-1", Message("Beter")));
        Channel.ShouldHaveBeenTreatedWell();
    }

    public static TheoryData<string, string> Deviations => new()
    {
        { """{"type":"message"}""", "text or an attachment" },
        { """{"type":"event","text":"x"}""", "cannot POST" },
        { """{"type":"message","text":"x","replyToId":null}""", "'replyToId' is null" },
        { """{"type":"message","text":"x","id":"1"}""", "'id' is for the channel" },
        { """{"type":"message","text":"x","serviceUrl":"http://x/"}""", "'serviceUrl' is for the channel" },
        { """{"type":"message","text":"x","text":"y"}""", "names something twice" },
        { """{"type":"message","text":"x","from":{"id":"28:other"}}""", "not from the bot" },
        { """{"type":"message","text":"x","conversation":{"id":"a:Pieter"}}""", "not that of the address" },
        { """{"type":"message","text":"x","textFormat":"html"}""", "textFormat" },
        { """{"type":"message","text":"x","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{}}]}""", "become two messages" },
        { """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{}}]}""", "without a summary" },
        { """{"type":"message","summary":"s","attachments":[{"contentType":"image/png"}]}""", "is an Adaptive Card" },
        { """{"type":"message","summary":"s","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6","body":[{"type":"TextBlock"}]}}]}""", "version 1.5" },
        { """{"type":"message","summary":"s","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[]}}]}""", "card is empty" },
        { """{"type":"message","summary":"s","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ActionSet","actions":[{"type":"Action.Execute","verb":"v"}]}]}}]}""", "falls back" },
        { """{"type":"message","summary":"s","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ActionSet","actions":[{"type":"Action.ShowCard"}]}]}}]}""", "fails on phones" },
        { """{"type":"message","text":"x","entities":[{"type":"https://schema.org/Message","@type":"Message","@context":"https://schema.org"},{"type":"https://schema.org/Message","@type":"Message","@context":"https://schema.org"}]}""", "one root message entity" },
        { """{"type":"message","text":"x","entities":[{"type":"https://schema.org/Message","@type":"Message"}]}""", "@context" },
        { """{"type":"message","text":"x","entities":[{"type":"mention","mentioned":{"id":"29:x"},"text":"<at>X</at>"}]}""", "stand in the text" },
        { """{"type":"message","text":"x","channelData":{"feedbackLoop":{"type":"stars"}}}""", "feedbackLoop" },
        { """{"type":"message","text":"x","suggestedActions":{"actions":[{"type":"openUrl","title":"t","value":"v"}]}}""", "imBack" },
        { """{"type":"typing","channelData":{}}""", "brings nothing with it" },
    };

    [Theory, MemberData(nameof(Deviations))]
    public async Task What_teams_does_not_take_fails_the_test(string activity, string because)
    {
        var body = activity.Insert(1, (activity.Contains("\"from\"", StringComparison.Ordinal) ? "" : """ "from":{"id":"28:bot"},""")
            + (activity.Contains("\"conversation\"", StringComparison.Ordinal) ? "" : """ "conversation":{"id":"a:Sanne"},"""));

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body));
        Deviated(because);
    }

    [Fact]
    public async Task It_minds_citations_beyond_the_limits()
    {
        await PostAsync(Cited(1, 21));
        Deviated("21 citations");
        await PostAsync(Cited(0, 1));
        Deviated("different positions");
        var unnumbered = Cited(1, 2);
        unnumbered["text"] = "Alleen [1].";
        await PostAsync(unnumbered);
        Deviated("does not hold [2]");
        foreach (var (field, value, because) in new (string, JsonNode, string)[]
        {
            ("name", new string('n', 81), "name of at most 80"), ("abstract", new string('a', 161), "abstract of at most 160"),
            ("url", "http://example.org", "https"), ("keywords", new JsonArray("a", "b", "c", "d"), "3 keywords"),
        })
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            var cited = Cited(1, 1);
            cited["entities"]![0]!["citation"]![0]!["appearance"]![field] = value;
            await PostAsync(cited);
            Deviated(because);
        }
    }

    [Fact]
    public async Task It_minds_sizes()
    {
        await PostAsync(Message(new string('x', 40 * 1024)));
        Deviated("40960 is the most");
        await PostAsync(Card(new JsonObject { ["type"] = "TextBlock", ["text"] = new string('x', 26 * 1024) }));
        Deviated("The card has");
        var refreshing = Card(new JsonObject { ["type"] = "TextBlock", ["text"] = "x" });
        refreshing["attachments"]![0]!["content"]!["refresh"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "v" },
            ["userIds"] = new JsonArray([.. Enumerable.Range(0, 61).Select(i => JsonValue.Create($"29:{i}"))]),
        };
        await PostAsync(refreshing);
        Deviated("1 to 60 people");
    }

    [Fact]
    public async Task It_minds_what_is_said_where_the_bot_was_not_spoken_to()
    {
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, "/activities", Message("x"), "a:Nobody"));
        Deviated("never spoken to");
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, "/activities/other", Message("x")));
        Deviated("not in this conversation");
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Put, "/activities/said-1", Message("x")));
        Deviated("did not send here");
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Patch, "/activities/said-1", Message("x")));
        Deviated("PATCH");
        Channel.Rules.NeedsToken = true;
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Message("x")));
        Deviated("no token");
    }

    [Fact]
    public async Task It_counts_every_call_in_a_conversation_and_in_a_tenant()
    {
        for (var i = 0; i < 7; i++)
            Assert.Equal(HttpStatusCode.Created, await PostAsync(Message("x")));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(Message("x")));
        Deviated("7 is the most");
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(Message("x")));
        Deviated("8 is the most");
        Time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 60; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(0.45));
            Assert.Equal(HttpStatusCode.Created, await PostAsync(Message("x")));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(Message("x")));
        Deviated("60 is the most");
        Time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 50; i++)
            Said($"a:{i}", "personal");
        for (var i = 0; i < 50; i++)
            Assert.Equal(HttpStatusCode.Created, await PostAsync(Message("x", $"a:{i}"), $"a:{i}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(Message("x")));
        Deviated("50 is the most");
    }

    [Fact]
    public async Task It_counts_questions_about_members_by_themselves()
    {
        for (var i = 0; i < 14; i++)
            Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Get, "/members", null));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync(HttpMethod.Get, "/members", null));
        Deviated("14 is the most");
        Assert.Equal(HttpStatusCode.Created, await PostAsync(Message("x")));
    }

    [Fact]
    public async Task It_minds_being_called_before_the_time_it_asked_to_wait_is_over()
    {
        Channel.Answer = _ => Notifications.ChannelAnswers.Throttled(TimeSpan.FromSeconds(7));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(Message("x")));
        Channel.ShouldHaveBeenTreatedWell();
        Channel.Answer = _ => null;
        Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(Message("x")));
        Deviated("asked to wait longer");
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Created, await PostAsync(Message("x")));
    }

    [Fact]
    public async Task A_bot_that_deviates_fails_its_test_when_it_is_disposed_of()
    {
        var bot = await RunningBot.StartAsync();
        using (var content = new StringContent("{}", Encoding.UTF8, "application/json"))
            await bot.Http.PostAsync(new Uri(bot.Connector.ServiceUrl, "v3/conversations/a:Nobody/activities"), content);

        var failed = await Assert.ThrowsAsync<Xunit.Sdk.TrueException>(async () => await bot.DisposeAsync());
        Assert.Contains("never spoken to", failed.Message, StringComparison.Ordinal);
    }

    private static JsonObject Card(JsonObject element)
    {
        var activity = Message("");
        activity.Remove("text");
        activity["summary"] = "Een kaart";
        activity["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JsonArray(element) },
        });
        return activity;
    }

    private static JsonObject Cited(int first, int count)
    {
        var numbers = Enumerable.Range(first, count).ToList();
        var activity = Message(string.Concat(numbers.Select(number => $"[{number}]")));
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "https://schema.org/Message", ["@type"] = "Message", ["@context"] = "https://schema.org", ["additionalType"] = new JsonArray("AIGeneratedContent"),
            ["citation"] = new JsonArray([.. numbers.Select(number => new JsonObject
            {
                ["@type"] = "Claim", ["position"] = number,
                ["appearance"] = new JsonObject { ["@type"] = "DigitalDocument", ["name"] = "Artikel 5", ["abstract"] = "Wat er staat", ["url"] = "https://example.org/" },
            })]),
        });
        return activity;
    }
}
