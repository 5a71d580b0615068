using AiActBot.Assistant.Chat;
using AiActBot.Assistant.Report;
using AiActBot.BotFramework.Activities;
using AiActBot.CorrectiveActions;
using AiActBot.Reminders;

namespace AiActBot.Notifications;

/// <summary>What is sent: the same words in Teams and by mail.</summary>
/// <param name="Replaces">The earlier activity in whose place it goes, or null.</param>
internal sealed record RenderedNotification(Activity Activity, string MailBody, string? Replaces = null);

/// <summary>Renders a notification at the moment of sending. An approved text is sent as it was approved; a card shows the state of now.</summary>
internal sealed class NotificationContent(CaseCards cases, NoticeCards notices, ReminderCards reminders, TeamCards questions, ShowQuestionReport reports)
{
    /// <returns>What to send, or null when there is nothing left to say.</returns>
    public Task<RenderedNotification?> RenderAsync(Notification notification, CancellationToken cancellationToken) => notification.Purpose switch
    {
        NotificationPurpose.Notice => notices.RenderAsync(notification, cancellationToken),
        NotificationPurpose.CaseCard => cases.RenderAsync(notification, cancellationToken),
        NotificationPurpose.Reminder => reminders.RenderAsync(notification, cancellationToken),
        NotificationPurpose.TeamQuestion => questions.RenderAsync(notification, cancellationToken),
        NotificationPurpose.QuestionReport => reports.RenderAsync(notification, cancellationToken),
        NotificationPurpose.CaseAlert => Task.FromResult<RenderedNotification?>(CaseAlerts.Render(notification)),
        _ => Task.FromResult<RenderedNotification?>(new RenderedNotification(Activity.Message(notification.Text), notification.Text)),
    };
}
