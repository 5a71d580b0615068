using System.Text.Json.Nodes;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Conversations;

public sealed class MessageTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("nl-NL", "", "Ik kan alleen tekst lezen")]
    [InlineData("en-GB", "   ", "I can only read text")]
    [InlineData("en-GB", null, "I can only read text")]
    public async Task A_message_without_words_gets_help(string locale, string? text, string answer)
    {
        var sanne = bot.Person("Sanne", locale);
        var message = sanne.Activity("message");
        message["text"] = text;

        await sanne.SendsAsync(message);

        Assert.Contains(answer, await sanne.SeesTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "te lang")]
    [InlineData("en-GB", "too long")]
    public async Task A_message_that_is_too_long_is_not_read(string locale, string answer) =>
        Assert.Contains(answer, await bot.Person("Sanne", locale).AsksForTextAsync(new string('x', 4001)), StringComparison.Ordinal);

    [Theory]
    [InlineData("<at>AiActBot</at> help", "<at>AiActBot</at>")]
    [InlineData("<at>AiActBot</at>&nbsp;help", "<at>AiActBot</at>")]
    [InlineData("help <at>AiActBot</at>", null)]
    public async Task In_a_group_chat_the_mention_of_the_bot_is_no_part_of_what_is_said(string text, string? mention)
    {
        var sanne = bot.Person("Sanne").InGroupChat("19:group@thread.v2");
        var message = sanne.Activity("message", ("text", text));
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = mention,
            ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "AiActBot" },
        });

        await sanne.SendsAsync(message);

        Assert.Contains("Wat kan ik", (await sanne.SeesCardAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_a_thread_goes_to_that_thread()
    {
        var sanne = bot.Person("Sanne").InGroupChat("19:channel@thread.tacv2;messageid=17");

        await sanne.AsksForCardAsync("help");

        Assert.Equal("19:channel@thread.tacv2", await bot.WithDbAsync(db => Task.FromResult(
            db.Conversations.Single(c => c.ConversationId.StartsWith("19:channel")).ConversationId)));
    }

    [Fact]
    public async Task Cases_are_not_shown_where_others_read_along()
    {
        await using var cast = await Cast.StartAsync();
        await cast.AwaitsPieterAsync();
        var group = cast.Pieter.InGroupChat("19:group@thread.v2");

        Assert.Contains("in je eigen chat", await group.AsksForTextAsync("dossiers"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[klik](https://evil.example)")]
    [InlineData("**Noor** <at>allen</at>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public async Task A_name_with_marks_in_it_is_shown_as_it_is(string name)
    {
        await using var cast = await Cast.StartAsync();
        var sanne = new Person(cast.Bot, "Sanne", "nl-NL") { NameInActivities = name };

        await sanne.ReportsAsync(Cast.System, facts: name);
        var card = await cast.Pieter.IsAskedToDecideAsync();

        Assert.Contains(name, card.Text, StringComparison.Ordinal);
        var sent = card.Content.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.DoesNotContain("](https", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", sent, StringComparison.Ordinal);
    }
}
