namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>An approver lets somebody else vote in their place, from one moment until (not including) another.</summary>
public sealed record Delegation(PersonId Approver, PersonId Delegate, DateTimeOffset From, DateTimeOffset Until)
{
    public bool IsActive(DateTimeOffset at) => at >= From && at < Until;
}

/// <summary>A vote for the proposal that is being decided on.</summary>
/// <param name="By">Who voted.</param>
/// <param name="InPlaceOf">The approver whose vote it is: <paramref name="By"/> themselves, or who delegated to them.</param>
public sealed record Approval(PersonId By, PersonId InPlaceOf);

/// <summary>A notice that went out, and whether its recipient has confirmed it.</summary>
/// <param name="Recipient">How the recipient is shown to people.</param>
public sealed record SentNotice(string Recipient, bool Acknowledged);

/// <summary>Who acts. The service fills this from the signed-in identity, never from what a card or a text says.</summary>
public sealed record Actor(PersonId Person, bool InComplianceTeam = false)
{
    /// <summary>The service itself, for what happens because a time has passed.</summary>
    public static Actor Clock { get; } = new(default(PersonId));
}

/// <summary>What a person states with a trigger.</summary>
/// <param name="Reason">Why, or the comment for the proposer; shown in the case.</param>
/// <param name="Delegation">The delegation asked for with <see cref="Trigger.Delegate"/>.</param>
public sealed record Statement(string? Reason = null, Delegation? Delegation = null)
{
    public static Statement None { get; } = new();

    internal bool HasReason => !string.IsNullOrWhiteSpace(Reason);
}

/// <summary>All that a decision about a case depends on, as of one moment.</summary>
public sealed record CaseFacts
{
    public required CorrectiveActionStatus Status { get; init; }

    /// <summary>The moment of deciding, in UTC; delegations and expiry are measured against it.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required PersonId ReportedBy { get; init; }

    /// <summary>Everybody who wrote or changed the current proposal. None of them decides on it.</summary>
    public IReadOnlyList<PersonId> Proposers { get; init; } = [];

    public IReadOnlyList<PersonId> Approvers { get; init; } = [];

    /// <summary>How many different people have to approve.</summary>
    public int RequiredApprovals { get; init; } = 1;

    /// <summary>The votes for the current request; a new request starts without any.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    public IReadOnlyList<Delegation> Delegations { get; init; } = [];

    /// <summary>From this moment on nobody can approve any more; null when the request does not end by itself.</summary>
    public DateTimeOffset? ApprovalExpiresAt { get; init; }

    /// <summary>The steps of the action that are not done yet, as a person reads them.</summary>
    public IReadOnlyList<Bilingual> OpenSteps { get; init; } = [];

    public PersonId? CarriedOutBy { get; init; }

    /// <summary>Whether somebody confirmed that the action worked.</summary>
    public bool Verified { get; init; }

    public IReadOnlyList<SentNotice> Notices { get; init; } = [];

    /// <summary>What somebody is to this case now.</summary>
    public ActorRole RolesOf(Actor actor)
    {
        if (actor == Actor.Clock)
            return ActorRole.Clock;

        var person = actor.Person;
        return (person == ReportedBy ? ActorRole.Reporter : 0)
            | (Proposers.Contains(person) ? ActorRole.Proposer : 0)
            | (Approvers.Contains(person) ? ActorRole.Approver : 0)
            | (SeatsDelegatedTo(person).Any() ? ActorRole.Delegate : 0)
            | (actor.InComplianceTeam ? ActorRole.ComplianceTeam : 0);
    }

    /// <summary>
    /// The approvers a person may vote for now. Only a named approver can delegate, so what a delegate passes on is void.
    /// </summary>
    internal IEnumerable<PersonId> SeatsDelegatedTo(PersonId person) => Delegations
        .Where(delegation => delegation.Delegate == person && delegation.IsActive(AsOf) && Approvers.Contains(delegation.Approver))
        .Select(delegation => delegation.Approver);

    /// <summary>The approver whose vote this person would cast now, or null when nobody's is left to them.</summary>
    internal PersonId? OpenSeatOf(PersonId person)
    {
        var own = Approvers.Contains(person) ? new[] { person } : [];
        foreach (var seat in own.Concat(SeatsDelegatedTo(person)))
        {
            if (!Approvals.Any(approval => approval.InPlaceOf == seat))
                return seat;
        }

        return null;
    }
}
