using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Connector;

/// <summary>Calls the Connector's REST API, once for each call; <see cref="RetryingConnectorClient"/> tries again.</summary>
/// <param name="http">
/// Must not follow redirects, which would carry the token to a host nobody checked: build it on <see cref="CreateHandler"/>.
/// Its own timeout should be longer than <see cref="Timeout"/>.
/// </param>
public sealed class ConnectorClient(
    HttpClient http, IConnectorTokenSource tokens, ServiceUrlPolicy policy, TimeProvider? timeProvider = null) : IConnectorClient
{
    private readonly ConnectorCall _call = new(http, tokens, policy, timeProvider ?? TimeProvider.System);

    /// <summary>How long one call may take, the token included; 15 seconds unless set.</summary>
    public TimeSpan Timeout { get => _call.Timeout; init => _call.Timeout = value; }

    /// <summary>The handler to build the <see cref="HttpClient"/> on: no redirects, no cookies, five seconds to connect.</summary>
    public static SocketsHttpHandler CreateHandler() => ConnectorHandler.Create(TimeSpan.FromSeconds(5));

    public Task<ConnectorOutcome<ResourceResponse>> SendAsync(
        Uri serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) =>
        _call.SendAsync(
            HttpMethod.Post, serviceUrl, ["conversations", conversationId, "activities"], "",
            Body(activity), ReadActivityId, cancellationToken);

    public Task<ConnectorOutcome<ResourceResponse>> ReplyAsync(
        Uri serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        _call.SendAsync(
            HttpMethod.Post, serviceUrl, ["conversations", conversationId, "activities", activityId], "",
            Body(activity), ReadActivityId, cancellationToken);

    public Task<ConnectorOutcome<ResourceResponse>> UpdateAsync(
        Uri serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        _call.SendAsync(
            HttpMethod.Put, serviceUrl, ["conversations", conversationId, "activities", activityId], "",
            Body(activity), body => new ResourceResponse(ReadActivityId(body).Id ?? activityId), cancellationToken);

    public Task<ConnectorOutcome<ResourceResponse>> DeleteAsync(
        Uri serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        _call.SendAsync(
            HttpMethod.Delete, serviceUrl, ["conversations", conversationId, "activities", activityId], "",
            null, _ => new ResourceResponse(activityId), cancellationToken);

    public Task<ConnectorOutcome<ConversationResourceResponse>> CreateConversationAsync(
        Uri serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken) =>
        _call.SendAsync(
            HttpMethod.Post, serviceUrl, ["conversations"], "",
            Json(parameters, ConnectorJson.Default.ConversationParameters),
            body => Parse(body, ConnectorJson.Default.ConversationShape) is { Id: { Length: > 0 } id } opened
                ? new ConversationResourceResponse(id, opened.ActivityId, opened.ServiceUrl)
                : null,
            cancellationToken);

    public Task<ConnectorOutcome<IReadOnlyList<ChannelAccount>>> GetMembersAsync(
        Uri serviceUrl, string conversationId, CancellationToken cancellationToken) =>
        _call.SendAsync(
            HttpMethod.Get, serviceUrl, ["conversations", conversationId, "members"], "", null,
            body => Parse(body, ConnectorJson.Default.IReadOnlyListChannelAccount) is { } members ? Known(members) : null,
            cancellationToken);

    public Task<ConnectorOutcome<ChannelAccount>> GetMemberAsync(
        Uri serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken) =>
        _call.SendAsync(
            HttpMethod.Get, serviceUrl, ["conversations", conversationId, "members", memberId], "", null,
            body => Parse(body, ActivityJson.Default.ChannelAccount) is { } member ? WithObjectId(member) : null,
            cancellationToken);

    public Task<ConnectorOutcome<PagedMembers>> GetPagedMembersAsync(
        Uri serviceUrl, string conversationId, int? pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        string?[] query =
        [
            pageSize is { } size ? $"pageSize={size}" : null,
            continuationToken is { Length: > 0 } token ? $"continuationToken={Uri.EscapeDataString(token)}" : null,
        ];
        return _call.SendAsync(
            HttpMethod.Get, serviceUrl, ["conversations", conversationId, "pagedmembers"], string.Join('&', query.OfType<string>()),
            null,
            body => Parse(body, ConnectorJson.Default.PageShape) is { } page
                ? new PagedMembers(Known(page.Members ?? []), page.ContinuationToken is "" ? null : page.ContinuationToken)
                : null,
            cancellationToken);
    }

    // The Connector has taken the activity whatever it says of it, so an answer without an id is no failure.
    private static ResourceResponse ReadActivityId(byte[] body) =>
        Parse(body, ConnectorJson.Default.ResourceResponse) ?? new ResourceResponse(null);

    private static IReadOnlyList<ChannelAccount> Known(IReadOnlyList<ChannelAccount?> members) =>
        [.. members.OfType<ChannelAccount>().Select(WithObjectId)];

    // The roster calls differ among themselves in the name of this field.
    private static ChannelAccount WithObjectId(ChannelAccount member)
    {
        if (member.AadObjectId is null && member.Properties?.TryGetValue("objectId", out var id) == true)
        {
            member.AadObjectId = id.StringOrNull();
        }

        return member;
    }

    private static T? Parse<T>(byte[] body, JsonTypeInfo<T> shape) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, shape);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ByteArrayContent Body(Activity activity) => Json(activity, ActivityJson.Default.Activity);

    // Bytes rather than a stream, so that the length is declared: not every gateway takes a chunked body.
    private static ByteArrayContent Json<T>(T value, JsonTypeInfo<T> shape) => new(JsonSerializer.SerializeToUtf8Bytes(value, shape))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
    };
}
