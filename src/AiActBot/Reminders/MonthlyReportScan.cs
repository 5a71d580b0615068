using System.Globalization;
using AiActBot.Assistant.Report;
using AiActBot.CorrectiveActions;
using AiActBot.Hosting;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Reminders;

/// <summary>
/// Sends the compliance team the report of last month's questions from the first working day of the month on. The key of
/// <see cref="Reminder"/> decides that each member gets it once, whatever restarts and however many replicas look.
/// </summary>
internal sealed class MonthlyReportScan(
    AiActBotDbContext db, QuestionReports reports, ComplianceTeam team, OrganisationClock clock, TimeProvider time, IOptions<ReminderOptions> options)
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
            foreach (var person in await team.MembersAsync(tenantId, cancellationToken))
                given += await GiveAsync(person, subject, now, cancellationToken) ? 1 : 0;
        }

        return given;
    }

    private async Task<bool> GiveAsync(Conversations.Person person, string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Reminders.AnyAsync(r => r.Reason == ReminderReason.MonthlyQuestionReport && r.Subject == subject && r.PersonId == person.Id, cancellationToken))
            return false;
        var notification = new Notification
        {
            Id = Guid.CreateVersion7(now),
            Purpose = NotificationPurpose.QuestionReport,
            Route = NotificationRoute.Teams,
            PersonId = person.Id,
            Language = person.Language,
            Subject = ReportTexts.Command.In(person.Language),
            DueAt = now,
            CreatedAt = now,
        };
        db.Notifications.Add(notification);
        db.Reminders.Add(new Reminder
        {
            Reason = ReminderReason.MonthlyQuestionReport,
            Subject = subject,
            PersonId = person.Id,
            NotificationId = notification.Id,
            At = now,
        });
        db.Record(new AuditRecord("report.given", notification.AuditSubject, null, now, ("about", subject), ("person", person.Id.ToString())));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another replica was first.
            db.Discard();
            return false;
        }
    }
}
