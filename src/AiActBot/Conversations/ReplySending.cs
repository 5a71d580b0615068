using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Conversations;

/// <summary>Sends what a saved turn has to say, in order, and remembers how far it came.</summary>
internal sealed class ReplySending(
    IServiceScopeFactory scopes, InboxWriter writer, [FromKeyedServices(ConnectorClients.InTurn)] IConnectorClient connector, TimeProvider time, ILogger<ReplySending> log)
{
    /// <summary>After this many rounds the conversation is not coming back for these replies.</summary>
    private const int Rounds = 8;

    public async Task SendAsync(Guid inboxId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        // Opened once: each query would open and set up a connection of its own.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var stored = await db.Inbox.SingleAsync(a => a.Id == inboxId, cancellationToken);
        if (stored.State != InboxState.Handled)
            return;
        var conversationId = Conversation.WithoutThread(stored.ConversationId);
        var conversation = await db.Conversations.AsNoTracking().SingleAsync(
            c => c.ChannelId == stored.ChannelId && c.ConversationId == conversationId, cancellationToken);
        await SendAsync(db, stored, conversation, Reply.Read(stored.Replies!), cancellationToken);
    }

    /// <param name="stored">A saved turn with something to say, tracked by <paramref name="db"/>.</param>
    public async Task SendAsync(
        AiActBotDbContext db, InboxActivity stored, Conversation conversation, IReadOnlyList<Reply> replies, CancellationToken cancellationToken)
    {
        await db.LetOthersConnectAsync();
        ConnectorFailure? failure = null;
        while (failure is null && stored.RepliesSent < replies.Count)
        {
            failure = await SendAsync(db, conversation, stored, replies[stored.RepliesSent], cancellationToken);
            // What the channel refuses for good is passed over: the next reply may be the important one.
            if (failure is null or { IsTransient: false })
            {
                if (failure is not null)
                    Log.ReplyRefused(log, stored.Id, failure.Kind);
                failure = null;
                stored.RepliesSent++;
                // Noted at once, so that a crash repeats the one reply in hand and not those before it.
                stored.LeaseUntil = time.GetUtcNow() + Inbox.Lease;
                if (stored.RepliesSent < replies.Count)
                    await db.SaveChangesAsync(cancellationToken);
            }
        }

        // The lease keeps others away; were it lost, the one who has it now goes on.
        if (failure is null)
        {
            await writer.CompleteAsync(stored);
            return;
        }

        stored.Attempts += failure.IsOwnPace ? 0 : 1;
        if (stored.Attempts >= Rounds)
            (stored.State, stored.Replies) = (InboxState.Failed, null);
        else
            stored.LeaseUntil = time.GetUtcNow() + (failure.RetryAfter ?? TimeSpan.FromSeconds(Math.Pow(2, stored.Attempts)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<ConnectorFailure?> SendAsync(
        AiActBotDbContext db, Conversation conversation, InboxActivity stored, Reply reply, CancellationToken cancellationToken)
    {
        var serviceUrl = new Uri(conversation.ServiceUrl);
        var activity = reply.Activity;
        activity.From = new ChannelAccount { Id = conversation.BotId };
        activity.Conversation = new ConversationAccount { Id = stored.ConversationId, TenantId = conversation.TenantId };
        var outcome = reply switch
        {
            { UpdatesActivityId: { } shown } => await connector.UpdateAsync(serviceUrl, stored.ConversationId, shown, activity, cancellationToken),
            { StreamId: { } streamId } => await EndStreamAsync(serviceUrl, stored, activity, streamId, cancellationToken),
            _ => await AnswerAsync(serviceUrl, stored, activity, cancellationToken),
        };
        if (outcome is ConnectorOutcome<ResourceResponse>.Delivered({ Id: { } sent }) && reply.QuestionId is { } questionId)
            await db.AskedQuestions.Where(q => q.Id == questionId).ExecuteUpdateAsync(q => q.SetProperty(x => x.ActivityId, sent), cancellationToken);
        var failure = outcome is ConnectorOutcome<ResourceResponse>.Failed(var why) ? why : null;
        Telemetry.Replied(failure?.Kind.ToString() ?? "Delivered");
        return failure;
    }

    private Task<ConnectorOutcome<ResourceResponse>> AnswerAsync(Uri serviceUrl, InboxActivity stored, Activity answer, CancellationToken cancellationToken) =>
        Inbox.MessageOf(stored.ActivityId) is { } message
            ? connector.ReplyAsync(serviceUrl, stored.ConversationId, message, answer, cancellationToken)
            : connector.SendAsync(serviceUrl, stored.ConversationId, answer, cancellationToken);

    /// <summary>A stream that ended meanwhile (two minutes, a crash) takes no answer any more; the answer then comes by itself.</summary>
    private async Task<ConnectorOutcome<ResourceResponse>> EndStreamAsync(
        Uri serviceUrl, InboxActivity stored, Activity answer, string streamId, CancellationToken cancellationToken)
    {
        var outcome = await connector.SendAsync(serviceUrl, stored.ConversationId, AnswerStream.End(answer, streamId), cancellationToken);
        return outcome switch
        {
            ConnectorOutcome<ResourceResponse>.Failed(var failure) when AnswerStream.IsOver(failure) =>
                new ConnectorOutcome<ResourceResponse>.Delivered(new ResourceResponse(streamId)),
            ConnectorOutcome<ResourceResponse>.Failed({ IsTransient: false }) =>
                await AnswerAsync(serviceUrl, stored, AnswerStream.Apart(answer), cancellationToken),
            // The channel may answer the last part without an id: the message has that of its stream.
            ConnectorOutcome<ResourceResponse>.Delivered({ Id: null or "" }) => new ConnectorOutcome<ResourceResponse>.Delivered(new ResourceResponse(streamId)),
            _ => outcome,
        };
    }
}
