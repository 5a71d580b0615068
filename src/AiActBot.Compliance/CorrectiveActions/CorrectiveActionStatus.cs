namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>Where a corrective-action case stands. <see cref="CorrectiveActionLifecycle"/> holds every way from one to another.</summary>
public enum CorrectiveActionStatus
{
    /// <summary>
    /// Somebody has reported that a system may not conform; nothing has been decided. The reporter or the compliance team
    /// moves it by proposing an action, or the compliance team closes it as unfounded, with a reason.
    /// </summary>
    Reported,

    /// <summary>
    /// An action and its notices have been written and can still be changed. Whoever wrote it, or the compliance team,
    /// submits it for approval.
    /// </summary>
    Proposed,

    /// <summary>
    /// The approvers are asked and nothing may change. An approver, or their delegate, approves or sends back; the proposer
    /// can take it back; the clock ends a request that nobody answered.
    /// </summary>
    AwaitingApproval,

    /// <summary>
    /// Enough approvers agreed; the notices go out and the action is carried out. A proposer, an approver or the compliance
    /// team says that it has been done.
    /// </summary>
    CarryingOut,

    /// <summary>
    /// The action has been done and its effect is checked, by somebody of the compliance team who did not do it: it worked,
    /// after which the case can close, or it did not, and it is carried out again.
    /// </summary>
    Verifying,

    /// <summary>
    /// Finished; the evidence is kept. The reporter or the compliance team can open it again, with a reason.
    /// </summary>
    Closed,
}

/// <summary>What a provider can do about a system that does not conform (Article 20(1)).</summary>
public enum CorrectiveActionKind
{
    /// <summary>Change the system so that it conforms again.</summary>
    BringIntoConformity,

    /// <summary>Keep a system in the supply chain from being made available (Article 3(17)).</summary>
    Withdraw,

    /// <summary>Switch it off where it is used.</summary>
    Disable,

    /// <summary>Get it back, or out of service, where deployers have it (Article 3(16)).</summary>
    Recall,
}

/// <summary>What somebody wants to do with a case.</summary>
public enum Trigger
{
    /// <summary>Write down an action for a reported case.</summary>
    Propose,

    /// <summary>Change the proposed action or its notices; who changes it becomes one of its proposers.</summary>
    Revise,

    /// <summary>Close a report that turns out to be unfounded.</summary>
    Dismiss,

    /// <summary>Ask the approvers.</summary>
    Submit,

    /// <summary>Take the request back, to change the proposal.</summary>
    TakeBack,

    /// <summary>Vote for the proposal.</summary>
    Approve,

    /// <summary>Refuse the proposal, with a comment for the proposer.</summary>
    SendBack,

    /// <summary>Let somebody else vote in one's place, for some time.</summary>
    Delegate,

    /// <summary>End a request that was not answered in time.</summary>
    Expire,

    /// <summary>Say that the action has been done.</summary>
    CarryOut,

    /// <summary>Confirm that the action worked.</summary>
    Verify,

    /// <summary>Establish that the action did not work.</summary>
    FindIneffective,

    /// <summary>Finish the case.</summary>
    Close,

    /// <summary>Open a closed case again.</summary>
    Reopen,
}

/// <summary>What a person is to one case at one moment; worked out from the facts, never taken from a message.</summary>
[Flags]
public enum ActorRole
{
    None = 0,

    /// <summary>Reported the case.</summary>
    Reporter = 1,

    /// <summary>Wrote the proposal or changed it.</summary>
    Proposer = 2,

    /// <summary>Is one of the named approvers.</summary>
    Approver = 4,

    /// <summary>Stands in for an approver, inside the window that the approver gave.</summary>
    Delegate = 8,

    /// <summary>Belongs to the compliance team.</summary>
    ComplianceTeam = 16,

    /// <summary>The service itself, when a time has passed.</summary>
    Clock = 32,
}
