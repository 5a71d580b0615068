using AiActBot.BotFramework.Activities;

namespace AiActBot.Conversations;

/// <summary>
/// Ids are opaque, but not endless: what would not fit its column is refused at the door, because one database would
/// refuse it later and another would keep it.
/// </summary>
internal static class ActivityIds
{
    private const int Channel = 40;
    private const int Tenant = 100;
    private const int DirectoryObject = 100;
    private const int User = 300;
    private const int Conversation = 400;
    // Shorter than its column: an edited message is known by more than its id.
    private const int Activity = 340;
    private const int ServiceUrl = 500;
    private const int Type = 20;

    /// <returns>The first field that is too long, or null.</returns>
    public static string? TooLong(Activity activity)
    {
        (string Field, string? Value, int Longest)[] ids =
        [
            ("channelId", activity.ChannelId, Channel),
            ("id", activity.Id, Activity),
            ("replyToId", activity.ReplyToId, Activity),
            ("serviceUrl", activity.ServiceUrl, ServiceUrl),
            ("conversation.id", activity.Conversation?.Id, Conversation),
            ("conversation.conversationType", activity.Conversation?.ConversationType, Type),
            ("tenant", activity.Conversation?.TenantId ?? TeamsChannelData.Read(activity.ChannelData).TenantId, Tenant),
            ("from.aadObjectId", activity.From?.AadObjectId, DirectoryObject),
            ("from.id", activity.From?.Id, activity.From?.AadObjectId is null ? DirectoryObject : User),
            ("recipient.id", activity.Recipient?.Id, User),
        ];
        return ids.Where(id => id.Value?.Length > id.Longest).Select(id => id.Field).FirstOrDefault();
    }
}
