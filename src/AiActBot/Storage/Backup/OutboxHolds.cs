using AiActBot.Notifications;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Storage.Backup;

/// <summary>Holds the outbox, and lets it go again.</summary>
internal sealed class OutboxHolds(AiActBotDbContext db, TimeProvider time)
{
    public Task<OutboxHold?> FindAsync(CancellationToken cancellationToken) => db.OutboxHolds.AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    /// <summary>How much would be sent.</summary>
    public Task<int> WaitingAsync(CancellationToken cancellationToken) =>
        db.Notifications.CountAsync(n => n.State == NotificationState.Pending || n.State == NotificationState.Sending, cancellationToken);

    public async Task HoldAsync(string because, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not null)
            return;
        var now = time.GetUtcNow();
        db.OutboxHolds.Add(new OutboxHold { Id = OutboxHold.TheOnly, Since = now, Because = because });
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

    /// <param name="withdraw">What is waiting was sent before: it is not sent again.</param>
    /// <returns>How much was waiting.</returns>
    public async Task<int> ReleaseAsync(bool withdraw, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var waiting = await WaitingAsync(cancellationToken);
        if (withdraw)
        {
            await db.Notifications.Where(n => n.State == NotificationState.Pending || n.State == NotificationState.Sending)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NotificationState.Withdrawn).SetProperty(n => n.LastFailure, "restored"), cancellationToken);
        }

        await db.OutboxHolds.ExecuteDeleteAsync(cancellationToken);
        db.Record(new AuditRecord("outbox.released", "outbox", null, time.GetUtcNow(),
            ("waiting", waiting.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("withdrawn", withdraw ? "yes" : "no")));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return waiting;
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
        if (await db.DatabaseOrigins.FirstOrDefaultAsync(cancellationToken) is not { } origin)
            db.DatabaseOrigins.Add(new DatabaseOrigin { Id = DatabaseOrigin.TheOnly, Identity = identity });
        else if (origin.Identity != identity)
        {
            // The hold first: a crash in between finds the old place again, and holds again.
            await HoldAsync("restored", cancellationToken);
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
