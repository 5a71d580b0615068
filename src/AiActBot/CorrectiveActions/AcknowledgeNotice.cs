using AiActBot.BotFramework.Cards;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.CorrectiveActions;

/// <summary>A recipient confirms that a notice was received: by the button in Teams, or by the link in the mail.</summary>
internal sealed class AcknowledgeNotice(AiActBotDbContext db, CaseFiles files, CaseCards cards, NoticeCards notices, TimeProvider time)
{
    /// <summary>How often it is decided anew when others keep coming between.</summary>
    private const int Decisions = 8;

    public async Task ByButtonAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        // Only the person whom it was sent to; for everybody else it does not exist.
        if (!data.TryGetGuid(NoticeCards.Notice, out var id)
            || await db.Notifications.SingleOrDefaultAsync(
                n => n.Id == id && n.Purpose == NotificationPurpose.Notice && n.PersonId == turn.Person.Id, cancellationToken) is not { } notice)
        {
            turn.Refuse(CaseTexts.NotYours);
            return;
        }

        if (notice.AcknowledgedAt is null)
            await AcknowledgeAsync(notice, turn.Now, turn.Person, "button", cancellationToken);
        turn.Replace(notices.For(notice), turn.In(CaseTexts.Acknowledged));
    }

    /// <returns>The notice, acknowledged now or before.</returns>
    public async Task<Notification?> ByLinkAsync(Guid notificationId, CancellationToken cancellationToken)
    {
        for (var decision = 1; ; decision++)
        {
            var notice = await db.Notifications.SingleOrDefaultAsync(
                n => n.Id == notificationId && n.Purpose == NotificationPurpose.Notice, cancellationToken);
            if (notice is not { AcknowledgedAt: null })
                return notice;
            await AcknowledgeAsync(notice, time.GetUtcNow(), null, "link", cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return notice;
            }
            catch (DbUpdateException exception) when (decision < Decisions && UniqueViolation.IsConflict(exception))
            {
                // Somebody else changed the case: look again.
                db.Discard();
            }
        }
    }

    private async Task AcknowledgeAsync(
        Notification notice, DateTimeOffset now, Person? by, string how, CancellationToken cancellationToken)
    {
        var tenantId = await db.Cases.Where(c => c.Id == notice.CaseId).Select(c => c.TenantId).SingleAsync(cancellationToken);
        var file = notice.CaseId is { } caseId ? await files.FindAsync(caseId, tenantId, cancellationToken) : null;
        // Read again after the case: what was confirmed before is seen here, and what is confirmed after changes the case's version.
        await db.Entry(notice).ReloadAsync(cancellationToken);
        if (notice.AcknowledgedAt is not null)
            return;

        notice.AcknowledgedAt = now;
        db.Record(new AuditRecord("notice.acknowledged", notice.AuditSubject, by?.Id, now,
            ("notification", notice.Id.ToString()), ("by", how)));
        await StopRemindingAsync(notice, now, cancellationToken);
        if (file is null)
            return;
        // A change of the case like any other: of two at once, one looks again.
        db.Entry(file.Case).Property(c => c.Status).IsModified = true;
        await cards.ShowEverybodyAsync(file, now, cancellationToken);
    }

    /// <summary>A reminder that somebody has before them stops asking: it is put right where it stands.</summary>
    private async Task StopRemindingAsync(Notification notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shown = await db.Notifications.AsNoTracking()
            .Where(n => n.Purpose == NotificationPurpose.Reminder && n.AboutId == notice.Id && n.State == NotificationState.Sent && n.ActivityId != null)
            .ToListAsync(cancellationToken);
        foreach (var reminder in shown.DistinctBy(one => one.PersonId))
        {
            db.Notifications.Add(Notification.ThroughTheBot(
                NotificationPurpose.Reminder, reminder.PersonId!.Value, reminder.Language, reminder.Subject, now, reminder.CaseId,
                party: reminder.PartyId, aboutId: notice.Id));
        }
    }
}
