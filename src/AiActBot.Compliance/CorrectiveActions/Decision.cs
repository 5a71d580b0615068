namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>Why something is refused; stable, for tests and for the audit trail.</summary>
public enum RefusalCode
{
    NotPossibleNow,
    NotYourRole,
    ProposerCannotDecide,
    NotTheApprover,
    AlreadyVoted,
    DelegationNotActive,
    DelegateCannotDelegate,
    DelegateIsProposer,
    DelegationIncomplete,
    ApprovalExpired,
    ApprovalNotExpired,
    ProposerIsApprover,
    TooFewApprovers,
    ReasonNeeded,
    NotVerified,
    AlreadyVerified,
    CannotVerifyOwnWork,
    NoticesNotAcknowledged,
    StepsNotDone,
}

/// <summary>A refusal: its code, and a text that says why and what can be done instead.</summary>
public sealed record Refusal(RefusalCode Code, Bilingual Text);

/// <summary>What the lifecycle answers. Nothing is ever ignored: a trigger is accepted, or refused with a reason.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <param name="Next">The status after it; the same status for a vote that is not the last one.</param>
    public sealed record Accepted(CorrectiveActionStatus Next) : Decision
    {
        /// <summary>For an approval: the approver whose vote it is, who may be another person than the one who cast it.</summary>
        public PersonId? InPlaceOf { get; init; }
    }

    public sealed record Refused(Refusal Refusal) : Decision;
}
