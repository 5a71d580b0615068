using System.Globalization;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Hosting;
using AiActBot.Notifications;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Assistant.Report;

/// <summary>Shows the report to the compliance team: on demand, a month back at a time, and when the monthly one is sent.</summary>
internal sealed class ShowQuestionReport(AiActBotDbContext db, QuestionReports reports, ComplianceTeam team, OrganisationClock clock)
{
    /// <summary>The month so far.</summary>
    public async Task ShowAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (Refuses(turn))
            return;
        var report = await reports.OfAsync(turn.Person.TenantId, QuestionReports.MonthOf(clock.Today), cancellationToken);
        turn.Show(QuestionReportCard.Of(report, turn.Language), QuestionReportCard.Title(report, turn.Language));
    }

    /// <summary>The month that a button asks for, in the place of the one it stands on; the month so far for a button that names none.</summary>
    public async Task ShowAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (!data.TryGetString(QuestionReportCard.Month, out _))
        {
            await ShowAsync(turn, cancellationToken);
            return;
        }

        if (Refuses(turn))
            return;
        if (!data.TryGetText(QuestionReportCard.Month, QuestionReportCard.MonthFormat.Length, out var text)
            || !DateOnly.TryParseExact(text, QuestionReportCard.MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            || month.Year is < 2000 or > 2200)
        {
            turn.RefuseAsMalformed();
            return;
        }

        var report = await reports.OfAsync(turn.Person.TenantId, month, cancellationToken);
        turn.Replace(QuestionReportCard.Of(report, turn.Language), QuestionReportCard.Title(report, turn.Language));
    }

    /// <returns>The report of the month before the notification was made; null for somebody who left the team since.</returns>
    public async Task<RenderedNotification?> RenderAsync(Notification notification, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == notification.PersonId, cancellationToken);
        if (!team.Includes(person))
            return null;
        var month = QuestionReports.MonthOf(clock.DayOf(notification.CreatedAt)).AddMonths(-1);
        var report = await reports.OfAsync(person.TenantId, month, cancellationToken);
        var title = QuestionReportCard.Title(report, notification.Language);
        return new RenderedNotification(
            Activity.WithAttachment(QuestionReportCard.Of(report, notification.Language).ToAttachment(), title).AlertWith(title), title);
    }

    private bool Refuses(Turn turn)
    {
        if (!team.Includes(turn.Person))
            turn.Refuse(ReportTexts.OnlyForTeam);
        else if (!turn.IsPrivate)
            turn.Refuse(ReportTexts.OnlyInPrivate);
        else
            return false;
        return true;
    }
}
