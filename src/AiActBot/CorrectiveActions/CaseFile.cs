using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions.Attachments;
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
    public IReadOnlyList<Filing> Filings { get; init; } = [];

    /// <summary>Evidence that was added, oldest first.</summary>
    public IReadOnlyList<CaseAttachment> Attachments { get; init; } = [];

    /// <summary>Who added it; that alone does not make the case theirs.</summary>
    public IReadOnlyDictionary<PersonId, string> AttachedBy { get; init; } = new Dictionary<PersonId, string>();

    public IReadOnlyList<NoticeWording> Wordings { get; init; } = [];

    /// <summary>Who stands in for an approver, in this case or because the approver is away.</summary>
    public IReadOnlyList<StandIn> StandIns { get; init; } = [];

    /// <summary>People of the organisation that an approver may let decide.</summary>
    public IReadOnlyList<Person> Colleagues { get; init; } = [];

    /// <summary>On what ground the system is high-risk, by its last triage.</summary>
    public HighRiskGround Ground { get; init; } = HighRiskGround.Undetermined;

    /// <summary>Who files with authorities: whoever was named, or somebody of the compliance team.</summary>
    public PersonId? Filer => Case.FilerId ?? (Team.Count > 0 ? Team[0].Id : null);

    public CaseDuties Duties => CaseDuties.Of(Case, System, Ground);

    /// <summary>The decisions that are asked for on the revision as it is.</summary>
    public IEnumerable<Approval> CurrentApprovals =>
        Case.Approvals.Where(approval => approval.Revision == Case.Revision && approval.State != ApprovalState.Superseded);

    public string NameOf(PersonId id) => People.TryGetValue(id, out var person) ? person.DisplayName : AttachedBy.GetValueOrDefault(id, "?");

    /// <summary>Whether this person reported without their name being shown.</summary>
    public bool IsHidden(PersonId id) => Case.IsAnonymous && id == Case.ReportedBy;

    /// <summary>The name as this reader gets to see it.</summary>
    public string NameFor(PersonId id, Person reader) =>
        IsHidden(id) && reader.Id != id ? new Bilingual("anoniem", "anonymous").In(reader.Language) : NameOf(id);

    /// <summary>Reporter, proposers, project leader, whoever was asked to decide or stands in, and the compliance team. For others the case does not exist.</summary>
    public bool Concerns(Person person) => People.ContainsKey(person.Id) || Team.Any(member => member.Id == person.Id);

    public Party? PartyOf(Notification notice) => System.Parties.Find(party => party.Id == notice.PartyId);

    /// <summary>What the lifecycle decides on, as of a moment.</summary>
    public CaseFacts FactsAt(DateTimeOffset now) => new()
    {
        Status = Case.Status,
        AsOf = now,
        ReportedBy = Case.ReportedBy,
        Proposers = [.. Case.ProposerIds.Select(id => new PersonId(id))],
        Approvers = [.. CurrentApprovals.Select(approval => approval.ApproverId)],
        RequiredApprovals = Case.RequiredApprovals,
        Approvals =
        [
            .. CurrentApprovals.Where(approval => approval.State == ApprovalState.Approved)
                .Select(approval => new Compliance.CorrectiveActions.Approval(approval.GivenBy ?? approval.ApproverId, approval.ApproverId)),
        ],
        Delegations = [.. StandIns.Select(standIn => standIn.ToDelegation())],
        ApprovalExpiresAt = CurrentApprovals.Select(approval => (DateTimeOffset?)approval.ExpiresAt).Min(),
        OpenSteps = [.. ActionSteps.For(Case.Kind).Where(step => !Case.StepsDone.Contains(step.Id)).Select(step => step.What)],
        CarriedOutBy = Case.CarriedOutBy,
        Verified = Case.VerifiedBy is not null,
        Notices =
        [
            .. Notices.Select(notice => new SentNotice(PartyOf(notice)?.Organisation ?? "?", notice.AcknowledgedAt is not null)),
            .. Filings.Select(filing => new SentNotice(PartyWords.Of(filing.Authority).ToString(), filing.FiledAt is not null)),
        ],
    };

    public Actor ActorOf(Person person) => new(person.Id, Team.Any(member => member.Id == person.Id));
}
