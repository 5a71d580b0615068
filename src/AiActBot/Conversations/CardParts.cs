using System.Text.Json.Nodes;
using AiActBot.BotFramework.Cards;

namespace AiActBot.Conversations;

/// <summary>
/// The parts that all our cards are made of, so that they look and behave alike. Words of people are escaped here; only
/// <see cref="Markdown"/> takes text as it is.
/// </summary>
internal static class CardParts
{
    /// <summary>Teams shows six buttons on a card; one more would be silently left out.</summary>
    private const int MostButtons = 6;

    public static AdaptiveCard Card(IEnumerable<CardElement> body, params IEnumerable<CardAction> buttons)
    {
        // Rows of buttons instead of the card's own bar: they wrap on a phone, and more than six can be shown.
        var rows = buttons.Chunk(MostButtons).Select(row => new ActionSet(row));
        return new AdaptiveCard { Body = [.. body, .. rows], IsFullWidth = true };
    }

    public static TextBlock Title(string text) => TextBlock.Heading(CardText.Escape(text));

    public static TextBlock Heading2(string text) =>
        new(CardText.Escape(text)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium, Separator = true };

    public static TextBlock Text(string text) => new(CardText.Escape(text));

    /// <summary>Text of our own, with its marks. Words of people in it must be escaped.</summary>
    public static TextBlock Markdown(string text) => new(text);

    public static TextBlock Subtle(string text) => TextBlock.Remark(CardText.Escape(text));

    public static TextBlock Line(string text) => new(CardText.Escape(text)) { Spacing = Spacing.Small };

    public static TextBlock Badge(string text, bool isGood = false) =>
        new(CardText.Escape(text)) { Weight = TextWeight.Bolder, Color = isGood ? TextColor.Good : TextColor.Accent };

    /// <summary>With a sign, so that who does not see the colour sees it too.</summary>
    public static Container Warning(string text) => new(Text("⚠ " + text)) { Style = ContainerStyle.Warning };

    public static Container Quote(string text) => new(Text(text)) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Small };

    public static FactSet Facts(params IEnumerable<(string Name, string Value)> facts) =>
        new([.. facts.Select(fact => new Fact(fact.Name, CardText.Escape(fact.Value)))]);

    /// <summary>Something that is shown on demand.</summary>
    public static Container Details(string title, string id, params IReadOnlyList<CardElement> hidden) => new(
        new ActionSet(new ToggleVisibilityAction(title, id)),
        new Container(hidden) { Id = id, IsVisible = false });

    public static ActionSet Actions(params IReadOnlyList<CardAction> buttons) => new(buttons);

    /// <param name="error">Says what to enter; a text that may stay empty has none.</param>
    public static TextInput TextInput(
        string id, string label, int longest, string? error = null, string? placeholder = null, string? value = null, bool isOneLine = false) =>
        new(id)
        {
            Label = label,
            MaxLength = longest,
            IsMultiline = !isOneLine,
            IsRequired = error is not null,
            ErrorMessage = error,
            Placeholder = placeholder,
            Value = value,
        };

    public static ChoiceSetInput Choice(
        string id, string label, IEnumerable<(string Value, string Title)> choices, string error, string? selected = null) =>
        new(id, [.. choices.Select(choice => new Choice(choice.Title, choice.Value))])
        {
            Label = label,
            IsRequired = true,
            ErrorMessage = error,
            Value = selected,
            Style = ChoiceStyle.Compact,
        };

    public static ToggleInput Toggle(string id, string title) => new(id, title);

    public static ExecuteAction Button(string title, string verb, params IEnumerable<(string Name, string Value)> data) =>
        new(title, verb) { Data = new JsonObject(data.Select(item => KeyValuePair.Create(item.Name, (JsonNode?)item.Value))) };

    public static ExecuteAction Positive(this ExecuteAction action) => action with { Style = ActionStyle.Positive };

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
