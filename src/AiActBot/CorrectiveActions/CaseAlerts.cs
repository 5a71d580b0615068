using AiActBot.BotFramework.Activities;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Reminders;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>Tells people that a case needs them, each once for each reason: the key of <see cref="Reminder"/> decides that, not who looks.</summary>
internal sealed class CaseAlerts(AiActBotDbContext db)
{
    /// <summary>Adds what was not given yet to the pending changes.</summary>
    /// <param name="subject">What it is about: <c>approval:0197…</c>.</param>
    /// <returns>How many people are told.</returns>
    public async Task<int> GiveAsync(
        ReminderReason reason, string subject, CaseFile file, IEnumerable<Person> people, Bilingual title, Bilingual text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = await db.Reminders.Where(r => r.Reason == reason && r.Subject == subject).Select(r => r.PersonId).ToListAsync(cancellationToken);
        var given = 0;
        foreach (var person in people.DistinctBy(person => person.Id).Where(person => !told.Contains(person.Id)))
        {
            var notification = new Notification
            {
                Id = Guid.CreateVersion7(now),
                Purpose = NotificationPurpose.CaseAlert,
                Route = NotificationRoute.Teams,
                CaseId = file.Case.Id,
                PersonId = person.Id,
                Language = person.Language,
                Subject = title.In(person.Language),
                Text = text.In(person.Language),
                DueAt = now,
                CreatedAt = now,
            };
            db.Notifications.Add(notification);
            db.Reminders.Add(new Reminder { Reason = reason, Subject = subject, PersonId = person.Id, NotificationId = notification.Id, At = now });
            db.Record(new AuditRecord("reminder.given", $"case:{file.Case.Id}", null, now,
                ("about", subject), ("reason", reason.ToString()), ("person", person.Id.ToString())));
            given++;
        }

        return given;
    }

    public static RenderedNotification Render(Notification alert)
    {
        var card = Card(
            [Title(alert.Subject), Text(alert.Text)],
            Button(ReminderTexts.ShowCase.In(alert.Language), Verbs.ShowCase, (CaseCard.Case, alert.CaseId!.Value.ToString())));
        return new RenderedNotification(Activity.WithAttachment(card.ToAttachment(), alert.Subject).AlertWith(alert.Subject), alert.Text);
    }
}
