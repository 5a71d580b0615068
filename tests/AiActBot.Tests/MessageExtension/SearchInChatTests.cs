using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AiActBot.BotFramework.Cards;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Reliability;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.MessageExtension;

/// <summary>Searching from the compose box, in chats where the bot is no member.</summary>
public sealed class SearchInChatTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("nl-NL", "logs bewaren", "rtikel 26", "Stand van de wet")]
    [InlineData("en-GB", "keep logs", "rticle 26", "Law as of")]
    public async Task Finds_requirements_with_their_provision_and_the_state_of_the_law(string locale, string text, string provision, string law)
    {
        var sanne = bot.Person("Sanne", locale).InGroupChat("19:elsewhere@thread.v2");

        var before = await Stored.CountAsync(bot);

        var results = (await SearchAsync(sanne, "requirements", text))["attachments"]!.AsArray();

        Assert.InRange(results.Count, 1, 25);
        Assert.Contains(results, result => Content(result).Contains(provision, StringComparison.Ordinal) && Content(result).Contains(law, StringComparison.Ordinal));
        Assert.All(results, result =>
        {
            Assert.Equal("application/vnd.microsoft.card.adaptive", result!["contentType"]!.GetValue<string>());
            Assert.Equal("application/vnd.microsoft.card.thumbnail", result["preview"]!["contentType"]!.GetValue<string>());
            Assert.False(string.IsNullOrWhiteSpace(result["preview"]!["content"]!["title"]!.GetValue<string>()));
            Assert.True(System.Text.Encoding.UTF8.GetByteCount(Content(result)) < AdaptiveCard.MaxSizeInBytes);
            // In a chat where the bot is no member a button that asks the bot for something would fail.
            Assert.DoesNotContain("Action.Execute", Content(result), StringComparison.Ordinal);
        });
        Assert.Equal(before, await Stored.CountAsync(bot));
        Assert.Empty(bot.Connector.Sent);
    }

    [Fact]
    public async Task An_article_that_is_named_comes_first()
    {
        var first = (await SearchAsync(bot.Person("Sanne", "en-GB"), "requirements", "Article 50"))["attachments"]![0];

        Assert.Contains("rticle 50", Content(first), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("requirements", "", "Typ een paar woorden")]
    [InlineData("requirements", "kwikstaartbeheer", "Niets gevonden")]
    [InlineData("systems", "no such system", "Niets gevonden")]
    [InlineData("cases", "", "Niets gevonden")]
    public async Task Says_so_when_there_is_nothing_to_show(string command, string text, string words)
    {
        var answer = await SearchAsync(bot.Person("Sanne"), command, text);

        Assert.Equal("message", answer["type"]!.GetValue<string>());
        Assert.Contains(words, answer["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_systems_of_the_own_organisation_only()
    {
        await TheCase.PrepareAsync(bot);
        var stranger = new Person(bot, "Stranger", "nl-NL") { TenantIdInActivities = "99999999-2222-4333-8444-555555555555" };

        var results = (await SearchAsync(bot.Person("Sanne"), "systems", ""))["attachments"]!.AsArray();

        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.DoesNotContain("@", Content(result), StringComparison.Ordinal));
        Assert.Equal("message", (await SearchAsync(stranger, "systems", ""))["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Finds_cases_of_those_who_have_to_do_with_them_without_what_was_reported()
    {
        var story = await TheCase.PrepareAsync(bot);
        await story.Sanne.InvokesAsync(Verbs.Report, story.Report());

        var results = (await SearchAsync(story.Sanne, "cases", ""))["attachments"]!.AsArray();

        var found = Content(Assert.Single(results));
        Assert.DoesNotContain(story.Report()["facts"]!.GetValue<string>(), found, StringComparison.Ordinal);
        Assert.Equal("message", (await SearchAsync(bot.Person("Bystander"), "cases", ""))["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Whoever_stands_in_for_an_approver_finds_the_case_while_that_lasts()
    {
        await using var cast = await Cast.StartAsync();
        await cast.Pieter.WritesAsync("afwezig");
        var form = await cast.Pieter.SeesAsync(card => card.Inputs.Contains("deputy"));
        var until = cast.Bot.Time.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var away = (await cast.Pieter.PressesVerbAsync(form, Verbs.SetAbsence, ("deputy", form.Choice("deputy", "Dirk")), ("until", until))).Card;
        await cast.Sanne.ReportsAsync(Cast.System);

        Assert.Single((await SearchAsync(cast.Dirk, "cases", ""))["attachments"]!.AsArray());
        await cast.Pieter.PressesVerbAsync(away, Verbs.EndAbsence);
        Assert.Equal("message", (await SearchAsync(cast.Dirk, "cases", ""))["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Further_results_are_others()
    {
        var sanne = bot.Person("Sanne", "en-GB");
        var first = (await SearchAsync(sanne, "requirements", "high-risk AI system deployer", 0, 3))["attachments"]!.AsArray();
        var next = (await SearchAsync(sanne, "requirements", "high-risk AI system deployer", 3, 3))["attachments"]!.AsArray();

        Assert.Equal((3, 3), (first.Count, next.Count));
        Assert.Empty(first.Select(Content).Intersect(next.Select(Content)));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"commandId":"no-such-command","parameters":[]}""")]
    [InlineData("""{"commandId":5}""")]
    [InlineData("""[]""")]
    public async Task A_query_of_another_shape_is_a_bad_request(string value)
    {
        var invoke = bot.Person("Sanne").Activity("invoke", ("name", "composeExtension/query"));
        invoke["value"] = JsonNode.Parse(value);

        using var response = await bot.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<JsonObject> SearchAsync(Person person, string command, string text, int skip = 0, int count = 25)
    {
        var invoke = person.Activity("invoke", ("name", "composeExtension/query"));
        invoke["value"] = new JsonObject
        {
            ["commandId"] = command,
            ["parameters"] = new JsonArray(text.Length == 0 ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" } : new JsonObject { ["name"] = "query", ["value"] = text }),
            ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
        };
        using var response = await person.Bot.PostAsync(invoke);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["composeExtension"]!.AsObject();
    }

    private static string Content(JsonNode? result) => result!["content"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
