using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Conversations;

/// <summary>The two questions that every turn asks of the database, made into SQL once for this host.</summary>
internal sealed class SenderLookup
{
    /// <summary>By tenant and directory object.</summary>
    public Func<AiActBotDbContext, string, string, CancellationToken, Task<Person?>> PersonAsync { get; } = EF.CompileAsyncQuery(
        (AiActBotDbContext db, string tenantId, string aadObjectId, CancellationToken _) =>
            db.People.SingleOrDefault(p => p.TenantId == tenantId && p.AadObjectId == aadObjectId));

    /// <summary>By channel and the channel's id, without a thread.</summary>
    public Func<AiActBotDbContext, string, string, CancellationToken, Task<Conversation?>> ConversationAsync { get; } = EF.CompileAsyncQuery(
        (AiActBotDbContext db, string channelId, string conversationId, CancellationToken _) =>
            db.Conversations.SingleOrDefault(c => c.ChannelId == channelId && c.ConversationId == conversationId));
}
