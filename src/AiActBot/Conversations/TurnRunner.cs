using System.Text.Json;
using AiActBot.BotFramework.Activities;
using AiActBot.Hosting;
using AiActBot.MessageExtension;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Conversations;

/// <summary>
/// A whole turn: open it, let a capability handle it, save everything at once, then say what is to be said. When
/// another change came between reading and saving, it is read and decided again.
/// </summary>
internal sealed class TurnRunner(IServiceScopeFactory scopes, ReplySending replies, TurnQueue queue, TimeProvider time, ILogger<TurnRunner> log)
{
    /// <summary>How often a turn is decided anew when others keep coming between.</summary>
    private const int Decisions = 8;

    /// <summary>How often a turn that breaks is tried before the person is told.</summary>
    private const int Attempts = 3;

    /// <summary>Works on a stored activity from wherever its last attempt got to.</summary>
    public async Task RunAsync(Guid inboxId, CancellationToken cancellationToken)
    {
        using var measure = Telemetry.Turn("background", time);
        if (await HandleAsync(inboxId, cancellationToken))
            await replies.SendAsync(inboxId, cancellationToken);
    }

    /// <summary>Handles an invoke: its HTTP response is the result, and the same invoke gets the same result again.</summary>
    public async Task<InvokeResult> InvokeAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var measure = Telemetry.Turn("invoke", time);
        if (SearchInChat.Asks(activity))
        {
            await using var search = scopes.CreateAsyncScope();
            return await search.ServiceProvider.GetRequiredService<SearchInChat>().AnswerAsync(activity, cancellationToken);
        }

        for (var decision = 1; ; decision++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
            if (await FindAnsweredAsync(db, activity, cancellationToken) is { } answered)
                return InvokeResult.Again(answered.Response);
            if (await scope.ServiceProvider.GetRequiredService<TurnOpening>().OpenAsync(activity, cancellationToken) is not { } turn)
                return InvokeResult.Malformed;

            await scope.ServiceProvider.GetRequiredService<TurnRouter>().RouteAsync(turn, cancellationToken);
            var result = InvokeResult.Of(turn);
            try
            {
                await SaveInvokeAsync(db, turn, result, cancellationToken);
                return result;
            }
            catch (DbUpdateException exception) when (decision < Decisions && UniqueViolation.IsConflict(exception))
            {
                Log.TurnDecidedAgain(log, decision);
            }
        }
    }

    private async Task SaveInvokeAsync(AiActBotDbContext db, Turn turn, InvokeResult result, CancellationToken cancellationToken)
    {
        if (!db.HasPendingChanges && turn.Replies.Count == 0)
            return;
        var stored = Inbox.New(turn.Activity, turn.Now);
        stored.Response = result.Body;
        Keep(stored, turn);
        db.Inbox.Add(stored);
        await db.SaveChangesAsync(cancellationToken);
        if (stored.State == InboxState.Handled)
            queue.Enqueue(stored.Id, stored.ConversationId);
    }

    /// <returns>Whether there is something left to say.</returns>
    private async Task<bool> HandleAsync(Guid inboxId, CancellationToken cancellationToken)
    {
        for (var decision = 1; ; decision++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
            // Opened once: each query would open and set up a connection of its own.
            await db.Database.OpenConnectionAsync(cancellationToken);
            var stored = await db.Inbox.SingleAsync(a => a.Id == inboxId, cancellationToken);
            if (stored is not { State: InboxState.Received, Payload: { } payload })
                return stored.State == InboxState.Handled;

            try
            {
                await DecideAsync(scope.ServiceProvider, stored, payload, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return stored.State == InboxState.Handled;
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
                return await GiveUpOrWaitAsync(inboxId, payload, cancellationToken);
            }
        }
    }

    private static async Task DecideAsync(
        IServiceProvider services, InboxActivity stored, string payload, CancellationToken cancellationToken)
    {
        var activity = JsonSerializer.Deserialize(payload, ActivityJson.Default.Activity)!;
        if (await services.GetRequiredService<TurnOpening>().OpenAsync(activity, cancellationToken) is not { } turn)
        {
            // Nobody to answer to; the protocol asks for events like these to be accepted.
            stored.State = InboxState.Completed;
            stored.Payload = null;
            return;
        }

        await services.GetRequiredService<TurnRouter>().RouteAsync(turn, cancellationToken);
        Keep(stored, turn);
    }

    private static void Keep(InboxActivity stored, Turn turn)
    {
        stored.Payload = null;
        stored.State = turn.Replies.Count > 0 ? InboxState.Handled : InboxState.Completed;
        stored.Replies = turn.Replies.Count > 0 ? Reply.Write(turn.Replies) : null;
    }

    /// <summary>A turn that keeps breaking is given up, and the person hears it: silence would look like work.</summary>
    private async Task<bool> GiveUpOrWaitAsync(Guid inboxId, string payload, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var stored = await db.Inbox.SingleAsync(a => a.Id == inboxId, cancellationToken);
        stored.Attempts++;
        stored.LeaseUntil = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, stored.Attempts));
        if (stored.Attempts >= Attempts)
        {
            var activity = JsonSerializer.Deserialize(payload, ActivityJson.Default.Activity)!;
            var turn = await scope.ServiceProvider.GetRequiredService<TurnOpening>().OpenAsync(activity, cancellationToken);
            turn?.Say(Texts.SomethingWentWrong);
            if (turn is not null)
                Keep(stored, turn);
            else
                (stored.State, stored.Payload) = (InboxState.Failed, null);
        }

        await db.SaveChangesAsync(cancellationToken);
        return stored.State == InboxState.Handled;
    }

    private static Task<InboxActivity?> FindAnsweredAsync(AiActBotDbContext db, Activity activity, CancellationToken cancellationToken) =>
        activity is { Id: { Length: > 0 } id, ChannelId: var channelId, Conversation.Id: var conversationId }
            ? db.Inbox.AsNoTracking().SingleOrDefaultAsync(
                a => a.ChannelId == channelId && a.ConversationId == conversationId && a.ActivityId == id, cancellationToken)
            : Task.FromResult<InboxActivity?>(null);
}
