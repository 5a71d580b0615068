using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Connector;

/// <summary>
/// The Connector of a channel: where a bot sends what it says. What goes wrong is a value; only the caller's own
/// cancellation is an exception.
/// </summary>
public interface IConnectorClient
{
    /// <summary>Sends to the end of a conversation.</summary>
    /// <param name="serviceUrl">The address that the conversation's last activity came with.</param>
    Task<ConnectorOutcome<ResourceResponse>> SendAsync(
        Uri serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken);

    /// <summary>Sends in answer to an activity. In Teams this alone does not make a thread.</summary>
    Task<ConnectorOutcome<ResourceResponse>> ReplyAsync(
        Uri serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken);

    /// <summary>Puts another activity in the place of one this bot sent.</summary>
    /// <param name="activityId">The id that sending returned; the <c>replyToId</c> of an invoke may be another.</param>
    Task<ConnectorOutcome<ResourceResponse>> UpdateAsync(
        Uri serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken);

    /// <summary>Takes back an activity this bot sent.</summary>
    Task<ConnectorOutcome<ResourceResponse>> DeleteAsync(
        Uri serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken);

    /// <summary>Opens a conversation, or finds the personal one that is already there.</summary>
    Task<ConnectorOutcome<ConversationResourceResponse>> CreateConversationAsync(
        Uri serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken);

    /// <summary>Everyone in a conversation at once; for a team prefer pages.</summary>
    Task<ConnectorOutcome<IReadOnlyList<ChannelAccount>>> GetMembersAsync(
        Uri serviceUrl, string conversationId, CancellationToken cancellationToken);

    Task<ConnectorOutcome<ChannelAccount>> GetMemberAsync(
        Uri serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken);

    /// <summary>One page of the people in a conversation.</summary>
    /// <param name="pageSize">A wish, which some channels ignore; null leaves it to the channel.</param>
    /// <param name="continuationToken">From the page before; null for the first.</param>
    Task<ConnectorOutcome<PagedMembers>> GetPagedMembersAsync(
        Uri serviceUrl, string conversationId, int? pageSize, string? continuationToken, CancellationToken cancellationToken);
}
