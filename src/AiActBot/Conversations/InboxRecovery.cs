using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Conversations;

/// <summary>Picks up activities that were accepted and not finished: after a crash, or because a reply has to wait.</summary>
internal sealed class InboxRecovery(
    IServiceScopeFactory scopes, TurnQueue queue, TimeProvider time, IOptions<StorageOptions> storage, ILogger<InboxRecovery> log) : BackgroundService
{
    private const int AtOnce = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private DateTimeOffset started;

    /// <summary>Before the first request: what comes in from here on is in hand, however slow the first look is.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        started = time.GetUtcNow();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        // One process owns an SQLite file, so nobody has in hand what came in before it started.
        var ignoreLeases = storage.Value.Provider == DatabaseProvider.Sqlite;
        do
        {
            try
            {
                await PickUpAsync(ignoreLeases, stoppingToken);
                ignoreLeases = false;
            }
#pragma warning disable CA1031 // The edge of a background job: the next round tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.RecoveryFailed(log, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PickUpAsync(bool ignoreLeases, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var now = time.GetUtcNow();
        // What came in before a restore was answered before it; what comes in now is not.
        var heldSince = (await db.OutboxHolds.AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.Since ?? DateTimeOffset.MinValue;
        var open = await db.Inbox
            .Where(a => a.ReceivedAt >= heldSince && (a.State == InboxState.Received || a.State == InboxState.Handled) && (a.LeaseUntil < now || (ignoreLeases && a.ReceivedAt < started)))
            .OrderBy(a => a.ReceivedAt).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var activity in open)
        {
            activity.LeaseUntil = now + Inbox.Lease;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                queue.Enqueue(activity.Id, activity.ConversationId);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another replica was faster.
                db.Entry(activity).State = EntityState.Detached;
            }
        }
    }
}
