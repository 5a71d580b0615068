using AiActBot.Compliance.CorrectiveActions;
using AiActBot.CorrectiveActions.Attachments;
using AiActBot.Hosting;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Storage.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

/// <summary>
/// How long a case is kept, and what is erased after that. A provider keeps the documentation, that of its quality management system
/// included, until ten years after the high-risk AI system was placed on the market or put into service (Article 18(1)). A case
/// closes after that moment as a rule, and ten years from its closing then end no sooner. Where a system is placed on the market
/// or put into service only after a case about it closed, the period ends later, and <see cref="RetentionOptions.CaseYears"/> has to be more.
/// </summary>
internal sealed class CaseKeeping(
    AiActBotDbContext db, AttachmentStore attachments, OrganisationClock clock, TimeProvider time, IOptions<RetentionOptions> options)
{
    /// <summary>The last day on which a case that closed at this moment is kept.</summary>
    public DateOnly KeepUntil(DateTimeOffset closedAt) => clock.DayOf(closedAt).AddYears(options.Value.CaseYears);

    /// <returns>How many cases were erased.</returns>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        // A day is not the same everywhere; the exact day is looked at for each.
        var before = time.GetUtcNow().AddYears(-options.Value.CaseYears).AddDays(1);
        var closed = await db.Cases.AsNoTracking().Where(c => c.Status == CorrectiveActionStatus.Closed && c.ClosedAt < before).ToListAsync(cancellationToken);
        var erased = 0;
        foreach (var @case in closed.Where(one => KeepUntil(one.ClosedAt!.Value) < clock.Today))
            erased += await EraseAsync(@case, cancellationToken) ? 1 : 0;
        return erased;
    }

    /// <summary>Files that no case names: of an upload that was broken off, or of a case that is erased.</summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        // A database that was restored may be older than the files: a row that names one may yet come back.
        if (await db.OutboxHolds.AnyAsync(cancellationToken))
            return 0;
        // Listed before the rows are read: a file that comes in between is not in the list.
        var settled = attachments.Settled();
        var named = settled.Count == 0 ? [] : (await db.Attachments.Select(a => a.StoredAs).ToListAsync(cancellationToken)).ToHashSet();
        var forgotten = settled.Where(file => !named.Contains(file)).ToList();
        forgotten.ForEach(attachments.Delete);
        return forgotten.Count;
    }

    private async Task<bool> EraseAsync(CorrectiveActionCase @case, CancellationToken cancellationToken)
    {
        var id = @case.Id;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Opened again in the meantime, or erased by another replica: then there is nothing to do.
        if (await db.Cases.Where(c => c.Id == id && c.Version == @case.Version).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), cancellationToken) == 0)
            return false;
        var files = await db.Attachments.Where(a => a.CaseId == id).Select(a => a.StoredAs).ToListAsync(cancellationToken);
        await db.Attachments.Where(a => a.CaseId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Reminders.Where(r => db.Notifications.Any(n => n.Id == r.NotificationId && n.CaseId == id)).ExecuteDeleteAsync(cancellationToken);
        await db.DeliveryAttempts.Where(a => db.Notifications.Any(n => n.Id == a.NotificationId && n.CaseId == id)).ExecuteDeleteAsync(cancellationToken);
        await db.Notifications.Where(n => n.CaseId == id).ExecuteDeleteAsync(cancellationToken);
        await db.NoticeWordings.Where(w => w.CaseId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Filings.Where(f => f.CaseId == id).ExecuteDeleteAsync(cancellationToken);
        await db.StandIns.Where(s => s.CaseId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Approvals.Where(a => a.CaseId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Cases.Where(c => c.Id == id).ExecuteDeleteAsync(cancellationToken);
        db.Record(new AuditRecord("case.erased", $"case:{id}", null, time.GetUtcNow(), ("number", @case.Number), ("because", "retention")));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // Last: a crash before this leaves files that no row names, and those are swept away.
        files.ForEach(attachments.Delete);
        return true;
    }
}
