using System.Text;
using static AiActBot.Compliance.CorrectiveActions.ActorRole;
using static AiActBot.Compliance.CorrectiveActions.CorrectiveActionStatus;

namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>
/// The life of a corrective-action case as one table. Deciding is pure: the same facts, trigger and actor always give the
/// same answer, and the caller saves what was decided.
/// </summary>
public static class CorrectiveActionLifecycle
{
    private delegate Refusal? Guard(CaseFacts facts, Actor actor, Statement statement);

    private const ActorRole Voters = Approver | ActorRole.Delegate;

    private static readonly Step[] Steps =
    [
        new(Reported, Trigger.Propose, Proposed, Reporter | ComplianceTeam),
        new(Reported, Trigger.Dismiss, Closed, ComplianceTeam, Guards.ReasonGiven),

        new(Proposed, Trigger.Revise, Proposed, Proposer | ComplianceTeam),
        new(Proposed, Trigger.Submit, AwaitingApproval, Proposer | ComplianceTeam, Guards.ApproversCanDecide),

        new(AwaitingApproval, Trigger.Approve, CarryingOut, Voters, Guards.NotAProposer, Guards.NotExpired, Guards.HasAVoteLeft)
        {
            Only = Guards.IsTheLastVote,
            When = "last vote needed",
        },
        new(AwaitingApproval, Trigger.Approve, AwaitingApproval, Voters, Guards.NotAProposer, Guards.NotExpired, Guards.HasAVoteLeft)
        {
            When = "more votes needed",
        },
        new(AwaitingApproval, Trigger.SendBack, Proposed, Voters, Guards.NotAProposer, Guards.ReasonGiven),
        new(AwaitingApproval, Trigger.Delegate, AwaitingApproval, Approver, Guards.NotAProposer, Guards.DelegationIsSound),
        new(AwaitingApproval, Trigger.TakeBack, Proposed, Proposer),
        new(AwaitingApproval, Trigger.Expire, Proposed, ActorRole.Clock, Guards.Expired),

        new(CarryingOut, Trigger.CarryOut, Verifying, Proposer | Approver | ComplianceTeam, Guards.StepsDoneOrExplained),

        new(Verifying, Trigger.Verify, Verifying, ComplianceTeam, Guards.NotVerifiedYet, Guards.DidNotCarryItOut),
        new(Verifying, Trigger.FindIneffective, CarryingOut, ComplianceTeam, Guards.ReasonGiven),
        new(Verifying, Trigger.Close, Closed, ComplianceTeam, Guards.IsVerified, Guards.NoticesAcknowledgedOrExplained),

        new(Closed, Trigger.Reopen, Reported, Reporter | ComplianceTeam, Guards.ReasonGiven),
    ];

    /// <summary>Decides whether this person may do this now.</summary>
    /// <param name="statement">The reason, or the delegation, that some triggers need.</param>
    public static Decision Decide(CaseFacts facts, Trigger trigger, Actor actor, Statement? statement = null)
    {
        var step = Array.Find(Steps, step => step.From == facts.Status && step.On == trigger && (step.Only?.Invoke(facts) ?? true));
        if (step is null)
            return new Decision.Refused(Refusals.NotPossibleNow(facts.Status, trigger));
        if ((facts.RolesOf(actor) & step.By) == 0)
            return new Decision.Refused(Refusals.WrongRole(facts, trigger, actor, step.By));

        var refusal = step.Guards.Select(guard => guard(facts, actor, statement ?? Statement.None)).FirstOrDefault(found => found is not null);
        return refusal is not null
            ? new Decision.Refused(refusal)
            : new Decision.Accepted(step.To) { InPlaceOf = trigger == Trigger.Approve ? facts.OpenSeatOf(actor.Person) : null };
    }

    /// <summary>What a person could do now; a trigger that still needs a reason or a delegation counts as possible.</summary>
    public static IReadOnlyList<Trigger> Possible(CaseFacts facts, Actor actor) =>
    [
        .. Enum.GetValues<Trigger>().Where(trigger => Decide(facts, trigger, actor) is not Decision.Refused
        {
            Refusal.Code: not (RefusalCode.ReasonNeeded or RefusalCode.DelegationIncomplete or RefusalCode.NoticesNotAcknowledged or RefusalCode.StepsNotDone),
        }),
    ];

    /// <summary>The facts after an accepted decision. Votes, verification and proposers of an earlier round do not carry over.</summary>
    public static CaseFacts Apply(CaseFacts facts, Trigger trigger, Actor actor, Decision.Accepted accepted, Statement? statement = null)
    {
        var next = facts with { Status = accepted.Next };
        return trigger switch
        {
            Trigger.Propose => next with { Proposers = [actor.Person], Approvals = [], CarriedOutBy = null, Verified = false },
            Trigger.Revise => next with { Proposers = [.. facts.Proposers.Append(actor.Person).Distinct()], Approvals = [] },
            Trigger.Submit or Trigger.SendBack or Trigger.TakeBack or Trigger.Expire => next with { Approvals = [] },
            Trigger.Approve => next with { Approvals = [.. facts.Approvals, new Approval(actor.Person, accepted.InPlaceOf ?? actor.Person)] },
            Trigger.Delegate when statement?.Delegation is { } asked => next with { Delegations = [.. facts.Delegations, asked] },
            Trigger.CarryOut => next with { CarriedOutBy = actor.Person, Verified = false },
            Trigger.Verify => next with { Verified = true },
            Trigger.FindIneffective => next with { CarriedOutBy = null, Verified = false },
            Trigger.Reopen => next with { Proposers = [], Approvals = [], CarriedOutBy = null, Verified = false },
            _ => next,
        };
    }

    /// <summary>The table as a Mermaid state diagram, for documentation that a test holds to the code.</summary>
    public static string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n    [*] --> Reported\n");
        foreach (var step in Steps)
        {
            var who = string.Join(", ", Enum.GetValues<ActorRole>().Where(role => role != None && step.By.HasFlag(role)));
            var when = step.When is null ? "" : $", {step.When}";
            text.Append("    ").Append(step.From).Append(" --> ").Append(step.To).Append(": ")
                .Append(step.On).Append(" (").Append(who).Append(when).Append(")\n");
        }

        return text.Append("    Closed --> [*]\n").ToString();
    }

    private sealed record Step(
        CorrectiveActionStatus From, Trigger On, CorrectiveActionStatus To, ActorRole By, params Guard[] Guards)
    {
        /// <summary>Chooses between two steps of one trigger; the first that holds is taken.</summary>
        public Func<CaseFacts, bool>? Only { get; init; }

        /// <summary>The choice in words, for the diagram.</summary>
        public string? When { get; init; }
    }
}
