using System.Text.Json.Nodes;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>Texts too long for the card of a case are read in the chat, by those whom the case concerns.</summary>
public sealed class ReadTextsTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("é* ", 660));

    [Fact]
    public async Task Of_two_long_texts_the_case_is_still_a_card_that_teams_takes()
    {
        await using var cast = await Cast.StartAsync();
        var card = await AwaitsPieterAsync(cast);

        await cast.Pieter.PressesVerbAsync(card, Verbs.ReadTexts);

        foreach (var addressee in new[] { "MedTrade", "Voorbeeldstad", "Northwind" })
            Assert.Contains("CA-2026-0001", await cast.Pieter.SeesTextAsync(addressee), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "Markttoezichtautoriteit", "niets klaar om te versturen")]
    [InlineData("en-GB", "Market surveillance authority", "Nothing in this case is waiting")]
    public async Task What_is_to_be_filed_is_read_by_who_files_it_and_nothing_by_who_does_not(string locale, string authority, string nothing)
    {
        await using var cast = await Cast.StartAsync(locale);
        await cast.Pieter.ApprovesAsync(await AwaitsPieterAsync(cast, risk: true, [("incident", "Death")]));
        await cast.Noor.SeesAsync(card => card.Offers(Verbs.ConfirmFiling));

        await cast.Noor.InvokesAsync(Verbs.ReadTexts, await CaseAsync(cast));

        Assert.Contains("CA-2026-0001", await cast.Noor.SeesTextAsync(authority), StringComparison.Ordinal);
        Assert.Contains(nothing, (await cast.Sanne.InvokesAsync(Verbs.ReadTexts, await CaseAsync(cast))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_reads_them_and_nobody_in_a_group()
    {
        await using var cast = await Cast.StartAsync();
        var card = await AwaitsPieterAsync(cast);
        var namesake = new Drivers.Person(cast.Bot, "Pieter", "nl-NL") { ConversationId = "a:elsewhere", TenantIdInActivities = "99999999-2222-4333-8444-555555555555" };
        var group = cast.Pieter.InGroupChat("19:all@thread.v2");

        foreach (var stranger in new[] { cast.Dirk, namesake })
            Assert.Contains("niet (meer) voor jou", (await stranger.PressesVerbAsync(card, Verbs.ReadTexts)).Message, StringComparison.Ordinal);
        Assert.Contains("alleen in je eigen chat", (await group.PressesVerbAsync(card, Verbs.ReadTexts)).Message, StringComparison.Ordinal);
        foreach (var person in new[] { cast.Dirk, namesake, group })
            Assert.DoesNotContain(person.Received, sent => sent.Activity.ToJsonString().Contains("CA-2026-0001", StringComparison.Ordinal));
    }

    private static async Task<Card> AwaitsPieterAsync(Cast cast, bool risk = false, params (string Name, string Value)[] more)
    {
        await cast.Sanne.ReportsAsync(Cast.System, facts: Long, action: Long, risk: risk, more: more);
        return await cast.Pieter.IsAskedToDecideAsync();
    }

    private static async Task<JsonObject> CaseAsync(Cast cast) => new() { ["case"] = (await cast.CaseAsync()).Id.ToString() };
}
