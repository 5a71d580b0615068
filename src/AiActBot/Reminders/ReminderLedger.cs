using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Reminders;

/// <summary>
/// Gives reminders, each once for each reason, subject and person: the key of <see cref="Reminder"/> decides that, whatever
/// restarts and however many replicas look.
/// </summary>
internal sealed class ReminderLedger(AiActBotDbContext db)
{
    /// <summary>Who was told already.</summary>
    public Task<List<Compliance.PersonId>> ToldAsync(ReminderReason reason, string subject, CancellationToken cancellationToken) =>
        db.Reminders.Where(r => r.Reason == reason && r.Subject == subject).Select(r => r.PersonId).ToListAsync(cancellationToken);

    /// <summary>Adds a reminder to the pending changes: its row, its notification to a person and its audit entry.</summary>
    /// <param name="subject">What it is about: <c>notice:0197…</c>.</param>
    public void Give(ReminderReason reason, string subject, Notification notification, DateTimeOffset now)
    {
        var person = notification.PersonId!.Value;
        db.Notifications.Add(notification);
        db.Reminders.Add(new Reminder { Reason = reason, Subject = subject, PersonId = person, NotificationId = notification.Id, At = now });
        db.Record(new AuditRecord("reminder.given", notification.AuditSubject, null, now,
            ("about", subject), ("reason", reason.ToString()), ("person", person.ToString())));
    }

    /// <returns>False when another replica was first; then nothing is pending any more.</returns>
    public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (UniqueViolation.IsConflict(exception))
        {
            db.Discard();
            return false;
        }
    }
}
