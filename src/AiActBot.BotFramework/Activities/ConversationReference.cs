using System.Diagnostics.CodeAnalysis;

namespace AiActBot.BotFramework.Activities;

/// <summary>
/// All that is needed to write to a conversation later: made from an incoming activity, kept, and applied to an outgoing
/// one. Flat and of strings only, so that it is stored as it is and two of the same conversation are equal.
/// </summary>
public sealed record ConversationReference
{
    private const string ThreadMark = ";messageid=";

    /// <summary>The Connector's address; it can change, so keep the one of the newest activity.</summary>
    public required string ServiceUrl { get; init; }

    public required string ChannelId { get; init; }
    public required string ConversationId { get; init; }

    /// <summary>One of <see cref="ConversationTypes"/>, when the channel said so.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }
    public string? TeamId { get; init; }

    /// <summary>The channel within a team; null in chats.</summary>
    public string? TeamsChannelId { get; init; }

    public string? BotId { get; init; }
    public string? BotName { get; init; }
    public string? UserId { get; init; }
    public string? UserName { get; init; }
    public string? UserAadObjectId { get; init; }

    /// <summary>The language the person's client was in.</summary>
    public string? Locale { get; init; }

    /// <summary>The activity to answer; null in a reference kept for later.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The conversation without the thread of a channel, so that all threads of a channel are one place.</summary>
    public string ConversationIdWithoutThread =>
        ConversationId.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? ConversationId[..at] : ConversationId;

    /// <summary>The same conversation with no activity to answer, for a message that nobody asked for.</summary>
    public ConversationReference ForLater() => this with { ActivityId = null };

    /// <summary>Takes the reference from an activity that came in.</summary>
    /// <returns>False when the activity does not say where it came from.</returns>
    public static bool TryFrom(Activity activity, [NotNullWhen(true)] out ConversationReference? reference)
    {
        reference = null;
        if (activity is not
            {
                ServiceUrl: { Length: > 0 } serviceUrl,
                ChannelId: { Length: > 0 } channelId,
                Conversation: { Id: { Length: > 0 } conversationId } conversation,
            })
        {
            return false;
        }

        var teams = TeamsChannelData.Read(activity.ChannelData);
        reference = new ConversationReference
        {
            ServiceUrl = serviceUrl,
            ChannelId = channelId,
            ConversationId = conversationId,
            ConversationType = conversation.ConversationType,
            TenantId = conversation.TenantId ?? teams.TenantId,
            TeamId = teams.TeamId,
            TeamsChannelId = teams.ChannelId,
            BotId = activity.Recipient?.Id,
            BotName = activity.Recipient?.Name,
            UserId = activity.From?.Id,
            UserName = activity.From?.Name,
            UserAadObjectId = activity.From?.AadObjectId,
            Locale = activity.Locale,
            ActivityId = activity.Id,
        };
        return true;
    }

    /// <summary>Takes the reference from an activity that came in.</summary>
    /// <exception cref="ArgumentException">The activity does not say where it came from.</exception>
    public static ConversationReference From(Activity activity) =>
        TryFrom(activity, out var reference)
            ? reference
            : throw new ArgumentException("The activity has no service URL, channel or conversation.", nameof(activity));

    /// <summary>
    /// Addresses an outgoing activity: from the bot, to the person, in this conversation. The service URL is left out,
    /// as the protocol asks of bots.
    /// </summary>
    /// <returns>The same activity.</returns>
    public Activity ApplyTo(Activity activity)
    {
        activity.ChannelId = ChannelId;
        activity.Conversation = new ConversationAccount
        {
            Id = ConversationId,
            ConversationType = ConversationType,
            TenantId = TenantId,
        };
        activity.From = BotId is null ? null : new ChannelAccount { Id = BotId, Name = BotName };
        activity.Recipient = UserId is null
            ? null
            : new ChannelAccount { Id = UserId, Name = UserName, AadObjectId = UserAadObjectId };
        activity.Locale ??= Locale;
        activity.ReplyToId ??= ActivityId;
        return activity;
    }
}
