using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AiActBot.Notifications;

/// <summary>A save that puts something in the outbox wakes the sender once it is committed.</summary>
internal sealed class NotificationWaking(NotificationSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Inside a transaction of ours it is not visible yet; the sender looks again when that is committed.
        if (eventData.Context?.Database.CurrentTransaction is null && HasPending(eventData.Context))
            signal.Wake();
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (HasPending(eventData.Context))
            signal.Wake();
        return Task.CompletedTask;
    }

    private static bool HasPending(DbContext? db) =>
        db?.ChangeTracker.Entries<Notification>().Any(entry => entry.Entity.State == NotificationState.Pending) ?? false;
}
