using static AiActBot.Compliance.CorrectiveActions.RefusalCode;

namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>What has to hold, beyond status and role, before a trigger is accepted. Pure: the facts decide.</summary>
internal static class Guards
{
    public static Refusal? NotAProposer(CaseFacts facts, Actor actor, Statement statement) =>
        facts.Proposers.Contains(actor.Person) ? Refusals.Of(ProposerCannotDecide) : null;

    public static Refusal? NotExpired(CaseFacts facts, Actor actor, Statement statement) =>
        facts.AsOf >= facts.ApprovalExpiresAt ? Refusals.Of(ApprovalExpired) : null;

    public static Refusal? Expired(CaseFacts facts, Actor actor, Statement statement) =>
        facts.AsOf >= facts.ApprovalExpiresAt ? null : Refusals.Of(ApprovalNotExpired);

    /// <summary>One person casts one vote, and one approver has one vote, whoever casts it.</summary>
    public static Refusal? HasAVoteLeft(CaseFacts facts, Actor actor, Statement statement) =>
        facts.Approvals.Any(approval => approval.By == actor.Person) || facts.OpenSeatOf(actor.Person) is null
            ? Refusals.Of(AlreadyVoted)
            : null;

    public static Refusal? ApproversCanDecide(CaseFacts facts, Actor actor, Statement statement)
    {
        if (facts.Approvers.Any(facts.Proposers.Contains))
            return Refusals.Of(ProposerIsApprover);
        return facts.RequiredApprovals < 1 || facts.Approvers.Distinct().Count() < facts.RequiredApprovals
            ? Refusals.TooFewApprovers(facts)
            : null;
    }

    public static Refusal? DelegationIsSound(CaseFacts facts, Actor actor, Statement statement) => statement.Delegation switch
    {
        { } asked when facts.Proposers.Contains(asked.Delegate) => Refusals.Of(DelegateIsProposer),
        { } asked when asked.Approver == actor.Person && asked.Delegate != actor.Person
            && asked.Until > asked.From && asked.Until > facts.AsOf => null,
        _ => Refusals.Of(DelegationIncomplete),
    };

    public static Refusal? ReasonGiven(CaseFacts facts, Actor actor, Statement statement) =>
        statement.HasReason ? null : Refusals.Of(ReasonNeeded);

    /// <summary>A step that this case does not need is passed over with a reason.</summary>
    public static Refusal? StepsDoneOrExplained(CaseFacts facts, Actor actor, Statement statement) =>
        facts.OpenSteps.Count == 0 || statement.HasReason ? null : Refusals.StepsNotDone(facts.OpenSteps);

    public static Refusal? NotVerifiedYet(CaseFacts facts, Actor actor, Statement statement) =>
        facts.Verified ? Refusals.Of(AlreadyVerified) : null;

    public static Refusal? DidNotCarryItOut(CaseFacts facts, Actor actor, Statement statement) =>
        facts.CarriedOutBy == actor.Person ? Refusals.Of(CannotVerifyOwnWork) : null;

    public static Refusal? IsVerified(CaseFacts facts, Actor actor, Statement statement) =>
        facts.Verified ? null : Refusals.Of(NotVerified);

    public static Refusal? NoticesAcknowledgedOrExplained(CaseFacts facts, Actor actor, Statement statement)
    {
        var open = facts.Notices.Where(notice => !notice.Acknowledged).Select(notice => notice.Recipient).ToList();
        return open.Count == 0 || statement.HasReason ? null : Refusals.NoticesNotAcknowledged(open);
    }

    public static bool IsTheLastVote(CaseFacts facts) => facts.Approvals.Count + 1 >= facts.RequiredApprovals;
}
