using System.Net;
using System.Text.Json.Nodes;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Conversations;

public sealed class ButtonTests(OneBot one) : IClassFixture<OneBot>
{
    private readonly RunningBot bot = one.Bot;

    public static TheoryData<string> EveryVerb() => [.. typeof(Verbs).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>Every verb, so that none trusts the shape of what comes back.</summary>
    [Theory, MemberData(nameof(EveryVerb))]
    public async Task Whatever_a_button_carries_it_is_answered_and_decides_nothing(string verb)
    {
        var sanne = bot.Person("Sanne");
        foreach (var json in new[] { null, "null", "[]", "\"text\"", "7", "true", """{"case":7,"approval":{},"session":[],"system":null,"notice":"x","answer":5,"name":{}}""" })
            Assert.Equal(200, (await sanne.InvokesAsync(verb, json is null ? null : JsonNode.Parse(json))).StatusCode);

        var stored = await Stored.CountAsync(bot);
        Assert.Equal((0, 0), (stored.Cases, stored.Approvals));
    }

    [Theory]
    [InlineData("case/delete")]
    [InlineData("CASE/APPROVE")]
    [InlineData("case/approve ")]
    public async Task A_button_that_nobody_knows_is_a_bad_request_in_the_persons_language(string verb)
    {
        var answer = await bot.Person("Sanne").InvokesAsync(verb, new JsonObject());
        var english = await bot.Person("Sam", "en-GB").InvokesAsync(verb, new JsonObject());

        Assert.Equal((400, "application/vnd.microsoft.error"), (answer.StatusCode, answer.Type));
        Assert.Contains("Deze knop werkt niet meer", answer.Error, StringComparison.Ordinal);
        Assert.Contains("This button no longer works", english.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":[]}""")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":7}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":""}}""")]
    public async Task An_invoke_without_a_verb_is_a_bad_request(string value)
    {
        var sanne = bot.Person("Sanne");
        var invoke = sanne.Activity("invoke", ("name", "adaptiveCard/action"));
        invoke["value"] = JsonNode.Parse(value);

        using var response = await bot.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = new InvokeAnswer(JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject(), "1");
        Assert.Equal((400, "application/vnd.microsoft.error"), (answer.StatusCode, answer.Type));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"case/approve\"")]
    [InlineData("""{"verb":7}""")]
    [InlineData("""{"verb":"case/delete"}""")]
    public async Task A_submitted_card_without_a_known_verb_is_answered_in_words(string value)
    {
        var sanne = bot.Person("Sanne who submits");
        var message = sanne.Activity("message");
        message["value"] = JsonNode.Parse(value);

        await sanne.SendsAsync(message);

        Assert.Contains("Deze knop werkt niet meer", await sanne.SeesTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "Zie mijn nieuwe bericht")]
    [InlineData("en-GB", "See my new message")]
    public async Task A_button_that_brings_a_new_message_says_so_in_a_shape_that_teams_takes(string locale, string words)
    {
        var sanne = bot.Person($"Sanne {locale}", locale);
        var help = await sanne.AsksForCardAsync("help");

        foreach (var verb in new[] { Verbs.StartTriage, Verbs.ListSystems, Verbs.StartReport, Verbs.ListCases })
            Assert.Contains(words, (await sanne.PressesVerbAsync(help, verb)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_directory_object_presses_nothing()
    {
        var before = (await Stored.CountAsync(bot)).Activities;
        var sanne = bot.Person("Sanne");
        var invoke = sanne.Activity("invoke", ("name", "adaptiveCard/action"));
        invoke["from"] = new JsonObject { ["id"] = sanne.ObjectId, ["name"] = "Sanne" };
        invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["verb"] = Verbs.StartTriage } };
        var submit = sanne.Activity("message");
        submit["from"] = invoke["from"]!.DeepClone();
        submit["value"] = new JsonObject { ["verb"] = Verbs.StartTriage };

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(invoke));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(submit));
        Assert.Equal(before, (await Stored.CountAsync(bot)).Activities);
    }

    [Fact]
    public async Task A_channel_id_does_not_pass_for_somebodys_directory_object()
    {
        var pieter = bot.Person("Pieter");
        await pieter.AsksForCardAsync("help");
        var forged = bot.Person("Mallory").Activity("message", ("text", "english"));
        forged["from"] = new JsonObject { ["id"] = pieter.ObjectId, ["name"] = "Pieter" };

        await bot.Person("Mallory").SendsAsync(forged);
        await bot.Person("Mallory").AsksForCardAsync("help");

        Assert.Contains("Wat kan ik", (await pieter.AsksForCardAsync("help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_directory_object_in_capitals_is_the_same_person()
    {
        var sanne = bot.Person("Sanne in capitals");
        await sanne.AsksForTextAsync("english");
        var message = sanne.Activity("message", ("text", "help"));
        message["from"]!["aadObjectId"] = sanne.ObjectId.ToUpperInvariant();

        await sanne.SendsAsync(message);

        Assert.Contains("What can I", (await sanne.SeesCardAsync()).Text, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> StatusAsync(JsonObject activity)
    {
        using var response = await bot.PostAsync(activity);
        return response.StatusCode;
    }
}
