using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Tests.Drivers;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>From a report to a closed case, as the people in it live through it.</summary>
public sealed class StoryTests
{
    [SkippableTheory]
    [InlineData("nl-NL", DatabaseProvider.Sqlite)]
    [InlineData("en-GB", DatabaseProvider.Sqlite)]
    [InlineData("nl-NL", DatabaseProvider.PostgreSql)]
    public async Task A_reported_deviation_is_approved_told_acknowledged_carried_out_and_closed(string locale, DatabaseProvider provider)
    {
        await using var cast = await Cast.StartAsync(locale, provider);
        string In(string nl, string en) => cast.Sanne.IsDutch ? nl : en;

        // Sanne reports, and hears who was asked.
        var reported = (await cast.Sanne.ReportsAsync(Cast.System)).Card;
        Assert.Contains(In("Pieter is gevraagd om te beslissen", "Pieter has been asked to decide"), reported.Text, StringComparison.Ordinal);

        // Pieter sees what it is about, who will be told and in which words.
        var asked = await cast.Pieter.IsAskedToDecideAsync();
        Assert.Contains(CaseTalk.Facts, asked.Text, StringComparison.Ordinal);
        Assert.Contains(CaseTalk.Action, asked.Text, StringComparison.Ordinal);
        foreach (var words in new[] { "MedTrade", "Voorbeeldstad", "Northwind", "Geachte Amira Haddad", "Dear Grace Okafor" })
            Assert.Contains(words, asked.Text, StringComparison.Ordinal);
        Assert.Empty(await cast.NoticesAsync());

        // He approves; each party is told in its own language, by its own way.
        await cast.Pieter.ApprovesAsync(asked);
        var inTeams = await cast.Dirk.SeesAsync(card => card.Offers(Verbs.Acknowledge));
        Assert.Contains(In("Geachte Dirk Vermeer", "Dear Dirk Vermeer"), inTeams.Text, StringComparison.Ordinal);
        var toAmira = await cast.Mail.ToAsync("amira@example.test");
        Assert.Contains("Geachte Amira Haddad", toAmira.Text, StringComparison.Ordinal);
        Assert.Contains("Bevestig de ontvangst", toAmira.Text, StringComparison.Ordinal);
        var toGrace = await cast.Mail.ToAsync("grace@example.test");
        Assert.Contains("Dear Grace Okafor", toGrace.Text, StringComparison.Ordinal);
        Assert.Contains("Please confirm receipt", toGrace.Text, StringComparison.Ordinal);

        // They acknowledge by button and by link, and everybody's card shows who has.
        var confirmed = (await cast.Dirk.AcknowledgesAsync(inTeams)).Card;
        Assert.Contains(In("Ontvangst bevestigd op", "Receipt confirmed on"), confirmed.Text, StringComparison.Ordinal);
        Assert.False(confirmed.Offers(Verbs.Acknowledge));
        using (var posted = await cast.Bot.Http.PostAsync(Mailbox.LinkIn(toAmira), null))
            Assert.Contains("Ontvangst bevestigd op", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var person in new[] { cast.Sanne, cast.Pieter, cast.Noor })
        {
            var shown = await person.SeesAsync(In("Kennisgevingen: 2 van 3 bevestigd", "Notices: 2 of 3 acknowledged"));
            Assert.True(shown.IsUpdate, $"{person.Name} has one card of the case, which is kept up to date.");
            Assert.Contains(In("✓ MedTrade (distributeur): bevestigd op", "✓ MedTrade (distributor): acknowledged on"), shown.Text, StringComparison.Ordinal);
            Assert.Contains(In("✓ Voorbeeldstad (gebruiksverantwoordelijke): bevestigd op", "✓ Voorbeeldstad (deployer): acknowledged on"), shown.Text, StringComparison.Ordinal);
            Assert.Contains(In("nog niet bevestigd", "not acknowledged yet"), shown.Text, StringComparison.Ordinal);
        }

        using (await cast.Bot.Http.PostAsync(Mailbox.LinkIn(toGrace), null))
            await cast.Noor.SeesAsync(In("Kennisgevingen: 3 van 3 bevestigd", "Notices: 3 of 3 acknowledged"));

        // Pieter has it done; Noor, who did not do it, confirms that it works.
        var pieters = await cast.Pieter.SeesAsync(card => card.Offers(Verbs.CarriedOut));
        await cast.Pieter.CarriesOutAsync(pieters);
        var noors = await cast.Noor.SeesAsync(card => card.Offers(Verbs.Close));
        var closed = (await cast.Noor.ClosesAsync(noors)).Card;
        Assert.Contains(In("Gesloten", "Closed"), closed.Text, StringComparison.Ordinal);
        Assert.False(closed.Offers(Verbs.Close));
        Assert.Contains(In("✓ Gesloten", "✓ Closed"), (await cast.Sanne.SeesAsync(In("Gesloten", "Closed"))).Text, StringComparison.Ordinal);

        Assert.Equal(
            ["case.reported", "case.approved", "notice.acknowledged", "notice.acknowledged", "notice.acknowledged", "case.carriedOut", "case.closed"],
            (await cast.HistoryAsync()).Where(action => action.StartsWith("case.", StringComparison.Ordinal) || action == "notice.acknowledged"));
        Assert.True((await cast.Bot.WithDbAsync(db => AuditTrail.VerifyAsync(db))).Holds);
        Assert.Empty(cast.Bot.Connector.Unexpected);
    }

    [Fact]
    public async Task What_the_approver_saw_is_what_was_sent_to_the_letter()
    {
        await using var cast = await Cast.StartAsync();
        var asked = await cast.AwaitsPieterAsync();

        await cast.Pieter.ApprovesAsync(asked);

        var notices = await cast.NoticesAsync();
        Assert.Equal(3, notices.Count);
        // On the card a line break is an empty line, and so it is in the text of a notice between paragraphs.
        Assert.All(notices, notice => Assert.All(
            notice.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line, asked.Text, StringComparison.Ordinal)));
        var parties = (await cast.Bot.WithDbAsync(db => Task.FromResult(db.Parties.ToList()))).ToDictionary(party => party.Id);
        var sent = notices.Select(notice => new PlannedNotice(
                Guid.NewGuid(), notice.RecipientRole!.Value, parties[notice.PartyId!.Value], [], notice.Route, notice.Language, notice.Subject, notice.Text))
            .OrderBy(notice => notice.Party!.Id.Value);
        Assert.Equal(Assert.Single((await cast.CaseAsync()).Approvals).ContentHash, NoticePlan.Hash(sent));
        Assert.Contains((await cast.CaseAsync()).Approvals[0].ContentHash,
            (await cast.Bot.WithDbAsync(db => Task.FromResult(db.AuditEntries.Single(e => e.Action == "case.approved")))).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "Teruggestuurd door Pieter: Terughalen is beter.")]
    [InlineData("en-GB", "Sent back by Pieter: Terughalen is beter.")]
    public async Task What_was_sent_back_is_proposed_anew_and_decided_again(string locale, string because)
    {
        await using var cast = await Cast.StartAsync(locale);
        var first = await cast.AwaitsPieterAsync();

        await cast.Pieter.SendsBackAsync(first, "Terughalen is beter.");
        var back = await cast.Sanne.SeesAsync(card => card.Offers(Verbs.Resubmit));
        Assert.Contains(because, back.Text, StringComparison.Ordinal);
        Assert.Empty(await cast.NoticesAsync());
        await cast.Sanne.ResubmitsAsync(back, "Recall it from the market.");
        var second = await cast.Pieter.SeesAsync(card => card.Offers(Verbs.Approve) && card.Text.Contains("Recall it", StringComparison.Ordinal));
        await cast.Pieter.ApprovesAsync(second);

        Assert.All(await cast.NoticesAsync(), notice => Assert.Contains("Recall it from the market.", notice.Text, StringComparison.Ordinal));
        var @case = await cast.CaseAsync();
        Assert.Equal((CorrectiveActionStatus.CarryingOut, 2), (@case.Status, @case.Revision));
        Assert.Equal([ApprovalState.SentBack, ApprovalState.Approved], @case.Approvals.OrderBy(a => a.Revision).Select(a => a.State));
    }

    [Theory]
    [InlineData("nl-NL", "reden nodig")]
    [InlineData("en-GB", "needs a reason")]
    public async Task Sending_back_needs_a_reason(string locale, string words)
    {
        await using var cast = await Cast.StartAsync(locale);
        var card = await cast.AwaitsPieterAsync();

        Assert.Contains(words, (await cast.Pieter.SendsBackAsync(card)).Message, StringComparison.Ordinal);
        Assert.Contains(words, (await cast.Pieter.SendsBackAsync(card, " \u200B ")).Message, StringComparison.Ordinal);

        Assert.Equal(CorrectiveActionStatus.AwaitingApproval, await cast.StatusAsync());
    }

    [Fact]
    public async Task Everybody_concerned_reads_the_case_in_their_own_language()
    {
        await using var cast = await Cast.StartAsync("nl-NL");
        await cast.Noor.AsksForTextAsync("english");

        await cast.AwaitsPieterAsync();

        Assert.Contains("Awaiting approval", (await cast.Noor.SeesAsync("CA-")).Text, StringComparison.Ordinal);
        Assert.Contains("In afwachting van goedkeuring", (await cast.Sanne.SeesAsync("CA-")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_whom_article_20_names_are_told()
    {
        await using var cast = await Cast.StartAsync();
        foreach (var role in Enum.GetValues<AiActBot.Compliance.CorrectiveActions.RecipientRole>())
            await cast.Pieter.AddsAsync(cast.SystemCard, role, $"{role} BV", "Iemand", $"{role}@example.test", Language.Dutch);

        await cast.IsApprovedAsync();

        var told = (await cast.NoticesAsync()).Select(notice => notice.MailAddress!.Split('@')[0]).ToHashSet();
        Assert.Superset(new HashSet<string> { "Distributor", "Deployer", "Importer", "AuthorisedRepresentative" }, told);
        Assert.DoesNotContain("Provider", told);
        Assert.DoesNotContain("NotifiedBody", told);
        Assert.DoesNotContain("MarketSurveillanceAuthority", told);
    }

    [Theory]
    [InlineData("nl-NL", "markttoezichtautoriteit")]
    [InlineData("en-GB", "market surveillance authority")]
    public async Task A_possible_risk_is_told_and_shown_with_who_else_must_hear(string locale, string authority)
    {
        await using var cast = await Cast.StartAsync(locale);
        await cast.Sanne.ReportsAsync(Cast.System, risk: true);
        var card = await cast.Pieter.IsAskedToDecideAsync();

        Assert.Contains(authority, card.Text, StringComparison.OrdinalIgnoreCase);
        await cast.Pieter.ApprovesAsync(card);

        Assert.All(await cast.NoticesAsync(), notice => Assert.Contains("79", notice.Text, StringComparison.Ordinal));
    }
}
