using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Notifications;

namespace AiActBot.CorrectiveActions;

/// <summary>A case with everything that a decision about it, or a card of it, needs.</summary>
internal sealed record CaseFile(
    CorrectiveActionCase Case,
    AiSystem System,
    IReadOnlyList<Notification> Notices,
    IReadOnlyDictionary<PersonId, Person> People,
    IReadOnlyList<Person> Team)
{
    /// <summary>The decisions that are asked for on the revision as it is.</summary>
    public IEnumerable<Approval> CurrentApprovals => Case.Approvals.Where(approval => approval.Revision == Case.Revision);

    public string NameOf(PersonId id) => People.TryGetValue(id, out var person) ? person.DisplayName : "?";

    /// <summary>Proposer, project leader, whoever was asked to decide, and the compliance team. For others the case does not exist.</summary>
    public bool Concerns(Person person) => People.ContainsKey(person.Id) || Team.Any(member => member.Id == person.Id);

    public Party? PartyOf(Notification notice) => System.Parties.Find(party => party.Id == notice.PartyId);

    /// <summary>What the lifecycle decides on, as of a moment.</summary>
    public CaseFacts FactsAt(DateTimeOffset now) => new()
    {
        Status = Case.Status,
        AsOf = now,
        ReportedBy = Case.ProposedBy,
        Proposers = [Case.ProposedBy],
        Approvers = [.. CurrentApprovals.Select(approval => approval.ApproverId)],
        Approvals =
        [
            .. CurrentApprovals.Where(approval => approval.State == ApprovalState.Approved)
                .Select(approval => new Compliance.CorrectiveActions.Approval(approval.ApproverId, approval.ApproverId)),
        ],
        ApprovalExpiresAt = CurrentApprovals.Select(approval => (DateTimeOffset?)approval.ExpiresAt).Min(),
        CarriedOutBy = Case.CarriedOutBy,
        Verified = Case.VerifiedBy is not null,
        Notices = [.. Notices.Select(notice => new SentNotice(PartyOf(notice)?.Organisation ?? "?", notice.AcknowledgedAt is not null))],
    };

    public Actor ActorOf(Person person) => new(person.Id, Team.Any(member => member.Id == person.Id));
}
