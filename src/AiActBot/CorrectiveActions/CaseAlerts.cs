using AiActBot.BotFramework.Activities;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Reminders;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>Tells people that a case needs them, each once for each reason.</summary>
internal sealed class CaseAlerts(ReminderLedger ledger)
{
    /// <summary>Adds what was not given yet to the pending changes.</summary>
    /// <param name="subject">What it is about: <c>approval:0197…</c>.</param>
    /// <returns>How many people are told.</returns>
    public async Task<int> GiveAsync(
        ReminderReason reason, string subject, CaseFile file, IEnumerable<Person> people, Bilingual title, Bilingual text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = await ledger.ToldAsync(reason, subject, cancellationToken);
        var untold = people.DistinctBy(person => person.Id).Where(person => !told.Contains(person.Id)).ToList();
        foreach (var person in untold)
        {
            ledger.Give(
                reason,
                subject,
                Notification.ThroughTheBot(
                    NotificationPurpose.CaseAlert, person.Id, person.Language, title.In(person.Language), now, file.Case.Id, text.In(person.Language)),
                now);
        }

        return untold.Count;
    }

    public static RenderedNotification Render(Notification alert)
    {
        var card = Card(
            [Title(alert.Subject), Text(alert.Text)],
            Button(ReminderTexts.ShowCase.In(alert.Language), Verbs.ShowCase, (CaseCard.Case, alert.CaseId!.Value.ToString())));
        return new RenderedNotification(Activity.WithAttachment(card.ToAttachment(), alert.Subject).AlertWith(alert.Subject), alert.Text);
    }
}
