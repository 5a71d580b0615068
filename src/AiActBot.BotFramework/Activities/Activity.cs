using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Activities;

/// <summary>
/// One message, event or invoke of the Activity protocol. Field names are those on the wire (camelCase); a field that
/// is not named here is kept in <see cref="Properties"/> and written back as it came.
/// </summary>
/// <remarks>
/// Ids are opaque: Teams, its test clients and other channels each have their own form, and none may be taken apart to
/// learn who somebody is. Whatever is null is left out when written, because some channels refuse an explicit null.
/// </remarks>
public sealed class Activity
{
    /// <summary>What the activity is, one of <see cref="ActivityTypes"/> or a type this bot does not know.</summary>
    public string Type { get; set; } = "";

    /// <summary>Given by the channel; the same activity sent again has the same id.</summary>
    public string? Id { get; set; }

    /// <summary>When the channel took the activity in.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The sender's own clock, with their offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's time zone as an IANA name.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Base address of the Connector that takes answers; compare it with the token's claim before use.</summary>
    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }
    public ChannelAccount? From { get; set; }
    public ChannelAccount? Recipient { get; set; }
    public ConversationAccount? Conversation { get; set; }

    /// <summary>The activity this one answers, or on which a button was pressed.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>The name of an invoke or event, see <see cref="InvokeNames"/> and <see cref="EventNames"/>.</summary>
    public string? Name { get; set; }

    /// <summary>What an installationUpdate did: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; set; }

    public string? Text { get; set; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; set; }

    /// <summary>Text of the notification a person sees outside the conversation.</summary>
    public string? Summary { get; set; }

    /// <summary>A BCP 47 language tag.</summary>
    public string? Locale { get; set; }

    public string? InputHint { get; set; }
    public string? Importance { get; set; }
    public string? DeliveryMode { get; set; }
    public string? AttachmentLayout { get; set; }
    public IList<Attachment>? Attachments { get; set; }
    public IList<Entity>? Entities { get; set; }
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Data of a submitted card, or the argument of an invoke or event. Untrusted.</summary>
    public JsonElement? Value { get; set; }

    public string? ValueType { get; set; }

    /// <summary>What only this channel knows; read it with <see cref="TeamsChannelData"/>.</summary>
    public JsonElement? ChannelData { get; set; }

    public IList<ChannelAccount>? MembersAdded { get; set; }
    public IList<ChannelAccount>? MembersRemoved { get; set; }
    public IList<MessageReaction>? ReactionsAdded { get; set; }
    public IList<MessageReaction>? ReactionsRemoved { get; set; }
    public string? TopicName { get; set; }

    /// <summary>Every field this class does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>A message with text. Teams splits text and card in one activity: send a card by itself.</summary>
    /// <param name="text">Markdown; escape what others wrote.</param>
    /// <param name="locale">The language of the text.</param>
    public static Activity Message(string text, string? locale = null) =>
        new() { Type = ActivityTypes.Message, Text = text, TextFormat = "markdown", Locale = locale };

    /// <summary>A message that holds one attachment and no text.</summary>
    /// <param name="attachment">Mostly an Adaptive Card.</param>
    /// <param name="summary">Text of the notification, in the reader's language.</param>
    public static Activity WithAttachment(Attachment attachment, string? summary = null) =>
        new() { Type = ActivityTypes.Message, Attachments = [attachment], Summary = summary };

    /// <summary>The sign that an answer is being written.</summary>
    public static Activity Typing() => new() { Type = ActivityTypes.Typing };
}
