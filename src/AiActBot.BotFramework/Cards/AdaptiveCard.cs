using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Cards;

/// <summary>
/// An Adaptive Card, as far as bots in Teams may use them: version 1.5, without cards that open within cards, which
/// break on phones. Written to be read: the code of a card has the shape of the card.
/// </summary>
/// <remarks>
/// Texts of a card are Markdown: what others wrote goes through <see cref="CardText.Escape"/>. Cards are written, never
/// read: what comes back is the data of a button, see <see cref="CardData"/>.
/// </remarks>
public sealed record AdaptiveCard
{
    /// <summary>
    /// Our own limit in bytes. Teams takes about 100 KB for a whole message and older clients 28 KB; a card near that
    /// cannot be read anyway.
    /// </summary>
    public const int MaxSizeInBytes = 25 * 1024;

    /// <summary>For measuring: what a card holds and not how it travels.</summary>
    private static readonly CardJson Unescaped = new(new JsonSerializerOptions(CardJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    [JsonPropertyOrder(-3)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyOrder(-2)]
    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    /// <summary>The newest that Teams shows for bots.</summary>
    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.5";

    /// <summary>The language of the card, <c>nl</c> or <c>en</c>; also how dates and numbers are spoken.</summary>
    public string? Lang { get; init; }

    public required IReadOnlyList<CardElement> Body { get; init; }

    /// <summary>Buttons below the card; Teams puts those after the sixth in a menu.</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>How a client fetches the card again, each person their own.</summary>
    public Refresh? Refresh { get; init; }

    /// <summary>What is shown where the card cannot be.</summary>
    public string? FallbackText { get; init; }

    /// <summary>What a screen reader says of the card as a whole.</summary>
    public string? Speak { get; init; }

    /// <summary>Whether the card takes the width of the conversation instead of a column.</summary>
    [JsonIgnore]
    public bool IsFullWidth { get; init; }

    [JsonInclude]
    [JsonPropertyName("msteams")]
    internal TeamsWidth? Teams => IsFullWidth ? new TeamsWidth("Full") : null;

    /// <summary>The length of the card in UTF-8, a letter with an accent counted as that letter and not as its escape.</summary>
    [JsonIgnore]
    public int SizeInBytes => JsonSerializer.SerializeToUtf8Bytes(this, Unescaped.AdaptiveCard).Length;

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, CardJson.Default.AdaptiveCard);

    /// <summary>For <see cref="Activity.WithAttachment"/>.</summary>
    public Attachment ToAttachment() => new() { ContentType = ContentTypes.AdaptiveCard, Content = ToJson() };
}

internal sealed record TeamsWidth(string Width);

/// <summary>
/// How clients fetch a card again by themselves. Answer such an invoke with a card and nothing else: to edit or send
/// then makes clients refresh without end.
/// </summary>
public sealed record Refresh
{
    /// <summary>How many people Teams refreshes a card for.</summary>
    public const int MaxUserIds = 60;

    /// <param name="userIds">For whom, by their channel ids; null for everyone in a conversation of at most 60.</param>
    /// <exception cref="ArgumentException">There are more people than Teams takes.</exception>
    public Refresh(ExecuteAction action, IReadOnlyList<string>? userIds = null)
    {
        if (userIds?.Count > MaxUserIds)
        {
            throw new ArgumentException($"A card is refreshed for at most {MaxUserIds} people.", nameof(userIds));
        }

        // Nobody presses it, so there is nothing to fall back from.
        Action = action with { HasFallback = false };
        UserIds = userIds;
    }

    public CardAction Action { get; }
    public IReadOnlyList<string>? UserIds { get; }
}
