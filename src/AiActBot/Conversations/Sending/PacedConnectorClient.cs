using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;

namespace AiActBot.Conversations.Sending;

/// <summary>
/// Waits until Teams takes a call before it makes it. Where that lasts too long nothing is sent, and the failure says how long to
/// wait: it is then for the caller to come back.
/// </summary>
/// <param name="toMany">Whether it is one of many that go out at once, and so leaves room for who waits for an answer.</param>
/// <param name="longest">How long it waits by itself.</param>
internal sealed class PacedConnectorClient(IConnectorClient inner, SendingPace pace, TimeProvider time, bool toMany, TimeSpan longest) : IConnectorClient
{
    public Task<ConnectorOutcome<ResourceResponse>> SendAsync(
        Uri serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) =>
        InTurnAsync(Sending(conversationId, activity), () => inner.SendAsync(serviceUrl, conversationId, activity, cancellationToken), cancellationToken);

    public Task<ConnectorOutcome<ResourceResponse>> ReplyAsync(
        Uri serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        InTurnAsync(Sending(conversationId, activity), () => inner.ReplyAsync(serviceUrl, conversationId, activityId, activity, cancellationToken), cancellationToken);

    public Task<ConnectorOutcome<ResourceResponse>> UpdateAsync(
        Uri serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        InTurnAsync(Sending(conversationId, activity), () => inner.UpdateAsync(serviceUrl, conversationId, activityId, activity, cancellationToken), cancellationToken);

    public Task<ConnectorOutcome<ResourceResponse>> DeleteAsync(
        Uri serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        InTurnAsync(new PacedCall(conversationId, null, false, false), () => inner.DeleteAsync(serviceUrl, conversationId, activityId, cancellationToken), cancellationToken);

    public Task<ConnectorOutcome<ConversationResourceResponse>> CreateConversationAsync(
        Uri serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken) =>
        // There is no id yet; what it is opened with stands in.
        InTurnAsync(
            new PacedCall($"new:{string.Join(',', (parameters.Members ?? []).Select(member => member.Id))}", parameters.TenantId, false, false),
            () => inner.CreateConversationAsync(serviceUrl, parameters, cancellationToken), cancellationToken);

    public Task<ConnectorOutcome<IReadOnlyList<ChannelAccount>>> GetMembersAsync(
        Uri serviceUrl, string conversationId, CancellationToken cancellationToken) =>
        InTurnAsync(AboutMembers(conversationId), () => inner.GetMembersAsync(serviceUrl, conversationId, cancellationToken), cancellationToken);

    public Task<ConnectorOutcome<ChannelAccount>> GetMemberAsync(
        Uri serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken) =>
        InTurnAsync(AboutMembers(conversationId), () => inner.GetMemberAsync(serviceUrl, conversationId, memberId, cancellationToken), cancellationToken);

    public Task<ConnectorOutcome<PagedMembers>> GetPagedMembersAsync(
        Uri serviceUrl, string conversationId, int? pageSize, string? continuationToken, CancellationToken cancellationToken) =>
        InTurnAsync(
            AboutMembers(conversationId), () => inner.GetPagedMembersAsync(serviceUrl, conversationId, pageSize, continuationToken, cancellationToken), cancellationToken);

    private static PacedCall Sending(string conversationId, Activity activity) => new(
        conversationId, activity.Conversation?.TenantId, IsAboutMembers: false,
        activity.Entities?.Any(entity => entity.IsOfType(EntityTypes.StreamInfo)) ?? false);

    private static PacedCall AboutMembers(string conversationId) => new(conversationId, null, IsAboutMembers: true, IsPartOfStream: false);

    private async Task<ConnectorOutcome<T>> InTurnAsync<T>(PacedCall call, Func<Task<ConnectorOutcome<T>>> send, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        SendingSlot? slot;
        while ((slot = pace.TryBegin(call, toMany, out var wait)) is null)
        {
            if (time.GetElapsedTime(began) + wait > longest)
                return new ConnectorOutcome<T>.Failed(new ConnectorFailure(ConnectorFailureKind.Throttled, null, ConnectorFailures.OwnPace, wait));
            await Task.Delay(wait, time, cancellationToken);
        }

        TimeSpan? pause = null;
        try
        {
            var outcome = await send();
            pause = (outcome as ConnectorOutcome<T>.Failed)?.Failure is { Kind: ConnectorFailureKind.Throttled } throttled ? throttled.RetryAfter : null;
            return outcome;
        }
        finally
        {
            pace.End(slot, pause);
        }
    }
}
