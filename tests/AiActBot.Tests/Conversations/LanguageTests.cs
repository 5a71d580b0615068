using System.Text.Json.Nodes;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Conversations;

public sealed class LanguageTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("nl-NL", "Wat kan ik")]
    [InlineData("nl-BE", "Wat kan ik")]
    [InlineData("NL", "Wat kan ik")]
    [InlineData("en-GB", "What can I")]
    [InlineData("de-DE", "What can I")]
    [InlineData("", "Wat kan ik")]
    public async Task Speaks_the_language_of_the_client(string locale, string words) =>
        Assert.Contains(words, (await bot.Person("Sanne", locale).AsksForCardAsync("help")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task What_the_client_says_of_itself_goes_before_the_locale_of_the_activity()
    {
        var sanne = bot.Person("Sanne", "en-US");
        var message = sanne.Activity("message", ("text", "help"));
        message["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "nl-NL" });

        await sanne.SendsAsync(message);

        Assert.Contains("Wat kan ik", (await sanne.SeesCardAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_wins_over_the_client_and_lasts()
    {
        var sanne = bot.Person("Sanne", "en-GB");

        Assert.Equal("Ik praat voortaan Nederlands met je.", await sanne.AsksForTextAsync("nederlands"));
        await bot.RestartAsync();
        Assert.Contains("Wat kan ik", (await sanne.AsksForCardAsync("help")).Text, StringComparison.Ordinal);
        Assert.Equal("I will speak English with you from now on.", await sanne.AsksForTextAsync("english"));
        Assert.Contains("What can I", (await sanne.AsksForCardAsync("hulp")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("HULP")]
    [InlineData("  Hallo!  ")]
    [InlineData("menu.")]
    public async Task Finds_help_in_either_language_whatever_the_case(string words) =>
        Assert.Contains("Wat kan ik", (await bot.Person("Sanne").AsksForCardAsync(words)).Text, StringComparison.Ordinal);
}
