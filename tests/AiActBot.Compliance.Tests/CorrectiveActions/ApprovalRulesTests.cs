using AiActBot.Compliance.CorrectiveActions;
using static AiActBot.Compliance.CorrectiveActions.CorrectiveActionStatus;
using static AiActBot.Compliance.Tests.CorrectiveActions.Decided;

namespace AiActBot.Compliance.Tests.CorrectiveActions;

/// <summary>Who decides on a proposal, for whom, once, and until when.</summary>
public sealed class ApprovalRulesTests
{
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
}
