using AiActBot.Compliance.CorrectiveActions;
using static AiActBot.Compliance.CorrectiveActions.CorrectiveActionStatus;

namespace AiActBot.Compliance.Tests.CorrectiveActions;

public sealed class LifecycleTests
{
    /// <summary>Every way there is, written down apart from the code: what is not here must be refused.</summary>
    private static readonly (CorrectiveActionStatus From, Trigger On, ActorRole By, CorrectiveActionStatus To)[] Allowed =
    [
        (Reported, Trigger.Propose, ActorRole.Reporter, Proposed),
        (Reported, Trigger.Propose, ActorRole.ComplianceTeam, Proposed),
        (Reported, Trigger.Dismiss, ActorRole.ComplianceTeam, Closed),
        (Proposed, Trigger.Revise, ActorRole.Proposer, Proposed),
        (Proposed, Trigger.Revise, ActorRole.ComplianceTeam, Proposed),
        (Proposed, Trigger.Submit, ActorRole.Proposer, AwaitingApproval),
        (Proposed, Trigger.Submit, ActorRole.ComplianceTeam, AwaitingApproval),
        (AwaitingApproval, Trigger.Approve, ActorRole.Approver, CarryingOut),
        (AwaitingApproval, Trigger.Approve, ActorRole.Delegate, CarryingOut),
        (AwaitingApproval, Trigger.SendBack, ActorRole.Approver, Proposed),
        (AwaitingApproval, Trigger.SendBack, ActorRole.Delegate, Proposed),
        (AwaitingApproval, Trigger.Delegate, ActorRole.Approver, AwaitingApproval),
        (AwaitingApproval, Trigger.TakeBack, ActorRole.Proposer, Proposed),
        (AwaitingApproval, Trigger.Expire, ActorRole.Clock, Proposed),
        (CarryingOut, Trigger.CarryOut, ActorRole.Proposer, Verifying),
        (CarryingOut, Trigger.CarryOut, ActorRole.Approver, Verifying),
        (CarryingOut, Trigger.CarryOut, ActorRole.ComplianceTeam, Verifying),
        (Verifying, Trigger.Verify, ActorRole.ComplianceTeam, Verifying),
        (Verifying, Trigger.FindIneffective, ActorRole.ComplianceTeam, CarryingOut),
        (Verifying, Trigger.Close, ActorRole.ComplianceTeam, Closed),
        (Closed, Trigger.Reopen, ActorRole.Reporter, Reported),
        (Closed, Trigger.Reopen, ActorRole.ComplianceTeam, Reported),
    ];

    public static TheoryData<CorrectiveActionStatus, Trigger, ActorRole> EveryCombination()
    {
        var data = new TheoryData<CorrectiveActionStatus, Trigger, ActorRole>();
        foreach (var status in Enum.GetValues<CorrectiveActionStatus>())
        foreach (var trigger in Enum.GetValues<Trigger>())
        foreach (var role in Enum.GetValues<ActorRole>())
            data.Add(status, trigger, role);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryCombination))]
    public void Every_status_trigger_and_role_is_decided_as_the_table_says(CorrectiveActionStatus status, Trigger trigger, ActorRole role)
    {
        var facts = ACase.In(status) with
        {
            Verified = trigger == Trigger.Close,
            ApprovalExpiresAt = trigger == Trigger.Expire ? ACase.Now : ACase.Now.AddDays(1),
        };
        var actor = ACase.Who(role);
        Assert.Equal(role, facts.RolesOf(actor));

        var statement = new Statement("A reason.", new Delegation(actor.Person, ACase.Stranger, ACase.Now, ACase.Now.AddDays(1)));
        var decision = CorrectiveActionLifecycle.Decide(facts, trigger, actor, statement);

        var allowed = Allowed.Where(row => (row.From, row.On, row.By) == (status, trigger, role)).ToList();
        if (allowed is [var only])
        {
            Assert.Equal(only.To, Assert.IsType<Decision.Accepted>(decision).Next);
            return;
        }

        var refusal = Assert.IsType<Decision.Refused>(decision).Refusal;
        var reachable = Allowed.Any(row => row.From == status && row.On == trigger);
        Assert.Equal(!reachable, refusal.Code == RefusalCode.NotPossibleNow);
        Assert.NotEqual(refusal.Text.Nl, refusal.Text.En);
    }

    [Fact]
    public void What_a_person_could_do_is_offered_even_when_it_still_needs_a_reason() =>
        Assert.Equal(
            [Trigger.Approve, Trigger.SendBack, Trigger.Delegate],
            CorrectiveActionLifecycle.Possible(ACase.In(AwaitingApproval), new Actor(ACase.Approver)));

    [Fact]
    public void The_diagram_shows_every_way_and_nothing_else()
    {
        var diagram = CorrectiveActionLifecycle.ToMermaid();
        var lines = diagram.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Equal("stateDiagram-v2", lines[0]);
        Assert.Contains("AwaitingApproval --> CarryingOut: Approve (Approver, Delegate, last vote needed)", lines);
        Assert.Contains("AwaitingApproval --> AwaitingApproval: Approve (Approver, Delegate, more votes needed)", lines);
        Assert.All(
            Allowed.Select(row => $"{row.From} --> {row.To}: {row.On} (").Distinct(),
            start => Assert.Contains(lines, line => line.StartsWith(start, StringComparison.Ordinal)));
        Assert.Equal(Allowed.Select(row => (row.From, row.On)).Distinct().Count() + 1 + 3, lines.Length);
    }
}
