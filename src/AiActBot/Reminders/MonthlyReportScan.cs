using System.Globalization;
using AiActBot.Assistant.Report;
using AiActBot.CorrectiveActions;
using AiActBot.Hosting;
using AiActBot.Notifications;
using Microsoft.Extensions.Options;

namespace AiActBot.Reminders;

/// <summary>
/// Sends the compliance team the report of last month's questions from the first working day of the month on, to each
/// member once.
/// </summary>
internal sealed class MonthlyReportScan(
    ReminderLedger ledger, QuestionReports reports, ComplianceTeam team, OrganisationClock clock, TimeProvider time, IOptions<ReminderOptions> options)
{
    /// <returns>How many reports were put in the outbox. A month in which nobody asked anything has none.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var thisMonth = QuestionReports.MonthOf(clock.DayOf(now));
        var firstWorkingDay = clock.Holidays.NextWorkingDay(thisMonth);
        if (clock.DayOf(now) < firstWorkingDay || (clock.DayOf(now) == firstWorkingDay && clock.TimeOf(now) < options.Value.MonthlyReportFrom))
            return 0;

        var given = 0;
        var month = thisMonth.AddMonths(-1);
        var subject = $"questions:{month.ToString(QuestionReportCard.MonthFormat, CultureInfo.InvariantCulture)}";
        foreach (var tenantId in await reports.TenantsAsync(month, cancellationToken))
        {
            var told = await ledger.ToldAsync(ReminderReason.MonthlyQuestionReport, subject, cancellationToken);
            foreach (var person in (await team.MembersAsync(tenantId, cancellationToken)).Where(person => !told.Contains(person.Id)))
            {
                ledger.Give(
                    ReminderReason.MonthlyQuestionReport,
                    subject,
                    Notification.ThroughTheBot(NotificationPurpose.QuestionReport, person.Id, person.Language, ReportTexts.Command.In(person.Language), now),
                    now);
                given += await ledger.TrySaveAsync(cancellationToken) ? 1 : 0;
            }
        }

        return given;
    }
}
