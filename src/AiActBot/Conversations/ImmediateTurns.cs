using AiActBot.BotFramework.Activities;
using AiActBot.Hosting;
using AiActBot.MessageExtension;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Conversations;

/// <summary>
/// Turns that are decided before they are acknowledged, so that the activity and what comes of it are one write: invokes, whose
/// HTTP response is the result, and whatever waits for nobody.
/// </summary>
internal sealed class ImmediateTurns(
    IServiceScopeFactory scopes, Inbox inbox, InboxWriter writer, TurnQueue queue, ReplySending replies, TimeProvider time, ILogger<ImmediateTurns> log)
{
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
            if (await scope.ServiceProvider.GetRequiredService<TurnRouter>().HandleAsync(activity, cancellationToken) is not { } turn)
                return InvokeResult.Malformed;
            var result = InvokeResult.Of(turn);
            try
            {
                await SaveInvokeAsync(db, turn, result, cancellationToken);
                return result;
            }
            catch (DbUpdateException exception) when (decision < TurnRunner.Decisions && UniqueViolation.IsConflict(exception))
            {
                Log.TurnDecidedAgain(log, decision);
            }
        }
    }

    /// <summary>Takes an activity that the channel wants acknowledged and nothing more.</summary>
    public async Task AcceptAsync(Activity activity)
    {
        if (!TurnRouter.WaitsForNobody(activity) || !await DecideInLineAsync(activity))
            await inbox.AcceptAsync(activity);
    }

    private async Task SaveInvokeAsync(AiActBotDbContext db, Turn turn, InvokeResult result, CancellationToken cancellationToken)
    {
        if (!db.HasPendingChanges && turn.Replies.Count == 0)
            return;
        var stored = Inbox.New(turn.Activity, turn.Now);
        stored.Response = result.Body;
        stored.Keep(turn);
        db.Inbox.Add(stored);
        await db.SaveChangesAsync(cancellationToken);
        if (stored.State == InboxState.Handled)
            queue.Enqueue(stored.Id, stored.ConversationId);
    }

    /// <returns>False when it has to be stored first: others of its conversation come before it, or deciding it failed.</returns>
    /// <exception cref="Exception">The database takes nothing: nothing was saved.</exception>
    private async Task<bool> DecideInLineAsync(Activity activity)
    {
        var isDecided = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return queue.TryEnter(activity.Conversation?.Id ?? "", WorkAsync, giveUp: () => isDecided.SetResult(false)) && await isDecided.Task;

        async Task WorkAsync(CancellationToken stopping)
        {
            using var measure = Telemetry.Turn("immediate", time);
            try
            {
                await DecideAndSendAsync(activity, () => isDecided.SetResult(true), stopping);
            }
#pragma warning disable CA1031 // Nothing of it was saved: it is stored as it came and tried again, or not acknowledged where it cannot be stored.
            catch (Exception exception) when (!isDecided.Task.IsCompleted)
#pragma warning restore CA1031
            {
                if (DatabaseUnavailable.Is(exception))
                {
                    isDecided.SetException(exception);
                    return;
                }

                isDecided.SetResult(false);
                Log.NotDecidedAtOnce(log, exception);
            }
        }
    }

    private async Task DecideAndSendAsync(Activity activity, Action decided, CancellationToken cancellationToken)
    {
        for (var decision = 1; ; decision++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
            // Opened once: each query would open and set up a connection of its own.
            await db.Database.OpenConnectionAsync(cancellationToken);
            var stored = Inbox.New(activity, time.GetUtcNow());
            var turn = await scope.ServiceProvider.GetRequiredService<TurnRouter>().HandleAsync(activity, cancellationToken);
            stored.Keep(turn);
            bool isFirst;
            try
            {
                isFirst = await SaveTurnAsync(db, stored, cancellationToken);
            }
            catch (DbUpdateException exception) when (decision < TurnRunner.Decisions && UniqueViolation.IsConflict(exception))
            {
                if (!await inbox.KnowsAsync(activity, cancellationToken))
                {
                    Log.TurnDecidedAgain(log, decision);
                    continue;
                }

                isFirst = false;
            }

            decided();
            if (isFirst && stored.State == InboxState.Handled)
                await replies.SendAsync(db, stored, turn!.Conversation, turn.Replies, cancellationToken);
            return;
        }
    }

    /// <summary>The activity with what comes of it, in one write; where nothing else comes of it than words, with those of others.</summary>
    /// <returns>False when the channel had sent it before: the first one was dealt with.</returns>
    private async Task<bool> SaveTurnAsync(AiActBotDbContext db, InboxActivity stored, CancellationToken cancellationToken)
    {
        if (!db.HasPendingChanges)
        {
            await db.LetOthersConnectAsync();
            if (!await writer.AddAsync(stored))
                return false;
            db.Inbox.Attach(stored);
            return true;
        }

        db.Inbox.Add(stored);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static Task<InboxActivity?> FindAnsweredAsync(AiActBotDbContext db, Activity activity, CancellationToken cancellationToken) =>
        activity is { Id: { Length: > 0 } id, ChannelId: var channelId, Conversation.Id: var conversationId }
            ? db.Inbox.AsNoTracking().SingleOrDefaultAsync(
                a => a.ChannelId == channelId && a.ConversationId == conversationId && a.ActivityId == id, cancellationToken)
            : Task.FromResult<InboxActivity?>(null);
}
