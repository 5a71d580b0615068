using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>Sends what is due in the outbox, and looks again when woken or after a while.</summary>
internal sealed class NotificationDispatcher(
    IServiceScopeFactory scopes,
    NotificationSignal signal,
    TimeProvider time,
    IOptions<NotificationOptions> options,
    IOptions<StorageOptions> storage,
    ILogger<NotificationDispatcher> log) : BackgroundService
{
    private const int AtOnce = 10;

    /// <summary>Those that are due together are found together.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ignoreLeases = storage.Value.Provider == DatabaseProvider.Sqlite;
        while (!stoppingToken.IsCancellationRequested)
        {
            // After a failure the next look would fail at once as well: what is due already is no reason to hurry.
            var wait = options.Value.PollInterval;
            try
            {
                while (await SendDueAsync(ignoreLeases, stoppingToken) > 0)
                    ignoreLeases = false;
                ignoreLeases = false;
                wait = await UntilNextAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The edge of a background job: the next round tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.RoundFailed(log, exception);
            }

            await signal.WaitAsync(wait, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until the next one is due, or until others may have put something in. While the outbox is held, none is due.</summary>
    private async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var next = await db.Notifications.Where(n => n.State == NotificationState.Pending && !db.OutboxHolds.Any())
            .OrderBy(n => n.DueAt).Select(n => (DateTimeOffset?)n.DueAt).FirstOrDefaultAsync(cancellationToken);
        var wait = next is { } due ? due - time.GetUtcNow() + AMoment : options.Value.PollInterval;
        return wait < AMoment ? AMoment : wait < options.Value.PollInterval ? wait : options.Value.PollInterval;
    }

    private async Task<int> SendDueAsync(bool ignoreLeases, CancellationToken cancellationToken)
    {
        IReadOnlyList<Notification> claimed;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
            claimed = await NotificationClaims.ClaimAsync(
                db, time.GetUtcNow(), options.Value.Lease, AtOnce, ignoreLeases, cancellationToken);
        }

        // To one recipient in order; a channel that keeps one waiting does not keep the others waiting.
        await Task.WhenAll(claimed.GroupBy(notification => notification.PersonId?.ToString() ?? notification.MailAddress).Select(SendInOrderAsync));
        return claimed.Count;
    }

    private async Task SendInOrderAsync(IEnumerable<Notification> ofOneRecipient)
    {
        foreach (var notification in ofOneRecipient)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                // Once claimed it is sent to the end, also while the service stops: breaking off would only cause a duplicate.
                await scope.ServiceProvider.GetRequiredService<NotificationDelivery>()
                    .DeliverAsync(notification.Id, notification.Fence, CancellationToken.None);
            }
#pragma warning disable CA1031 // The edge of an attempt: its lease runs out and it is tried again; the others go on.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.AttemptBroke(log, exception, notification.Id);
            }
        }
    }
}
