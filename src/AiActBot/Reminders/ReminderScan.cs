using AiActBot.CorrectiveActions;
using AiActBot.Notifications;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Reminders;

/// <summary>
/// Finds notices that were sent and not acknowledged in time, and reminds the compliance team of each.
/// </summary>
internal sealed class ReminderScan(AiActBotDbContext db, ReminderLedger ledger, ComplianceTeam team, TimeProvider time, IOptions<ReminderOptions> options)
{
    private const int AtOnce = 200;

    /// <returns>How many reminders were put in the outbox.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var given = 0;
        foreach (var tenantId in await db.Cases.Where(c => c.ClosedAt == null).Select(c => c.TenantId).Distinct().ToListAsync(cancellationToken))
        {
            foreach (var person in await team.MembersAsync(tenantId, cancellationToken))
            {
                foreach (var notice in await OverdueAsync(tenantId, person, now, cancellationToken))
                    given += await RemindAsync(notice, person, now, cancellationToken) ? 1 : 0;
            }
        }

        return given;
    }

    /// <summary>Those that the person was reminded of are left out here, or the oldest would fill every look.</summary>
    private Task<List<Notification>> OverdueAsync(
        string tenantId, Conversations.Person person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sentBefore = now - options.Value.NotAcknowledgedAfter;
        return (
            from notice in db.Notifications
            join @case in db.Cases on notice.CaseId equals @case.Id
            where notice.Purpose == NotificationPurpose.Notice && notice.State == NotificationState.Sent
                && notice.AcknowledgedAt == null && notice.SentAt <= sentBefore && @case.TenantId == tenantId && @case.ClosedAt == null
                && !db.Notifications.Any(reminder => reminder.AboutId == notice.Id && reminder.PersonId == person.Id)
            orderby notice.SentAt
            select notice).AsNoTracking().Take(AtOnce).ToListAsync(cancellationToken);
    }

    private async Task<bool> RemindAsync(Notification notice, Conversations.Person person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ledger.Give(
            ReminderReason.NoticeNotAcknowledged,
            $"notice:{notice.Id}",
            Notification.ThroughTheBot(
                NotificationPurpose.Reminder, person.Id, person.Language, ReminderTexts.NotAcknowledged.In(person.Language), now,
                notice.CaseId, party: notice.PartyId, aboutId: notice.Id),
            now);
        return await ledger.TrySaveAsync(cancellationToken);
    }
}
