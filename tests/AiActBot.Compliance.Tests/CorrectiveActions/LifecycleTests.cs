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

    [Theory]
    [InlineData(Trigger.Approve)]
    [InlineData(Trigger.SendBack)]
    [InlineData(Trigger.Delegate)]
    public void The_proposer_never_decides_even_when_named_as_an_approver(Trigger trigger)
    {
        var facts = ACase.In(AwaitingApproval) with { Approvers = [ACase.Proposer, ACase.Approver] };

        Assert.Equal(RefusalCode.ProposerCannotDecide, Refused(facts, trigger, new Actor(ACase.Proposer, InComplianceTeam: true)));
    }

    [Fact]
    public void A_proposer_who_is_somebodys_delegate_still_does_not_decide()
    {
        var facts = ACase.In(AwaitingApproval) with
        {
            Delegations = [new Delegation(ACase.Approver, ACase.Proposer, ACase.Now.AddDays(-1), ACase.Now.AddDays(1))],
        };

        Assert.Equal(RefusalCode.ProposerCannotDecide, Refused(facts, Trigger.Approve, new Actor(ACase.Proposer)));
    }

    [Fact]
    public void A_proposal_is_not_submitted_to_somebody_who_wrote_it()
    {
        var facts = ACase.In(Proposed) with { Approvers = [ACase.Proposer, ACase.Approver] };

        Assert.Equal(RefusalCode.ProposerIsApprover, Refused(facts, Trigger.Submit, new Actor(ACase.Proposer)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(1, 0)]
    public void A_proposal_needs_as_many_different_approvers_as_votes(int named, int required)
    {
        var facts = ACase.In(Proposed) with { Approvers = [.. Enumerable.Repeat(ACase.Approver, named)], RequiredApprovals = required };

        Assert.Equal(RefusalCode.TooFewApprovers, Refused(facts, Trigger.Submit, new Actor(ACase.Proposer)));
    }

    [Fact]
    public void Whoever_changes_a_proposal_becomes_one_of_its_proposers()
    {
        var colleague = new Actor(ACase.Colleague, InComplianceTeam: true);
        var facts = ACase.In(Proposed);

        var revised = CorrectiveActionLifecycle.Apply(facts, Trigger.Revise, colleague, Accepted(facts, Trigger.Revise, colleague));

        Assert.Equal([ACase.Proposer, ACase.Colleague], revised.Proposers);
    }

    [Fact]
    public void Two_of_three_approvals_are_two_different_people()
    {
        var (second, third) = (PersonId.New(), PersonId.New());
        var facts = ACase.In(AwaitingApproval) with { Approvers = [ACase.Approver, second, third], RequiredApprovals = 2, Delegations = [] };

        var first = new Actor(ACase.Approver);
        var afterOne = CorrectiveActionLifecycle.Apply(facts, Trigger.Approve, first, Accepted(facts, Trigger.Approve, first));

        Assert.Equal(AwaitingApproval, afterOne.Status);
        Assert.Equal(RefusalCode.AlreadyVoted, Refused(afterOne, Trigger.Approve, first));
        Assert.Equal(CarryingOut, Accepted(afterOne, Trigger.Approve, new Actor(third)).Next);
    }

    [Fact]
    public void One_person_does_not_vote_twice_by_standing_in_for_another()
    {
        var other = PersonId.New();
        var facts = ACase.In(AwaitingApproval) with
        {
            Approvers = [ACase.Approver, other],
            RequiredApprovals = 2,
            Delegations = [new Delegation(other, ACase.Approver, ACase.Now, ACase.Now.AddDays(1))],
            Approvals = [new Approval(ACase.Approver, ACase.Approver)],
        };

        Assert.Equal(RefusalCode.AlreadyVoted, Refused(facts, Trigger.Approve, new Actor(ACase.Approver)));
    }

    [Fact]
    public void An_approver_and_their_delegate_have_one_vote_together()
    {
        var facts = ACase.In(AwaitingApproval) with { RequiredApprovals = 2, Approvals = [new Approval(ACase.Delegate, ACase.Approver)] };

        Assert.Equal(RefusalCode.AlreadyVoted, Refused(facts, Trigger.Approve, new Actor(ACase.Approver)));
    }

    [Fact]
    public void A_delegates_vote_names_both()
    {
        var facts = ACase.In(AwaitingApproval);
        var accepted = Accepted(facts, Trigger.Approve, new Actor(ACase.Delegate));

        Assert.Equal(ACase.Approver, accepted.InPlaceOf);
        Assert.Equal(
            [new Approval(ACase.Delegate, ACase.Approver)],
            CorrectiveActionLifecycle.Apply(facts, Trigger.Approve, new Actor(ACase.Delegate), accepted).Approvals);
    }

    [Theory]
    [InlineData(-2, -1)]
    [InlineData(-1, 0)]
    [InlineData(1, 2)]
    public void A_delegation_holds_only_inside_its_window(int fromDays, int untilDays)
    {
        var facts = ACase.In(AwaitingApproval) with
        {
            Delegations = [new Delegation(ACase.Approver, ACase.Delegate, ACase.Now.AddDays(fromDays), ACase.Now.AddDays(untilDays))],
        };

        Assert.Equal(RefusalCode.DelegationNotActive, Refused(facts, Trigger.Approve, new Actor(ACase.Delegate)));
    }

    [Fact]
    public void A_delegate_cannot_delegate_on()
    {
        var facts = ACase.In(AwaitingApproval) with
        {
            Delegations =
            [
                new Delegation(ACase.Approver, ACase.Delegate, ACase.Now, ACase.Now.AddDays(1)),
                new Delegation(ACase.Delegate, ACase.Stranger, ACase.Now, ACase.Now.AddDays(1)),
            ],
        };

        Assert.Equal(RefusalCode.DelegateCannotDelegate, Refused(facts, Trigger.Delegate, new Actor(ACase.Delegate)));
        Assert.Equal(RefusalCode.DelegateCannotDelegate, Refused(facts, Trigger.Approve, new Actor(ACase.Stranger)));
    }

    [Fact]
    public void Nobody_delegates_to_the_proposer_to_themselves_or_into_the_past()
    {
        var facts = ACase.In(AwaitingApproval);
        Assert.Equal(RefusalCode.DelegateIsProposer, Delegate(ACase.Proposer, 0, 1));
        Assert.Equal(RefusalCode.DelegationIncomplete, Delegate(ACase.Approver, 0, 1));
        Assert.Equal(RefusalCode.DelegationIncomplete, Delegate(ACase.Stranger, 1, 1));
        Assert.Equal(RefusalCode.DelegationIncomplete, Delegate(ACase.Stranger, -2, 0));
        Assert.Equal(RefusalCode.DelegationIncomplete, Refused(facts, Trigger.Delegate, new Actor(ACase.Approver)));

        RefusalCode Delegate(PersonId to, int from, int until) => Refused(facts, Trigger.Delegate, new Actor(ACase.Approver),
            new Statement(Delegation: new Delegation(ACase.Approver, to, ACase.Now.AddDays(from), ACase.Now.AddDays(until))));
    }

    [Fact]
    public void A_former_approver_is_refused_and_the_new_one_accepted()
    {
        var successor = PersonId.New();
        var facts = ACase.In(AwaitingApproval) with { Approvers = [successor] };

        Assert.Equal(RefusalCode.NotTheApprover, Refused(facts, Trigger.Approve, new Actor(ACase.Approver)));
        Assert.Equal(CarryingOut, Accepted(facts, Trigger.Approve, new Actor(successor)).Next);
    }

    [Fact]
    public void An_expired_request_cannot_be_approved_and_an_open_one_cannot_expire()
    {
        var facts = ACase.In(AwaitingApproval) with { ApprovalExpiresAt = ACase.Now };

        Assert.Equal(RefusalCode.ApprovalExpired, Refused(facts, Trigger.Approve, new Actor(ACase.Approver)));
        Assert.Equal(RefusalCode.ApprovalNotExpired, Refused(facts with { ApprovalExpiresAt = ACase.Now.AddTicks(1) }, Trigger.Expire, Actor.Clock));
        Assert.Equal(RefusalCode.ApprovalNotExpired, Refused(facts with { ApprovalExpiresAt = null }, Trigger.Expire, Actor.Clock));
    }

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

    private static Decision.Accepted Accepted(CaseFacts facts, Trigger trigger, Actor actor, Statement? statement = null) =>
        Assert.IsType<Decision.Accepted>(CorrectiveActionLifecycle.Decide(facts, trigger, actor, statement));

    private static RefusalCode Refused(CaseFacts facts, Trigger trigger, Actor actor, Statement? statement = null) =>
        Assert.IsType<Decision.Refused>(CorrectiveActionLifecycle.Decide(facts, trigger, actor, statement)).Refusal.Code;
}
