using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiActBot.BotFramework.Cards;

namespace AiActBot.Tests.Infrastructure.Channel;

/// <summary>An attachment as Teams takes it from a bot: an Adaptive Card of a version and size that every client shows.</summary>
internal static class CardRules
{
    private const int MostRefreshed = 60;

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Versions = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"];

    public static string? Objection(JsonObject attachment)
    {
        if (attachment["contentType"].Text() != "application/vnd.microsoft.card.adaptive" || attachment["content"] is not JsonObject card)
            return "An attachment of this bot is an Adaptive Card.";
        if (card["type"].Text() != "AdaptiveCard" || !Versions.Contains(card["version"].Text()))
            return "The card says that it is an AdaptiveCard of version 1.5 at most.";
        if (card["body"].Objects().Count == 0)
            return "The card is empty.";
        if (Encoding.UTF8.GetByteCount(card.ToJsonString(Unescaped)) is > AdaptiveCard.MaxSizeInBytes and var size)
            return $"The card has {size} bytes.";
        var refresh = card["refresh"] as JsonObject;
        if (refresh is not null && (refresh["action"] as JsonObject)?["type"].Text() != "Action.Execute")
            return "A card is refreshed by an Action.Execute.";
        if (refresh?["userIds"] is JsonArray { Count: 0 or > MostRefreshed })
            return $"A card is refreshed for 1 to {MostRefreshed} people.";
        // The one in refresh is pressed by nobody, so it needs no fallback.
        return card.Where(property => property.Key != "refresh").SelectMany(property => property.Value.Typed()).Select(OfElement).FirstOrDefault(because => because is not null);
    }

    private static string? OfElement(JsonObject element) => element["type"].Text() switch
    {
        "Action.ShowCard" => "Action.ShowCard fails on phones.",
        "Action.Execute" when element["verb"].Text() is not { Length: > 0 } => "An Action.Execute has a verb.",
        "Action.Execute" when (element["fallback"] as JsonObject)?["type"].Text() != "Action.Submit" => "An Action.Execute falls back on an Action.Submit.",
        _ => null,
    };
}
