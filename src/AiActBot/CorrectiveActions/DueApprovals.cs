using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Reminders;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

/// <summary>
/// Looks after requests for approval when nobody does: what ran out goes back, what waits long or waits for somebody who
/// removed the app is told to the compliance team. Of several replicas that look at once, one change is saved.
/// </summary>
internal sealed class DueApprovals(
    AiActBotDbContext db, CaseFiles files, CaseCards cards, CaseAlerts alerts, TimeProvider time, IOptions<CorrectiveActionsOptions> options)
{
    /// <returns>How many requests ran out now.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var expired = 0;
        foreach (var waiting in await db.Cases.AsNoTracking().Where(c => c.Status == CorrectiveActionStatus.AwaitingApproval)
            .Select(c => new { c.Id, c.TenantId }).ToListAsync(cancellationToken))
        {
            try
            {
                db.Discard();
                if (await files.FindAsync(waiting.Id, waiting.TenantId, cancellationToken) is { } file)
                    expired += await LookAfterAsync(file, now, cancellationToken) ? 1 : 0;
            }
            catch (DbUpdateException exception) when (UniqueViolation.IsConflict(exception))
            {
                // Somebody decided, or another replica was first.
                db.Discard();
            }
        }

        return expired;
    }

    /// <returns>Whether the request ran out now.</returns>
    private async Task<bool> LookAfterAsync(CaseFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var request = $"request:{file.Case.Id}:{file.Case.Revision}";
        var ranOut = ApprovalExpiry.ExpireIfDue(db, file, now);
        if (ranOut)
        {
            var proposers = file.People.Values.Where(person => file.Case.ProposerIds.Contains(person.Id.Value));
            await alerts.GiveAsync(ReminderReason.ApprovalExpired, request, file, file.Team.Concat(proposers), AlertTexts.Expired(file), AlertTexts.ExpiredText, now, cancellationToken);
            await cards.ShowEverybodyAsync(file, now, cancellationToken);
        }
        else
        {
            await EscalateAsync(file, request, now, cancellationToken);
        }

        if (db.HasPendingChanges)
            await db.SaveChangesAsync(cancellationToken);
        return ranOut;
    }

    private async Task EscalateAsync(CaseFile file, string request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pending = file.CurrentApprovals.Where(approval => approval.State == ApprovalState.Pending).ToList();
        if (pending.Count == 0)
            return;
        var askedAt = pending.Min(approval => approval.ExpiresAt) - options.Value.ApprovalValidFor;
        if (now >= askedAt + options.Value.EscalateApprovalAfter)
        {
            await alerts.GiveAsync(ReminderReason.ApprovalWaiting, request, file, file.Team, AlertTexts.Waiting(file),
                AlertTexts.WaitingText(string.Join(", ", pending.Select(approval => file.NameOf(approval.ApproverId)))), now, cancellationToken);
        }

        foreach (var gone in await GoneAsync(file, pending, now, cancellationToken))
        {
            await alerts.GiveAsync(ReminderReason.ApproverGone, $"approval:{gone.Id}", file, file.Team, AlertTexts.Gone(file),
                AlertTexts.GoneText(file.NameOf(gone.ApproverId)), now, cancellationToken);
        }
    }

    /// <summary>Approvers who removed the app, and for whom nobody stands in: no card reaches them.</summary>
    private async Task<List<Approval>> GoneAsync(CaseFile file, List<Approval> pending, DateTimeOffset now, CancellationToken cancellationToken)
    {
        PersonId?[] approvers = [.. pending.Select(approval => (PersonId?)approval.ApproverId)];
        var reachable = await db.Conversations.AsNoTracking()
            .Where(c => approvers.Contains(c.PersonId) && c.Type == Conversation.PersonalType && c.Installed == InstallState.Installed)
            .Select(c => c.PersonId).ToListAsync(cancellationToken);
        return [.. pending.Where(approval => !reachable.Contains(approval.ApproverId)
            && !file.StandIns.Any(standIn => standIn.ApproverId == approval.ApproverId && standIn.ToDelegation().IsActive(now)))];
    }
}
