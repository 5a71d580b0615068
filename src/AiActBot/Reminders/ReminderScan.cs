using AiActBot.CorrectiveActions;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Reminders;

/// <summary>
/// Finds notices that were sent and not acknowledged in time, and reminds the compliance team of each once. The key of
/// <see cref="Reminder"/> decides that it is once, not this look.
/// </summary>
internal sealed class ReminderScan(AiActBotDbContext db, ComplianceTeam team, TimeProvider time, IOptions<ReminderOptions> options)
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
        var subject = $"notice:{notice.Id}";
        var notification = new Notification
        {
            Id = Guid.CreateVersion7(now),
            Purpose = NotificationPurpose.Reminder,
            Route = NotificationRoute.Teams,
            CaseId = notice.CaseId,
            PartyId = notice.PartyId,
            PersonId = person.Id,
            Language = person.Language,
            Subject = ReminderTexts.NotAcknowledged.In(person.Language),
            AboutId = notice.Id,
            DueAt = now,
            CreatedAt = now,
        };
        db.Notifications.Add(notification);
        db.Reminders.Add(new Reminder
        {
            Reason = ReminderReason.NoticeNotAcknowledged,
            Subject = subject,
            PersonId = person.Id,
            NotificationId = notification.Id,
            At = now,
        });
        db.Record(new AuditRecord("reminder.given", notice.AuditSubject, null, now,
            ("about", subject), ("person", person.Id.ToString())));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another replica reminded at the same moment.
            db.Discard();
            return false;
        }
    }
}
