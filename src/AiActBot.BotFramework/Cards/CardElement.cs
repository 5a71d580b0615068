using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

/// <summary>A part of a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Image), "Image")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
public abstract record CardElement
{
    private protected CardElement() { }

    /// <summary>Names the element for <see cref="ToggleVisibilityAction"/>, and an input for its value.</summary>
    public string? Id { get; init; }

    /// <summary>False hides it until a button shows it.</summary>
    public bool? IsVisible { get; init; }

    public Spacing? Spacing { get; init; }

    /// <summary>Whether a line is drawn above it.</summary>
    public bool? Separator { get; init; }
}

/// <summary>A paragraph of Markdown.</summary>
public sealed record TextBlock(string Text) : CardElement
{
    public TextSize? Size { get; init; }
    public TextWeight? Weight { get; init; }
    public TextColor? Color { get; init; }
    public bool? IsSubtle { get; init; }

    /// <summary>Long texts go on below unless this is set to false: cut off, a law is something else.</summary>
    public bool Wrap { get; init; } = true;

    public int? MaxLines { get; init; }
    public HorizontalAlignment? HorizontalAlignment { get; init; }

    /// <summary>Heading for what a screen reader should find as one.</summary>
    public TextBlockStyle? Style { get; init; }

    /// <summary>The title of a card.</summary>
    public static TextBlock Heading(string text) =>
        new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading };

    /// <summary>A remark in small grey letters.</summary>
    public static TextBlock Remark(string text) => new(text) { Size = TextSize.Small, IsSubtle = true };
}

/// <summary>A paragraph of runs that are not Markdown: the safest place for what others wrote.</summary>
public sealed record RichTextBlock(params IReadOnlyList<TextRun> Inlines) : CardElement
{
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

/// <summary>A piece of text as it is, without Markdown.</summary>
public sealed record TextRun(string Text)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "TextRun";

    public TextSize? Size { get; init; }
    public TextWeight? Weight { get; init; }
    public TextColor? Color { get; init; }
    public bool? IsSubtle { get; init; }
    public bool? Italic { get; init; }
    public bool? Strikethrough { get; init; }
    public bool? Underline { get; init; }
    public bool? Highlight { get; init; }
    public CardAction? SelectAction { get; init; }
}

/// <param name="Url">An https address, or a data URI.</param>
/// <param name="AltText">What it shows, for those who do not see it; empty when it only decorates.</param>
public sealed record Image(string Url, string AltText) : CardElement
{
    public ImageSize? Size { get; init; }
    public ImageStyle? Style { get; init; }

    /// <summary>In pixels, such as <c>40px</c>.</summary>
    public string? Width { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }
    public CardAction? SelectAction { get; init; }
}

/// <summary>Names with their values.</summary>
public sealed record FactSet(params IReadOnlyList<Fact> Facts) : CardElement;

/// <summary>One name with its value; both are Markdown.</summary>
public sealed record Fact(string Title, string Value);

/// <summary>Buttons within the body.</summary>
public sealed record ActionSet(params IReadOnlyList<CardAction> Actions) : CardElement;
