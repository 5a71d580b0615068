using System.Text.Json;
using AiActBot.BotFramework.Activities;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Conversations;

/// <summary>
/// A whole turn of a stored activity: open it, let a capability handle it, save everything at once, then say what is to be said.
/// When another change came between reading and saving, it is read and decided again.
/// </summary>
internal sealed class TurnRunner(IServiceScopeFactory scopes, ReplySending replies, TimeProvider time, ILogger<TurnRunner> log)
{
    /// <summary>How often a turn is decided anew when others keep coming between.</summary>
    public const int Decisions = 8;

    /// <summary>How often a turn that breaks is tried before the person is told.</summary>
    private const int Attempts = 3;

    /// <summary>Works on a stored activity from wherever its last attempt got to.</summary>
    public async Task RunAsync(Guid inboxId, CancellationToken cancellationToken)
    {
        using var measure = Telemetry.Turn("background", time);
        if (await HandleAsync(inboxId, cancellationToken))
            await replies.SendAsync(inboxId, cancellationToken);
    }

    /// <returns>Whether there is something left to say.</returns>
    private async Task<bool> HandleAsync(Guid inboxId, CancellationToken cancellationToken)
    {
        for (var decision = 1; ; decision++)
        {
            try
            {
                return await DecideAsync(inboxId, cancellationToken);
            }
            catch (DbUpdateException exception) when (decision < Decisions && UniqueViolation.IsConflict(exception))
            {
                Log.TurnDecidedAgain(log, decision);
            }
#pragma warning disable CA1031 // The edge of a turn: the failure is counted and told, and nothing of the turn was saved.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.TurnFailed(log, exception, inboxId);
                return await GiveUpOrWaitAsync(inboxId, cancellationToken);
            }
        }
    }

    private async Task<bool> DecideAsync(Guid inboxId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        // Opened once: each query would open and set up a connection of its own.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var stored = await db.Inbox.SingleAsync(a => a.Id == inboxId, cancellationToken);
        if (stored is { State: InboxState.Received, Payload: { } payload })
        {
            var activity = JsonSerializer.Deserialize(payload, ActivityJson.Default.Activity)!;
            stored.Keep(await scope.ServiceProvider.GetRequiredService<TurnRouter>().HandleAsync(activity, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
        }

        return stored.State == InboxState.Handled;
    }

    /// <summary>A turn that keeps breaking is given up, and the person hears it: silence would look like work.</summary>
    private async Task<bool> GiveUpOrWaitAsync(Guid inboxId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var stored = await db.Inbox.SingleAsync(a => a.Id == inboxId, cancellationToken);
        if (stored is not { State: InboxState.Received, Payload: { } payload })
            return stored.State == InboxState.Handled;
        stored.Attempts++;
        stored.LeaseUntil = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, stored.Attempts));
        if (stored.Attempts >= Attempts)
        {
            var activity = JsonSerializer.Deserialize(payload, ActivityJson.Default.Activity)!;
            var turn = await scope.ServiceProvider.GetRequiredService<TurnOpening>().OpenAsync(activity, cancellationToken);
            turn?.Say(Texts.SomethingWentWrong);
            stored.Keep(turn);
            if (turn is null)
                stored.State = InboxState.Failed;
        }

        await db.SaveChangesAsync(cancellationToken);
        return stored.State == InboxState.Handled;
    }
}
