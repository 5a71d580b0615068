using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.CorrectiveActions;

internal sealed class CaseFiles(AiActBotDbContext db, ComplianceTeam team)
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
        PersonId[] ids = [@case.ProposedBy, system.OwnerId, .. @case.Approvals.Select(approval => approval.ApproverId)];
        var people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        // In the order in which the approver saw them.
        return new CaseFile(@case, system, [.. notices.OrderBy(notice => notice.PartyId?.Value)], people, await TeamAsync(tenantId, cancellationToken));
    }

    /// <returns>The case that a card names, or null when there is none for this person: one answer for both.</returns>
    public async Task<CaseFile?> FindForAsync(Turn turn, CardData data, CancellationToken cancellationToken) =>
        data.TryGetGuid(CaseCard.Case, out var id)
        && await FindAsync(new CaseId(id), turn.Person.TenantId, cancellationToken) is { } file && file.Concerns(turn.Person)
            ? file
            : null;

    public async Task<IReadOnlyList<Conversations.Person>> TeamAsync(string tenantId, CancellationToken cancellationToken) =>
        await team.MembersAsync(tenantId, cancellationToken);
}
