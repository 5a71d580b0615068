using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

/// <summary>A button, or what pressing an element does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record CardAction
{
    private protected CardAction(string? title) => Title = title;

    /// <summary>What the button says; plain text, not Markdown.</summary>
    public string? Title { get; init; }

    public string? Id { get; init; }
    public ActionStyle? Style { get; init; }

    /// <summary>Secondary puts the button in a menu.</summary>
    public ActionMode? Mode { get; init; }

    public string? Tooltip { get; init; }
    public bool? IsEnabled { get; init; }
}

/// <summary>
/// Calls the bot, which answers with a card: an <c>adaptiveCard/action</c> invoke. Clients that do not know it send the
/// same data as a message instead, with the verb among it under <see cref="CardData.VerbName"/>, so that both are routed
/// alike.
/// </summary>
/// <param name="Verb">What it means to the bot.</param>
public sealed record ExecuteAction(string? Title, string Verb) : CardAction(Title)
{
    /// <summary>Comes back with what was filled in. Untrusted then, so hold an opaque id here and no decision.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>None leaves out what was filled in, and does not ask for required fields: for cancel and back.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    [JsonIgnore]
    public bool HasFallback { get; init; } = true;

    [JsonInclude]
    internal CardAction? Fallback => HasFallback
        ? new SubmitAction(Title)
        {
            Data = CardData.WithVerb(Data, Verb),
            AssociatedInputs = AssociatedInputs,
            Style = Style,
            Mode = Mode,
            Tooltip = Tooltip,
            IsEnabled = IsEnabled,
        }
        : null;
}

/// <summary>Sends its data and what was filled in as a message without text.</summary>
public sealed record SubmitAction(string? Title) : CardAction(Title)
{
    public JsonObject? Data { get; init; }
    public AssociatedInputs? AssociatedInputs { get; init; }
}

/// <summary>Opens a page. Never an address that others wrote.</summary>
public sealed record OpenUrlAction(string? Title, Uri Url) : CardAction(Title);

/// <summary>Shows or hides elements of the card, by their ids, without asking the bot.</summary>
public sealed record ToggleVisibilityAction(string? Title, params IReadOnlyList<string> TargetElements) : CardAction(Title);
