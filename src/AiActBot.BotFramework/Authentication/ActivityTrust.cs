using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;

namespace AiActBot.BotFramework.Authentication;

/// <summary>
/// Compares what an activity says with what its token proves. A token signs no part of the body: it proves which channel
/// sent it, and where answers go.
/// </summary>
/// <param name="appId">The bot that the activity must be for.</param>
/// <param name="channelId">The channel it must come from.</param>
/// <param name="tenants">The directories whose people the bot serves. No token says from which one it is.</param>
public sealed class ActivityTrust(string appId, string channelId, IEnumerable<string> tenants, ServiceUrlPolicy serviceUrls)
{
    private readonly HashSet<string> _tenants = new(tenants, StringComparer.OrdinalIgnoreCase);

    /// <param name="provenServiceUrl">The service URL in the token.</param>
    /// <returns>Why the activity is not believed, or null.</returns>
    public InboundRefusal? Objection(Activity activity, string provenServiceUrl)
    {
        if (activity.ChannelId != channelId)
        {
            return Forbidden("another channel");
        }

        if (activity.ServiceUrl is null || !string.Equals(activity.ServiceUrl, provenServiceUrl, StringComparison.Ordinal))
        {
            return Forbidden("not the service URL of the token");
        }

        if (!serviceUrls.Allows(activity.ServiceUrl))
        {
            return Forbidden("host not allowed");
        }

        if (!string.Equals(activity.Recipient?.Id, $"28:{appId}", StringComparison.OrdinalIgnoreCase))
        {
            return Forbidden("for another bot");
        }

        return TenantOf(activity) is { } tenant && _tenants.Contains(tenant) ? null : Forbidden("tenant not served");
    }

    /// <summary>Said in two places; where they differ, neither is believed.</summary>
    private static string? TenantOf(Activity activity)
    {
        var conversation = activity.Conversation?.TenantId;
        var channel = TeamsChannelData.Read(activity.ChannelData).TenantId;
        return (conversation, channel) switch
        {
            (null, _) => channel,
            (_, null) => conversation,
            _ => string.Equals(conversation, channel, StringComparison.OrdinalIgnoreCase) ? conversation : null,
        };
    }

    private static InboundRefusal Forbidden(string reason) => new(403, reason);
}
