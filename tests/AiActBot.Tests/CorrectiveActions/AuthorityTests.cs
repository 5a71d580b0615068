using System.Globalization;
using System.Text.Json.Nodes;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>Serious incidents: the clocks that everybody sees, and what a named person files with the authority.</summary>
public sealed class AuthorityTests
{
    [Theory]
    [InlineData("nl-NL", "Death", "uiterlijk 10 kalenderdagen", 10)]
    [InlineData("en-GB", "SeriousHarmToHealth", "at most 15 calendar days", 15)]
    [InlineData("nl-NL", "CriticalInfrastructure", "uiterlijk 2 kalenderdagen", 2)]
    public async Task The_clock_of_an_incident_stands_on_the_card_and_stops_with_a_reference(string locale, string incident, string period, int days)
    {
        await using var cast = await Cast.StartAsync(locale);
        var aware = TimeZoneInfo.ConvertTime(cast.Bot.Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).Date.AddDays(-1);
        await cast.Sanne.ReportsAsync(Cast.System, risk: true, more: [("incident", incident), ("awareDate", aware.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("awareTime", "09:30")]);
        var asked = await cast.Pieter.IsAskedToDecideAsync();
        Assert.Contains(period, asked.Text, StringComparison.Ordinal);
        Assert.Contains(cast.Sanne.IsDutch ? "Markttoezichtautoriteit" : "Market surveillance authority", asked.Text, StringComparison.Ordinal);

        await cast.Pieter.ApprovesAsync(asked);
        var filing = await cast.Bot.WithDbAsync(db => db.Filings.AsNoTracking().SingleAsync(f => f.Authority == RecipientRole.MarketSurveillanceAuthority));
        Assert.True(filing.DueBy >= new DateTimeOffset(aware.AddDays(days), TimeSpan.Zero));
        Assert.Empty(await cast.Bot.WithDbAsync(db => db.Notifications.Where(n => n.RecipientRole == RecipientRole.MarketSurveillanceAuthority).ToListAsync()));

        // Noor is named to file. A reference stops the clock; without one nothing is confirmed, and nobody else confirms.
        var noors = await cast.Noor.SeesAsync(card => card.Offers(Verbs.ConfirmFiling));
        var named = new JsonObject { ["filing"] = filing.Id.ToString(), ["reference"] = "MSA-1" };
        Assert.Contains("Noor", (await cast.Sanne.InvokesAsync(Verbs.ConfirmFiling, named)).Message, StringComparison.Ordinal);
        Assert.Contains(cast.Sanne.IsDutch ? "kenmerk" : "reference", (await cast.Noor.PressesVerbAsync(noors, Verbs.ConfirmFiling)).Message, StringComparison.Ordinal);
        var filed = (await cast.Noor.InvokesAsync(Verbs.ConfirmFiling, new JsonObject { ["filing"] = filing.Id.ToString(), ["reference"] = "MSA-2026-77" })).Card;
        Assert.Contains("MSA-2026-77", filed.Text, StringComparison.Ordinal);

        var after = await cast.Bot.WithDbAsync(db => db.Filings.AsNoTracking().SingleAsync(f => f.Id == filing.Id));
        Assert.Equal("MSA-2026-77", after.Reference);
        Assert.Contains("\"inTime\":\"yes\"", (await cast.Bot.WithDbAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "filing.confirmed"))).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "artikel 73, lid 4", "Open vraag", "Geldt vanaf 2 december 2027", "Eigen doel van de organisatie")]
    [InlineData("en-GB", "Article 73(4)", "Open question", "Applies from 2 December 2027", "organisation's own target")]
    public async Task Duties_and_deadlines_say_since_when_until_when_and_whether_they_apply_yet(string locale, string provision, string open, string later, string target)
    {
        await using var cast = await Cast.StartAsync(locale);
        await cast.Sanne.ReportsAsync(Cast.System, more: [("incident", "Death")]);
        var asked = await cast.Pieter.IsAskedToDecideAsync();

        var duties = (await cast.Pieter.PressesVerbAsync(asked, Verbs.ShowDuties)).Card;

        foreach (var words in new[] { provision, open, later, target })
            Assert.Contains(words, duties.Text, StringComparison.Ordinal);
        Assert.True((await cast.Pieter.PressesVerbAsync(duties, Verbs.ShowCase)).Card.Offers(Verbs.Approve));
    }

    /// <summary>Article 26(5): the provider first, and then the importer or distributor.</summary>
    [Fact]
    public async Task A_deployer_tells_the_provider_of_an_incident_before_all_others()
    {
        await using var cast = await Cast.StartAsync();
        var card = (await cast.Pieter.AddsAsync(cast.SystemCard, RecipientRole.Importer, "Importhuis", "Ilse", "ilse@example.test", Language.Dutch)).Card;
        await cast.Pieter.AddsAsync(card, RecipientRole.Provider, "Maker", "Mark", "mark@example.test", Language.Dutch);
        await cast.IsAsync([OperatorRole.Deployer], [RiskClass.HighRisk]);
        await cast.Sanne.ReportsAsync(Cast.System, more: [("incident", "Death")]);

        await cast.Pieter.ApprovesAsync(await cast.Pieter.IsAskedToDecideAsync());

        var told = await cast.Bot.WithDbAsync(db => db.Notifications.AsNoTracking().Where(n => n.Purpose == NotificationPurpose.Notice).OrderBy(n => n.Id).Select(n => n.RecipientRole).ToListAsync());
        Assert.Equal(RecipientRole.Provider, told[0]);
        Assert.Contains(RecipientRole.Importer, told.Skip(1));
    }

    [Theory]
    [InlineData("awareDate", "2999-01-01")]
    [InlineData("awareDate", "morgen")]
    [InlineData("awareTime", "half tien")]
    public async Task A_moment_that_is_none_or_lies_ahead_is_not_taken(string input, string value)
    {
        await using var cast = await Cast.StartAsync();

        var answer = await cast.Sanne.ReportsAsync(Cast.System, more: [("incident", "Death"), ("awareDate", "2026-11-01"), (input, value)]);

        Assert.Contains("in de toekomst", answer.Message, StringComparison.Ordinal);
        Assert.Equal(0, await cast.Bot.WithDbAsync(db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task Everybody_reads_times_in_their_own_zone()
    {
        await using var cast = await Cast.StartAsync("en-GB");
        var abroad = cast.Pieter.Activity("message", ("text", "english"), ("localTimezone", "Pacific/Auckland"));
        await cast.Pieter.SendsAsync(abroad);
        await cast.Sanne.ReportsAsync(Cast.System);
        var reported = (await cast.CaseAsync()).ReportedAt;

        var pieters = await cast.Pieter.IsAskedToDecideAsync();

        string Shown(string zone) => TimeZoneInfo.ConvertTime(reported, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("d MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("en-GB"));
        Assert.Contains(Shown("Pacific/Auckland"), pieters.Text, StringComparison.Ordinal);
        Assert.Contains(Shown("Europe/Amsterdam"), (await cast.Sanne.SeesAsync("Reported by")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployer_stops_using_it_and_tells_provider_and_authority()
    {
        await using var cast = await Cast.StartAsync();
        await cast.IsAsync([OperatorRole.Deployer], [RiskClass.HighRisk]);
        await cast.Pieter.AddsAsync(cast.SystemCard, RecipientRole.Provider, "Maker BV", "Mo", "mo@example.test", Language.Dutch);
        await cast.Sanne.ReportsAsync(Cast.System, risk: true);
        var asked = await cast.Pieter.IsAskedToDecideAsync();
        Assert.Contains("Onderbreek het gebruik", (await cast.Pieter.PressesVerbAsync(asked, Verbs.ShowDuties)).Card.Text, StringComparison.Ordinal);

        await cast.Pieter.ApprovesAsync(asked);

        Assert.Equal(["mo@example.test"], (await cast.NoticesAsync()).Select(notice => notice.MailAddress));
        Assert.Equal(["art-26.5"], await cast.Bot.WithDbAsync(db => db.Filings.Select(f => f.Provisions).ToListAsync()));
    }
}
