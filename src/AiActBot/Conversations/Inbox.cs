using System.Globalization;
using System.Text.Json;
using AiActBot.BotFramework.Activities;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Conversations;

/// <summary>Stores an activity before it is acknowledged, so that a crash loses none and a resend repeats none.</summary>
internal sealed class Inbox(IServiceScopeFactory scopes, InboxWriter writer, TurnQueue queue, TimeProvider time)
{
    /// <summary>How long a worker has an activity in hand before another may take it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const string ChangeMark = ";change=";

    private const string NoId = ";none=";

    public async Task AcceptAsync(Activity activity)
    {
        var stored = New(activity, time.GetUtcNow());
        stored.Payload = JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);
        // When the channel sent it again, the first one is being dealt with.
        if (await writer.AddAsync(stored))
            queue.Enqueue(stored.Id, stored.ConversationId);
    }

    /// <returns>The id of the message that an activity is about; null when it came without one.</returns>
    public static string? MessageOf(string key) => key.StartsWith(NoId, StringComparison.Ordinal) ? null : key.Split(ChangeMark, 2)[0];

    /// <summary>
    /// By what an activity is recognised when it comes again. Editing or deleting a message comes under the id of the message,
    /// so the moment goes with it.
    /// </summary>
    private static string? KeyOf(Activity activity) => activity switch
    {
        { Id: { Length: > 0 } id, Type: ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete } =>
            string.Create(CultureInfo.InvariantCulture, $"{id}{ChangeMark}{activity.Type}@{activity.Timestamp?.UtcTicks}"),
        { Id: { Length: > 0 } id } => id,
        _ => null,
    };

    /// <summary>Whether it was accepted before.</summary>
    public async Task<bool> KnowsAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (KeyOf(activity) is not { } id)
            return false;
        var (channelId, conversationId) = (activity.ChannelId ?? "", activity.Conversation?.Id ?? "");
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AiActBotDbContext>().Inbox.AnyAsync(
            a => a.ChannelId == channelId && a.ConversationId == conversationId && a.ActivityId == id, cancellationToken);
    }

    /// <summary>An activity without an id cannot be recognised when it comes again, so it gets one of its own.</summary>
    public static InboxActivity New(Activity activity, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ChannelId = activity.ChannelId ?? "",
        ConversationId = activity.Conversation?.Id ?? "",
        ActivityId = KeyOf(activity) ?? $"{NoId}{Guid.CreateVersion7()}",
        ReceivedAt = now,
        LeaseUntil = now + Lease,
    };
}
