using AiActBot.Compliance.CorrectiveActions;
using static AiActBot.Compliance.CorrectiveActions.CorrectiveActionStatus;
using static AiActBot.Compliance.Tests.CorrectiveActions.Decided;

namespace AiActBot.Compliance.Tests.CorrectiveActions;

/// <summary>What has to be there before a case goes on, and before it closes.</summary>
public sealed class CompletionRulesTests
{
    [Theory]
    [InlineData(Reported, Trigger.Dismiss)]
    [InlineData(Verifying, Trigger.FindIneffective)]
    [InlineData(Closed, Trigger.Reopen)]
    public void What_needs_a_reason_is_refused_without_one(CorrectiveActionStatus status, Trigger trigger) =>
        Assert.Equal(RefusalCode.ReasonNeeded, Refused(ACase.In(status), trigger, ACase.Who(ActorRole.ComplianceTeam), new Statement("  ")));

    [Fact]
    public void Sending_back_needs_a_comment() =>
        Assert.Equal(RefusalCode.ReasonNeeded, Refused(ACase.In(AwaitingApproval), Trigger.SendBack, new Actor(ACase.Approver)));

    [Fact]
    public void A_case_does_not_close_before_it_is_verified() =>
        Assert.Equal(RefusalCode.NotVerified, Refused(ACase.In(Verifying), Trigger.Close, ACase.Who(ActorRole.ComplianceTeam)));

    [Fact]
    public void Whoever_carried_it_out_does_not_verify_it()
    {
        var worker = new Actor(ACase.Colleague, InComplianceTeam: true);

        Assert.Equal(RefusalCode.CannotVerifyOwnWork, Refused(ACase.In(Verifying) with { CarriedOutBy = worker.Person }, Trigger.Verify, worker));
    }

    [Fact]
    public void Closing_names_who_has_not_acknowledged_and_accepts_a_reason()
    {
        var team = ACase.Who(ActorRole.ComplianceTeam);
        var facts = ACase.In(Verifying) with
        {
            Verified = true,
            Notices = [new SentNotice("MedTrade", false), new SentNotice("Ziekenhuis Noord", true), new SentNotice("Orbis", false)],
        };

        var refused = Assert.IsType<Decision.Refused>(CorrectiveActionLifecycle.Decide(facts, Trigger.Close, team));
        Assert.Equal(RefusalCode.NoticesNotAcknowledged, refused.Refusal.Code);
        Assert.Contains("MedTrade, Orbis", refused.Refusal.Text.Nl, StringComparison.Ordinal);
        Assert.DoesNotContain("Ziekenhuis Noord", refused.Refusal.Text.En, StringComparison.Ordinal);
        Assert.Equal(Closed, Accepted(facts, Trigger.Close, team, new Statement("Both companies no longer exist.")).Next);
    }

    [Fact]
    public void An_action_is_not_carried_out_while_a_step_of_it_is_open_and_unexplained()
    {
        var team = ACase.Who(ActorRole.ComplianceTeam);
        var facts = ACase.In(CarryingOut) with { OpenSteps = [ActionSteps.For(CorrectiveActionKind.Recall)[1].What] };

        var refused = Assert.IsType<Decision.Refused>(CorrectiveActionLifecycle.Decide(facts, Trigger.CarryOut, team));
        Assert.Equal(RefusalCode.StepsNotDone, refused.Refusal.Code);
        Assert.Contains("Every deployer has confirmed", refused.Refusal.Text.En, StringComparison.Ordinal);
        Assert.Equal(Verifying, Accepted(facts, Trigger.CarryOut, team, new Statement("There is one deployer: ourselves.")).Next);
    }

    [Fact]
    public void Every_kind_of_action_has_steps_of_its_own()
    {
        var steps = Enum.GetValues<CorrectiveActionKind>().SelectMany(kind => ActionSteps.For(kind)).ToList();

        Assert.Equal(steps.Count, steps.Select(step => step.What).Distinct().Count());
        Assert.All(Enum.GetValues<CorrectiveActionKind>(), kind => Assert.InRange(ActionSteps.For(kind).Count, 3, 5));
    }
}
