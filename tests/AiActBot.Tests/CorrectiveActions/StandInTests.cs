using System.Globalization;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>Who decides in whose place, until when, and how many have to agree.</summary>
public sealed class StandInTests
{
    [Theory]
    [InlineData("nl-NL", "kan nu in jouw plaats beslissen")]
    [InlineData("en-GB", "can decide in your place now")]
    public async Task A_delegate_decides_within_the_window_and_the_audit_trail_names_both(string locale, string words)
    {
        await using var cast = await Cast.StartAsync(locale);
        var asked = await cast.AwaitsPieterAsync();

        var delegated = await DelegatesAsync(cast, asked, cast.Dirk, Day(cast, 3));
        Assert.Contains("Dirk " + words, delegated.Card.Text, StringComparison.Ordinal);
        await cast.Dirk.ApprovesAsync(await cast.Dirk.IsAskedToDecideAsync());

        var approval = Assert.Single((await cast.CaseAsync()).Approvals);
        var (dirk, pieter) = (await IdAsync(cast, cast.Dirk), await IdAsync(cast, cast.Pieter));
        Assert.Equal((ApprovalState.Approved, dirk, pieter), (approval.State, approval.GivenBy!.Value.Value, approval.ApproverId.Value));
        var entry = await cast.Bot.WithDbAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "case.approved"));
        Assert.Equal(dirk.ToString(), entry.Actor);
        Assert.Contains(pieter.ToString(), entry.Content, StringComparison.Ordinal);
        Assert.Equal(3, (await cast.NoticesAsync()).Count);
    }

    [Fact]
    public async Task After_the_window_the_delegate_is_refused_and_the_approver_still_decides()
    {
        await using var cast = await Cast.StartAsync();
        var asked = await cast.AwaitsPieterAsync();
        await DelegatesAsync(cast, asked, cast.Dirk, Day(cast, 0));
        var dirks = await cast.Dirk.IsAskedToDecideAsync();
        cast.Bot.Time.Advance(TimeSpan.FromDays(2));

        Assert.Contains("periode", (await cast.Dirk.ApprovesAsync(dirks)).Message, StringComparison.Ordinal);
        Assert.Equal(CorrectiveActionStatus.AwaitingApproval, await cast.StatusAsync());
        await cast.Pieter.ApprovesAsync(asked);
        Assert.Equal(CorrectiveActionStatus.CarryingOut, await cast.StatusAsync());
    }

    [Fact]
    public async Task Nobody_delegates_on_or_to_the_proposer_or_for_somebody_else()
    {
        await using var cast = await Cast.StartAsync();
        var asked = await cast.AwaitsPieterAsync();
        Assert.Contains("niet namens een goedkeurder", (await DelegatesAsync(cast, asked, cast.Sanne, Day(cast, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("Kies een andere persoon", (await DelegatesAsync(cast, asked, cast.Pieter, Day(cast, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("Kies een andere persoon", (await DelegatesAsync(cast, asked, cast.Dirk, Day(cast, -2))).Message, StringComparison.Ordinal);
        await DelegatesAsync(cast, asked, cast.Dirk, Day(cast, 3));
        var dirks = await cast.Dirk.IsAskedToDecideAsync();

        Assert.Contains("kan dat niet aan een ander doorgeven", (await DelegatesAsync(cast, dirks, cast.Noor, Day(cast, 3), cast.Dirk)).Message, StringComparison.Ordinal);
        Assert.Contains("Alleen de aangewezen", (await DelegatesAsync(cast, dirks, cast.Dirk, Day(cast, 3), cast.Noor)).Message, StringComparison.Ordinal);
        Assert.Single(await cast.Bot.WithDbAsync(db => db.StandIns.ToListAsync()));
    }

    [Fact]
    public async Task A_deputy_decides_while_the_approver_is_away_and_no_longer()
    {
        await using var cast = await Cast.StartAsync();
        await cast.Pieter.WritesAsync("afwezig");
        var form = await cast.Pieter.SeesAsync(card => card.Inputs.Contains("deputy"));
        Assert.Contains("Kies een collega", (await cast.Pieter.PressesVerbAsync(form, Verbs.SetAbsence)).Message, StringComparison.Ordinal);
        var away = (await cast.Pieter.PressesVerbAsync(form, Verbs.SetAbsence, ("deputy", form.Choice("deputy", "Dirk")), ("until", Day(cast, 5)))).Card;
        await cast.Sanne.ReportsAsync(Cast.System);

        var dirks = await cast.Dirk.IsAskedToDecideAsync();
        Assert.Contains("Dirk als vervanger", dirks.Text, StringComparison.Ordinal);
        await cast.Pieter.PressesVerbAsync(away, Verbs.EndAbsence);
        Assert.Contains("niet (meer) voor jou", (await cast.Dirk.ApprovesAsync(dirks)).Message, StringComparison.Ordinal);
        await cast.Pieter.PressesVerbAsync(form, Verbs.SetAbsence, ("deputy", form.Choice("deputy", "Dirk")), ("until", Day(cast, 5)));
        await cast.Dirk.ApprovesAsync(dirks);

        Assert.Equal(CorrectiveActionStatus.CarryingOut, await cast.StatusAsync());
    }

    [Fact]
    public async Task At_a_risk_two_different_people_agree_before_anybody_is_told()
    {
        await using var cast = await Cast.StartAsync(settings: [("CorrectiveActions:ApprovalsAtRisk", "2"), ("Organisation:ComplianceTeam:1", Person.ObjectIdOf("Dirk"))]);
        await cast.Sanne.ReportsAsync(Cast.System, risk: true);
        var pieters = await cast.Pieter.IsAskedToDecideAsync();
        var noors = await cast.Noor.IsAskedToDecideAsync();
        var dirks = await cast.Dirk.IsAskedToDecideAsync();

        var first = (await cast.Pieter.ApprovesAsync(pieters)).Card;
        Assert.Contains("1 van 2 goedkeuringen", first.Text, StringComparison.Ordinal);
        await cast.Pieter.ApprovesAsync(pieters);
        Assert.Equal(CorrectiveActionStatus.AwaitingApproval, await cast.StatusAsync());
        Assert.Empty(await cast.NoticesAsync());
        await cast.Noor.ApprovesAsync(noors);
        await cast.Dirk.ApprovesAsync(dirks);

        Assert.Equal(CorrectiveActionStatus.CarryingOut, await cast.StatusAsync());
        Assert.Equal([ApprovalState.Approved, ApprovalState.Approved, ApprovalState.Superseded], (await cast.CaseAsync()).Approvals.Select(a => a.State).Order());
        Assert.Equal(3, (await cast.NoticesAsync()).Count);
        Assert.Equal(["case.voted", "case.approved"], (await cast.HistoryAsync()).Where(action => action is "case.voted" or "case.approved"));
    }

    [Fact]
    public async Task A_risk_for_which_too_few_can_agree_is_not_submitted()
    {
        await using var cast = await Cast.StartAsync(settings: ("CorrectiveActions:ApprovalsAtRisk", "3"));

        var answer = await cast.Sanne.ReportsAsync(Cast.System, risk: true);

        Assert.Contains("3 verschillende goedkeurders", answer.Message, StringComparison.Ordinal);
        Assert.Equal(0, await cast.Bot.WithDbAsync(db => db.Cases.CountAsync()));
    }

    private static Task<InvokeAnswer> DelegatesAsync(Cast cast, Card asked, Person to, string until, Person? by = null) => ToAsync(cast, asked, to, until, by ?? cast.Pieter);

    private static async Task<InvokeAnswer> ToAsync(Cast cast, Card asked, Person to, string until, Person by) => await by.InvokesAsync(
        Verbs.DelegateApproval,
        new System.Text.Json.Nodes.JsonObject
        {
            ["approval"] = asked.Data(Verbs.Approve, "approval"), ["delegate"] = (await IdAsync(cast, to)).ToString(), ["delegateUntil"] = until,
        },
        asked.ActivityId);

    private static Task<Guid> IdAsync(Cast cast, Person person) =>
        cast.Bot.WithDbAsync(async db => (await db.People.SingleAsync(p => p.AadObjectId == person.ObjectId)).Id.Value);

    private static string Day(Cast cast, int ahead) => cast.Bot.Time.GetUtcNow().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
