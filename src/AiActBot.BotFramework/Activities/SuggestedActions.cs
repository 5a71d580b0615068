using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Activities;

/// <summary>
/// Buttons below a message that type for the person. Teams shows them in personal chat only, about three at once, and
/// not beside a card.
/// </summary>
public sealed class SuggestedActions
{
    public IList<string>? To { get; set; }
    public IList<SuggestedAction>? Actions { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Buttons that each send their own title as a message.</summary>
    public static SuggestedActions Saying(params IEnumerable<string> titles) =>
        new() { Actions = [.. titles.Select(SuggestedAction.Say)] };
}

/// <summary>One such button.</summary>
public sealed class SuggestedAction
{
    /// <summary><c>imBack</c> in Teams; other channels know more.</summary>
    public string? Type { get; set; }

    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? DisplayText { get; set; }
    public JsonElement? Value { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    internal static SuggestedAction Say(string title) =>
        new() { Type = "imBack", Title = title, Value = JsonSerializer.SerializeToElement(title, ActivityJson.Default.String) };
}
