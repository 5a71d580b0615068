using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.CorrectiveActions;

internal sealed class CaseFiles(AiActBotDbContext db, ComplianceTeam team, Colleagues colleagues, TimeProvider time)
{
    /// <returns>The case, or null when there is none of this id in this tenant.</returns>
    public async Task<CaseFile?> FindAsync(CaseId id, string tenantId, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.Include(c => c.Approvals).SingleOrDefaultAsync(c => c.Id == id && c.TenantId == tenantId, cancellationToken);
        if (@case is null)
            return null;
        var system = await db.AiSystems.Include(s => s.Parties).SingleAsync(s => s.Id == @case.AiSystemId, cancellationToken);
        var notices = await db.Notifications
            .Where(n => n.CaseId == id && n.Purpose == NotificationPurpose.Notice).ToListAsync(cancellationToken);
        var filings = await db.Filings.Where(f => f.CaseId == id).ToListAsync(cancellationToken);
        var attachments = await db.Attachments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(cancellationToken);
        var adders = attachments.Select(attachment => attachment.AddedBy).Distinct().ToList();
        var standIns = await StandInsAsync(@case, cancellationToken);
        PersonId[] ids =
        [
            @case.ReportedBy, system.OwnerId, .. @case.ProposerIds.Select(proposer => new PersonId(proposer)),
            .. @case.Approvals.Select(approval => approval.ApproverId), .. standIns.Select(standIn => standIn.DelegateId),
            .. filings.Select(filing => filing.FilerId),
        ];
        var people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        // In the order in which the approver saw them.
        return new CaseFile(@case, system, [.. notices.OrderBy(notice => notice.Id)], people, await TeamAsync(tenantId, cancellationToken))
        {
            Filings = [.. filings.OrderBy(filing => filing.Id)],
            Attachments = [.. attachments.OrderBy(attachment => attachment.AddedAt).ThenBy(attachment => attachment.Id)],
            AttachedBy = adders.Count == 0 ? new Dictionary<PersonId, string>()
                : await db.People.AsNoTracking().Where(p => adders.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, cancellationToken),
            Wordings = await db.NoticeWordings.Where(w => w.CaseId == id).ToListAsync(cancellationToken),
            StandIns = standIns,
            Colleagues = @case.Status == CorrectiveActionStatus.AwaitingApproval ? await colleagues.ToChooseFromAsync(tenantId, [], cancellationToken) : [],
            Ground = await GroundAsync(system.Id, cancellationToken),
        };
    }

    /// <summary>The cases that a person has to do with, as <see cref="CaseFile.Concerns"/> tells of one; all for the compliance team.</summary>
    public IQueryable<CorrectiveActionCase> Concerning(Person person)
    {
        var (me, all, now) = (person.Id, team.Includes(person), time.GetUtcNow());
        return db.Cases.Where(c => c.TenantId == person.TenantId
            && (all || c.ReportedBy == me || c.ProposerIds.Contains(me.Value) || db.AiSystems.Any(s => s.Id == c.AiSystemId && s.OwnerId == me)
                || c.Approvals.Any(a => a.ApproverId == me) || db.Filings.Any(f => f.CaseId == c.Id && f.FilerId == me)
                || db.StandIns.Any(s => s.DelegateId == me && (s.CaseId == c.Id
                    || (s.CaseId == null && s.From <= now && s.Until > now && c.Approvals.Any(a => a.ApproverId == s.ApproverId))))));
    }

    /// <returns>The case that a card names; null after telling that there is none for this person, the same whether it exists or not.</returns>
    public async Task<CaseFile?> FindForAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (data.TryGetGuid(CaseCard.Case, out var id)
            && await FindAsync(new CaseId(id), turn.Person.TenantId, cancellationToken) is { } file && file.Concerns(turn.Person))
        {
            return file;
        }

        turn.Refuse(CaseTexts.NotYours);
        return null;
    }

    /// <returns>The same, where nobody reads along; null also after telling that it is shown in private only.</returns>
    public async Task<CaseFile?> FindPrivatelyAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        var file = await FindForAsync(turn, data, cancellationToken);
        if (file is null || turn.IsPrivate)
            return file;
        turn.Refuse(CaseTexts.OnlyInPrivate);
        return null;
    }

    public async Task<IReadOnlyList<Conversations.Person>> TeamAsync(string tenantId, CancellationToken cancellationToken) =>
        await team.MembersAsync(tenantId, cancellationToken);

    private async Task<HighRiskGround> GroundAsync(AiSystemId system, CancellationToken cancellationToken)
    {
        var last = await db.Assessments.Where(a => a.AiSystemId == system).OrderByDescending(a => a.At).Select(a => new { a.Outcome, a.Answers }).FirstOrDefaultAsync(cancellationToken);
        return last is null ? HighRiskGround.Undetermined : HighRiskGround.Of(last.Outcome, last.Answers);
    }

    /// <summary>Those of this case, and whoever deputises now for an approver who is away.</summary>
    private async Task<List<StandIn>> StandInsAsync(CorrectiveActionCase @case, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var approvers = @case.Approvals.Where(approval => approval.Revision == @case.Revision).Select(approval => approval.ApproverId).ToList();
        return await db.StandIns
            .Where(s => s.CaseId == @case.Id || (s.CaseId == null && approvers.Contains(s.ApproverId) && s.From <= now && s.Until > now))
            .ToListAsync(cancellationToken);
    }
}
