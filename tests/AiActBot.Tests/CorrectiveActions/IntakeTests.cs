using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>A report without a proposal: the compliance team settles facts and action, words the notices, and asks for approval.</summary>
public sealed class IntakeTests
{
    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public async Task A_bare_report_is_assessed_worded_approved_and_told_in_those_words(string locale)
    {
        await using var cast = await Cast.StartAsync(locale);
        string In(string nl, string en) => cast.Sanne.IsDutch ? nl : en;

        var reported = (await cast.Sanne.ReportsWithoutProposalAsync(Cast.System)).Card;
        Assert.Contains(In("Het complianceteam beoordeelt", "The compliance team assesses"), reported.Text, StringComparison.Ordinal);
        var noors = await cast.Noor.SeesAsync(card => card.Offers(Verbs.Assess));
        Assert.False((await cast.Pieter.SeesAsync("CA-")).Offers(Verbs.Assess));
        var prepared = (await cast.Noor.AssessesAsync(noors)).Card;
        Assert.Contains(In("In voorbereiding", "Being prepared"), prepared.Text, StringComparison.Ordinal);
        Assert.Empty(await cast.NoticesAsync());

        // She puts one message in other words; what is still to be filled in does not get through.
        var list = (await cast.Noor.PressesVerbAsync(prepared, Verbs.ListNotices)).Card;
        var form = (await cast.Noor.PressesVerbAsync(list, Verbs.EditNotice)).Card;
        var number = (await cast.CaseAsync()).Number;
        Assert.Contains("[naam]", (await cast.Noor.PressesVerbAsync(form, Verbs.SaveNotice, ("subject", "Let op"), ("text", $"Beste [naam], {number}"))).Message, StringComparison.Ordinal);
        Assert.Contains(number, (await cast.Noor.PressesVerbAsync(form, Verbs.SaveNotice, ("subject", "Let op"), ("text", "Zonder kenmerk."))).Message, StringComparison.Ordinal);
        await cast.Noor.PressesVerbAsync(form, Verbs.SaveNotice, ("subject", "Let op"), ("text", $"In onze eigen woorden, {number}."));
        await cast.Noor.ResubmitsAsync(prepared, CaseTalk.Action);

        var asked = await cast.Pieter.IsAskedToDecideAsync();
        Assert.Contains($"In onze eigen woorden, {number}.", asked.Text, StringComparison.Ordinal);
        await cast.Pieter.ApprovesAsync(asked);

        var notices = await cast.NoticesAsync();
        Assert.Equal(3, notices.Count);
        Assert.Single(notices, notice => notice.Text == $"In onze eigen woorden, {number}." && notice.Subject == "Let op");
        Assert.All(notices, notice => Assert.Equal("art-20.1", notice.Provisions));
        Assert.Equal(["case.reported", "case.proposed", "notice.edited", "case.submitted", "case.approved"], (await cast.HistoryAsync()).Where(IsDecision));
    }

    [Fact]
    public async Task A_message_with_something_left_to_fill_in_is_never_put_before_an_approver()
    {
        await using var cast = await Cast.StartAsync();

        var answer = await cast.Sanne.ReportsAsync(Cast.System, action: "Vervang het door [nog te kiezen systeem].");

        Assert.Contains("[nog te kiezen systeem]", answer.Message, StringComparison.Ordinal);
        Assert.Equal(0, await cast.Bot.WithDbAsync(db => Task.FromResult(db.Cases.Count())));
    }

    [Fact]
    public async Task An_unfounded_report_is_closed_with_a_reason_and_can_be_opened_again_with_one()
    {
        await using var cast = await Cast.StartAsync();
        await cast.Sanne.ReportsWithoutProposalAsync(Cast.System);
        var noors = await cast.Noor.SeesAsync(card => card.Offers(Verbs.Dismiss));

        Assert.Contains("reden nodig", (await cast.Noor.PressesVerbAsync(noors, Verbs.Dismiss)).Message, StringComparison.Ordinal);
        Assert.Contains("complianceteam", (await cast.Sanne.PressesVerbAsync(noors, Verbs.Dismiss, ("comment", "x"))).Message, StringComparison.Ordinal);
        var closed = (await cast.Noor.PressesVerbAsync(noors, Verbs.Dismiss, ("comment", "Het is een ander systeem."))).Card;
        Assert.Contains("Gesloten", closed.Text, StringComparison.Ordinal);
        var sannes = await cast.Sanne.SeesAsync(card => card.Offers(Verbs.Reopen));
        Assert.Contains("reden nodig", (await cast.Sanne.PressesVerbAsync(sannes, Verbs.Reopen)).Message, StringComparison.Ordinal);
        await cast.Sanne.PressesVerbAsync(sannes, Verbs.Reopen, ("comment", "Toch niet."));

        Assert.Equal(CorrectiveActionStatus.Reported, await cast.StatusAsync());
        Assert.Equal(["case.reported", "case.dismissed", "case.reopened"], (await cast.HistoryAsync()).Where(IsDecision));
    }

    [Fact]
    public async Task What_is_taken_back_or_does_not_work_goes_round_again()
    {
        await using var cast = await Cast.StartAsync();
        await cast.AwaitsPieterAsync();
        var sannes = await cast.Sanne.SeesAsync(card => card.Offers(Verbs.TakeBack));
        await cast.Sanne.PressesVerbAsync(sannes, Verbs.TakeBack);
        Assert.Equal(CorrectiveActionStatus.Proposed, await cast.StatusAsync());
        await cast.Sanne.ResubmitsAsync(await cast.Sanne.SeesAsync(card => card.Offers(Verbs.Resubmit)), "Second thoughts.");
        await cast.Pieter.ApprovesAsync(await cast.Pieter.SeesAsync(card => card.Offers(Verbs.Approve) && card.Text.Contains("Second thoughts.", StringComparison.Ordinal)));
        var carry = await cast.Pieter.SeesAsync(card => card.Offers(Verbs.CarriedOut));

        Assert.Contains("Nog niet afgevinkt", (await cast.Pieter.PressesVerbAsync(carry, Verbs.CarriedOut)).Message, StringComparison.Ordinal);
        await cast.Pieter.CarriesOutAsync(carry);
        var noors = await cast.Noor.SeesAsync(card => card.Offers(Verbs.Ineffective));
        Assert.Contains("reden nodig", (await cast.Noor.PressesVerbAsync(noors, Verbs.Ineffective)).Message, StringComparison.Ordinal);
        await cast.Noor.PressesVerbAsync(noors, Verbs.Ineffective, ("comment", "Still skewed."));

        Assert.Equal(CorrectiveActionStatus.CarryingOut, await cast.StatusAsync());
        Assert.Equal(3, (await cast.NoticesAsync()).Count);
    }

    [Fact]
    public async Task Who_reports_anonymously_is_named_to_nobody_but_themselves()
    {
        await using var cast = await Cast.StartAsync(settings: ("CorrectiveActions:AllowAnonymousReports", "true"));

        await cast.Sanne.ReportsWithoutProposalAsync(Cast.System, ("anonymous", "true"));

        Assert.Contains("anoniem", (await cast.Noor.SeesAsync("CA-")).Text, StringComparison.Ordinal);
        foreach (var person in new[] { cast.Noor, cast.Pieter })
            Assert.DoesNotContain("Sanne", (await person.SeesAsync("CA-")).Text, StringComparison.Ordinal);
        Assert.Contains("Sanne", (await cast.Sanne.SeesAsync("Gemeld door")).Text, StringComparison.Ordinal);
        var entry = await cast.Bot.WithDbAsync(db => Task.FromResult(db.AuditEntries.Single(e => e.Action == "case.reported")));
        Assert.Equal("service", entry.Actor);
    }

    [Fact]
    public async Task Where_it_is_not_allowed_a_name_stays_a_name()
    {
        await using var cast = await Cast.StartAsync();

        await cast.Sanne.ReportsWithoutProposalAsync(Cast.System, ("anonymous", "true"));

        Assert.Contains("Sanne", (await cast.Noor.SeesAsync("CA-")).Text, StringComparison.Ordinal);
    }

    private static bool IsDecision(string action) => action.StartsWith("case.", StringComparison.Ordinal) || action == "notice.edited";
}
