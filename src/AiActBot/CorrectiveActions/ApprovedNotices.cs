using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Hosting;
using AiActBot.Storage;

namespace AiActBot.CorrectiveActions;

/// <summary>What an approval sets going: a notice in the outbox for each party, and a filing for each authority.</summary>
internal sealed class ApprovedNotices(AiActBotDbContext db, NoticePlan plan, OrganisationClock clock)
{
    /// <returns>The case with them, and how many there are.</returns>
    public (CaseFile File, int Count) PutInOutbox(CaseFile file, DateTimeOffset now)
    {
        var planned = plan.For(file);
        var notices = planned.Where(notice => !notice.IsFiling).Select(notice => NoticePlan.ToNotification(notice, file.Case.Id, now)).ToList();
        var filer = file.Filer ?? file.System.OwnerId;
        var filings = planned.Where(notice => notice.IsFiling).Select(notice => NoticePlan.ToFiling(notice, file.Case.Id, filer, DueBy(file, notice), now)).ToList();
        db.Notifications.AddRange(notices);
        db.Filings.AddRange(filings);
        return (file with { Notices = [.. file.Notices, .. notices], Filings = [.. file.Filings, .. filings] }, planned.Count);
    }

    private DateTimeOffset? DueBy(CaseFile file, PlannedNotice notice)
    {
        var starts = new ClockStarts(file.Case.ReportedAt, file.Case.AwareAt, file.Case.AuthorityDecidedAt);
        return notice.Duties.Select(duty => RunningClock.For(duty, starts, clock.Holidays, clock.Zone).Deadline?.EndsAt).Min()?.ToUniversalTime();
    }
}
