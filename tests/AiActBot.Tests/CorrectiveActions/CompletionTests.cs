using System.Text.Json.Nodes;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;

namespace AiActBot.Tests.CorrectiveActions;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("nl-NL", "Nog niet bevestigd door: MedTrade, Voorbeeldstad, Northwind")]
    [InlineData("en-GB", "Not acknowledged yet by: MedTrade, Voorbeeldstad, Northwind")]
    public async Task Closing_while_notices_are_not_acknowledged_needs_a_reason_that_is_kept(string locale, string words)
    {
        await using var cast = await Cast.StartAsync(locale);
        var noors = await CarriedOutAsync(cast);

        Assert.Contains(words, (await cast.Noor.ClosesAsync(noors)).Message, StringComparison.Ordinal);
        Assert.Contains(words, (await cast.Noor.ClosesAsync(noors, "   ")).Message, StringComparison.Ordinal);
        Assert.Equal(CorrectiveActionStatus.Verifying, await cast.StatusAsync());
        await cast.Noor.ClosesAsync(noors, "Called them; they know.");

        var @case = await cast.CaseAsync();
        Assert.Equal((CorrectiveActionStatus.Closed, "Called them; they know."), (@case.Status, @case.ClosingReason));
    }

    [Fact]
    public async Task Who_carried_it_out_does_not_confirm_that_it_works()
    {
        await using var cast = await Cast.StartAsync();
        await cast.IsApprovedAsync();
        var noors = await cast.Noor.SeesAsync(card => card.Offers(Verbs.CarriedOut));
        await cast.Noor.CarriesOutAsync(noors);
        var id = (await cast.CaseAsync()).Id.ToString();

        var answer = await cast.Noor.InvokesAsync(Verbs.Close, new JsonObject { ["case"] = id, ["comment"] = "fine" });

        Assert.Contains("bevestigt niet zelf", answer.Message, StringComparison.Ordinal);
        Assert.Equal(CorrectiveActionStatus.Verifying, await cast.StatusAsync());
    }

    [Fact]
    public async Task Only_the_compliance_team_closes()
    {
        await using var cast = await Cast.StartAsync();
        var noors = await CarriedOutAsync(cast);

        foreach (var person in new[] { cast.Pieter, cast.Sanne })
            Assert.Contains("complianceteam", (await person.ClosesAsync(noors, "klaar")).Message, StringComparison.Ordinal);

        Assert.Equal(CorrectiveActionStatus.Verifying, await cast.StatusAsync());
    }

    [Fact]
    public async Task A_step_cannot_be_taken_before_its_turn_or_twice()
    {
        await using var cast = await Cast.StartAsync();
        await cast.AwaitsPieterAsync();
        var id = (await cast.CaseAsync()).Id.ToString();
        foreach (var verb in new[] { Verbs.CarriedOut, Verbs.Close, Verbs.Resubmit })
            Assert.Contains("kan niet", (await cast.Sanne.InvokesAsync(verb, new JsonObject { ["case"] = id, ["action"] = "x", ["comment"] = "x" })).Message, StringComparison.Ordinal);

        await cast.Pieter.ApprovesAsync(await cast.Pieter.IsAskedToDecideAsync());
        await cast.Pieter.InvokesAsync(Verbs.CarriedOut, new JsonObject { ["case"] = id, ["comment"] = "No step was needed." });
        Assert.Contains("kan niet", (await cast.Pieter.InvokesAsync(Verbs.CarriedOut, new JsonObject { ["case"] = id })).Message, StringComparison.Ordinal);

        Assert.Single(await cast.HistoryAsync(), "case.carriedOut");
    }

    private static async Task<Card> CarriedOutAsync(Cast cast)
    {
        var pieters = await cast.IsApprovedAsync();
        await cast.Pieter.CarriesOutAsync(pieters);
        return await cast.Noor.SeesAsync(card => card.Offers(Verbs.Close));
    }
}
