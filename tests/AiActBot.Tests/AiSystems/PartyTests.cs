using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.AiSystems;

/// <summary>What happens to who is told when a party changes, and which parties stay.</summary>
public sealed class PartyTests
{
    [Theory]
    [InlineData("nl-NL", "MedTrade, distributeur")]
    [InlineData("en-GB", "MedTrade, distributor")]
    public async Task Another_contact_is_told_in_Teams_and_the_one_before_is_not(string locale, string party)
    {
        await using var cast = await Cast.StartAsync(locale);
        await cast.Pieter.ChangesPartyAsync(cast.SystemCard, party, "Sanne de Vries", "sanne@example.test", cast.Sanne);

        await cast.IsApprovedAsync();

        Assert.Contains("Dear Sanne de Vries", (await cast.Sanne.SeesAsync(card => card.Offers(Verbs.Acknowledge))).Text, StringComparison.Ordinal);
        var sanne = await cast.Bot.WithDbAsync(db => db.People.SingleAsync(p => p.AadObjectId == cast.Sanne.ObjectId));
        Assert.Equal(sanne.Id, Assert.Single(await cast.NoticesAsync(), notice => notice.Route == NotificationRoute.Teams).PersonId);
    }

    [Fact]
    public async Task A_contact_without_the_app_is_told_by_mail_and_the_one_before_is_not()
    {
        await using var cast = await Cast.StartAsync();
        var system = (await cast.Pieter.ChangesPartyAsync(cast.SystemCard, "MedTrade, distributeur", "Els", "els@example.test")).Card;
        Assert.Contains("MedTrade, distributeur: Els, els@example.test", system.Text, StringComparison.Ordinal);

        await cast.IsApprovedAsync();

        Assert.Contains("Dear Els", (await cast.Mail.ToAsync("els@example.test")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await cast.NoticesAsync(), notice => notice.Route == NotificationRoute.Teams);
    }

    [Theory]
    [InlineData("nl-NL", "of deze persoon de app in Teams heeft")]
    [InlineData("en-GB", "whether this person has the app in Teams")]
    public async Task A_change_that_does_not_say_whether_the_contact_has_the_app_changes_nothing(string locale, string words)
    {
        await using var cast = await Cast.StartAsync(locale);
        var party = cast.SystemCard.Choice("party", cast.Pieter.IsDutch ? "MedTrade, distributeur" : "MedTrade, distributor");

        var answer = await cast.Pieter.PressesVerbAsync(cast.SystemCard, Verbs.ChangeParty,
            ("party", party), ("changedContact", "Els"), ("changedMail", "els@example.test"), ("changedLanguage", "English"));

        Assert.Contains(words, answer.Message, StringComparison.Ordinal);
        Assert.Equal("Dirk Vermeer", await cast.Bot.WithDbAsync(db => db.Parties.Where(p => p.Id == new PartyId(Guid.Parse(party))).Select(p => p.ContactName).SingleAsync()));
    }

    [Theory]
    [InlineData("nl-NL", "over een maatregel ingelicht")]
    [InlineData("en-GB", "was told of a corrective action")]
    public async Task A_party_that_was_told_stays(string locale, string words)
    {
        await using var cast = await Cast.StartAsync(locale);
        await cast.IsApprovedAsync();

        var answer = await cast.Pieter.PressesVerbAsync(cast.SystemCard, Verbs.RemoveParty, ("party", cast.SystemCard.FirstChoice("party")));

        Assert.Contains(words, answer.Message, StringComparison.Ordinal);
        Assert.Equal(3, await OwnPartiesAsync(cast));
    }

    [Fact]
    public async Task An_authority_for_which_a_notification_was_prepared_stays()
    {
        await using var cast = await Cast.StartAsync();
        var system = (await cast.Pieter.AddsAsync(cast.SystemCard, RecipientRole.MarketSurveillanceAuthority, "Toezichthouder", "Tom", "tom@example.test", Language.Dutch)).Card;
        await cast.Sanne.ReportsAsync(Cast.System, risk: true);
        await cast.Pieter.ApprovesAsync(await cast.Pieter.IsAskedToDecideAsync());
        var party = system.Choice("party", "Toezichthouder, markttoezichtautoriteit");
        Assert.Equal(1, await cast.Bot.WithDbAsync(db => db.Filings.CountAsync(f => f.PartyId == new PartyId(Guid.Parse(party)))));

        var answer = await cast.Pieter.PressesVerbAsync(system, Verbs.RemoveParty, ("party", party));

        Assert.Contains("is een melding aan haar opgesteld", answer.Message, StringComparison.Ordinal);
        Assert.Equal(4, await OwnPartiesAsync(cast));
    }

    [Theory]
    [InlineData(Verbs.ChangeParty)]
    [InlineData(Verbs.RemoveParty)]
    [InlineData(Verbs.TriageAgain)]
    public async Task Who_is_not_the_owner_changes_nothing_with_the_owners_card(string verb)
    {
        await using var cast = await Cast.StartAsync();
        var before = await Stored.CountAsync(cast.Bot);

        var answer = await cast.Sanne.PressesVerbAsync(cast.SystemCard, verb,
            ("party", cast.SystemCard.FirstChoice("party")), ("changedContact", "Mallory"), ("changedMail", "mallory@example.test"), ("changedLanguage", "Dutch"), ("changedTeamsContact", "-"));

        Assert.Contains("Alleen de projectleider", answer.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Stored.CountAsync(cast.Bot));
        Assert.Equal(0, await cast.Bot.WithDbAsync(db => db.Parties.CountAsync(p => p.ContactName == "Mallory")));
    }

    // The example of the local chat has a system of its own.
    private static Task<int> OwnPartiesAsync(Cast cast)
    {
        var system = new AiSystemId(Guid.Parse(cast.SystemCard.Data(Verbs.AddParty, "system")));
        return cast.Bot.WithDbAsync(db => db.Parties.CountAsync(p => p.AiSystemId == system));
    }
}
