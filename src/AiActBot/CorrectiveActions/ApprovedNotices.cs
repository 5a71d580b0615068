using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Hosting;
using AiActBot.Notifications;
using AiActBot.Storage;

namespace AiActBot.CorrectiveActions;

/// <summary>What an approval sets going: a notice in the outbox for each party, and a filing for each authority.</summary>
internal sealed class ApprovedNotices(AiActBotDbContext db, NoticePlan plan, OrganisationClock clock)
{
    /// <returns>The case with them, and how many there are.</returns>
    public (CaseFile File, int Count) PutInOutbox(CaseFile file, DateTimeOffset now)
    {
        var planned = plan.For(file);
        // Ids of one moment have no order of their own. The outbox sends the lowest first, and that is who is to be told first.
        var withIds = planned.Zip(planned.Select(_ => Guid.CreateVersion7(now)).Order()).ToList();
        var filer = file.Filer ?? file.System.OwnerId;
        List<Notification> notices = [.. withIds.Where(one => !one.First.IsFiling).Select(one => NoticePlan.ToNotification(one.First, one.Second, file.Case.Id, now))];
        List<Filing> filings = [.. withIds.Where(one => one.First.IsFiling).Select(one => NoticePlan.ToFiling(one.First, one.Second, file.Case.Id, filer, DueBy(file, one.First), now))];
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
