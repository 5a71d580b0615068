using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Connector;

/// <summary>What the Connector says of an activity it took.</summary>
/// <param name="Id">
/// The activity's id, to update it by; null when the Connector gave none, as for the later parts of a stream.
/// </param>
public sealed record ResourceResponse(string? Id);

/// <summary>What the Connector says of a conversation it opened.</summary>
/// <param name="ActivityId">The first activity, when one was sent along.</param>
/// <param name="ServiceUrl">Where to send from now on, when it differs.</param>
public sealed record ConversationResourceResponse(string Id, string? ActivityId, string? ServiceUrl);

/// <summary>A page of people.</summary>
/// <param name="ContinuationToken">For the next page; null on the last.</param>
public sealed record PagedMembers(IReadOnlyList<ChannelAccount> Members, string? ContinuationToken);

/// <summary>Which conversation to open.</summary>
public sealed class ConversationParameters
{
    public ChannelAccount? Bot { get; set; }
    public IList<ChannelAccount>? Members { get; set; }
    public bool? IsGroup { get; set; }
    public string? TenantId { get; set; }
    public string? TopicName { get; set; }

    /// <summary>The first message. A new thread in a channel is not opened without.</summary>
    public Activity? Activity { get; set; }

    public JsonElement? ChannelData { get; set; }

    /// <summary>A personal conversation with one person, who must have the app.</summary>
    public static ConversationParameters Personal(ChannelAccount bot, string userId, string tenantId) => new()
    {
        Bot = bot,
        Members = [new ChannelAccount { Id = userId }],
        IsGroup = false,
        TenantId = tenantId,
        ChannelData = Json(new TeamsScope(new TeamsScopeId(tenantId), null)),
    };

    /// <summary>A new thread in a channel of a team the app is installed in.</summary>
    public static ConversationParameters Thread(ChannelAccount bot, string channelId, string tenantId, Activity first) => new()
    {
        Bot = bot,
        IsGroup = true,
        TenantId = tenantId,
        Activity = first,
        ChannelData = Json(new TeamsScope(new TeamsScopeId(tenantId), new TeamsScopeId(channelId))),
    };

    private static JsonElement Json(TeamsScope scope) => JsonSerializer.SerializeToElement(scope, ConnectorJson.Default.TeamsScope);
}

internal sealed record TeamsScope(TeamsScopeId Tenant, TeamsScopeId? Channel);

internal sealed record TeamsScopeId(string Id);

/// <summary>A page as the Connector writes it, which may leave anything out.</summary>
internal sealed record PageShape(IReadOnlyList<ChannelAccount?>? Members, string? ContinuationToken);

internal sealed record ConversationShape(string? Id, string? ActivityId, string? ServiceUrl);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(TeamsScope))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationShape))]
[JsonSerializable(typeof(PageShape))]
[JsonSerializable(typeof(IReadOnlyList<ChannelAccount?>))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
