using System.Globalization;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Storage.Backup;

/// <summary>Holds the outbox, and lets it go again.</summary>
internal sealed class OutboxHolds(AiActBotDbContext db, TimeProvider time)
{
    public Task<OutboxHold?> FindAsync(CancellationToken cancellationToken) => db.OutboxHolds.AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    /// <summary>How much would be sent.</summary>
    public Task<int> WaitingAsync(CancellationToken cancellationToken) =>
        db.Notifications.CountAsync(n => n.State == NotificationState.Pending || n.State == NotificationState.Sending, cancellationToken);

    public async Task HoldAsync(string because, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var held = await db.OutboxHolds.SingleOrDefaultAsync(cancellationToken);
        // One that a restored database brought along says nothing of what was sent until it was copied.
        if (held is not null && (because != OutboxHold.Restored || held.Because == because))
            return;
        if (held is null)
            db.OutboxHolds.Add(new OutboxHold { Id = OutboxHold.TheOnly, Since = now, Because = because });
        else
            (held.Since, held.Because) = (now, because);
        db.Record(new AuditRecord("outbox.held", "outbox", null, now, ("because", because)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another replica saw it too.
            db.Discard();
        }
    }

    /// <param name="withdraw">
    /// What was waiting when the hold began was dealt with before it: it is not sent, and not answered, again. What came since is.
    /// </param>
    public async Task<OutboxRelease> ReleaseAsync(bool withdraw, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var since = (await FindAsync(cancellationToken))?.Since ?? DateTimeOffset.MinValue;
        var (withdrawn, dropped) = withdraw ? await WithdrawAsync(since, cancellationToken) : (0, 0);
        var released = new OutboxRelease(withdrawn, dropped, await WaitingAsync(cancellationToken));
        await db.OutboxHolds.ExecuteDeleteAsync(cancellationToken);
        db.Record(new AuditRecord("outbox.released", "outbox", null, time.GetUtcNow(),
            ("waiting", released.Waiting.ToString(CultureInfo.InvariantCulture)), ("withdrawn", withdrawn.ToString(CultureInfo.InvariantCulture)),
            ("dropped", dropped.ToString(CultureInfo.InvariantCulture))));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return released;
    }

    private async Task<(int Withdrawn, int Dropped)> WithdrawAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var withdrawn = await db.Notifications.Where(n => (n.State == NotificationState.Pending || n.State == NotificationState.Sending) && n.CreatedAt < since)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NotificationState.Withdrawn).SetProperty(n => n.LastFailure, OutboxHold.Restored), cancellationToken);
        var dropped = await db.Inbox.Where(a => (a.State == InboxState.Received || a.State == InboxState.Handled) && a.ReceivedAt < since)
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.State, InboxState.Failed).SetProperty(a => a.Payload, (string?)null)
                    .SetProperty(a => a.Replies, (string?)null).SetProperty(a => a.Version, a => a.Version + 1), cancellationToken);
        return (withdrawn, dropped);
    }

    /// <summary>
    /// A dump of PostgreSQL that is restored makes new tables, whose numbers differ: then the outbox is held before anything is
    /// sent. A backup of SQLite brings its hold along.
    /// </summary>
    public async Task HoldIfRestoredAsync(CancellationToken cancellationToken)
    {
        if (db is not PostgreSqlDbContext)
            return;
        var identity = await db.Database.SqlQueryRaw<string>(
            "SELECT d.oid || ':' || 'notifications'::regclass::oid || ':' || 'audit_entries'::regclass::oid AS \"Value\" FROM pg_database d WHERE d.datname = current_database()")
            .SingleAsync(cancellationToken);
        if (await db.DatabaseOrigins.SingleOrDefaultAsync(cancellationToken) is not { } origin)
            db.DatabaseOrigins.Add(new DatabaseOrigin { Id = DatabaseOrigin.TheOnly, Identity = identity });
        else if (origin.Identity != identity)
        {
            // The hold first: a crash in between finds the old place again, and holds again.
            await HoldAsync(OutboxHold.Restored, cancellationToken);
            await db.DatabaseOrigins.ExecuteUpdateAsync(set => set.SetProperty(o => o.Identity, identity), cancellationToken);
            return;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another replica started at the same time.
            db.Discard();
        }
    }
}

/// <summary>What became of what was waiting.</summary>
/// <param name="Dropped">Activities of before that were not handled, or not answered, to the end.</param>
/// <param name="Waiting">What is sent from now on.</param>
internal sealed record OutboxRelease(int Withdrawn, int Dropped, int Waiting);
