using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Cards;

/// <summary>
/// A field to fill in. Its value comes back beside the data of the button, under its id. What is required or checked
/// here is so in the client only: whoever reads the value checks it again.
/// </summary>
public abstract record CardInput : CardElement
{
    private protected CardInput(string id) => Id = id;

    /// <summary>What is asked; a screen reader needs it.</summary>
    public string? Label { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>What is said when the value is missing or wrong; without it a required field looks broken.</summary>
    public string? ErrorMessage { get; init; }
}

public sealed record TextInput(string Id) : CardInput(Id)
{
    public string? Value { get; init; }
    public string? Placeholder { get; init; }
    public bool? IsMultiline { get; init; }

    /// <summary>In characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression of JavaScript.</summary>
    public string? Regex { get; init; }

    public TextInputStyle? Style { get; init; }
}

public sealed record DateInput(string Id) : CardInput(Id)
{
    public DateOnly? Value { get; init; }
    public DateOnly? Min { get; init; }
    public DateOnly? Max { get; init; }
    public string? Placeholder { get; init; }
}

public sealed record NumberInput(string Id) : CardInput(Id)
{
    public decimal? Value { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
    public string? Placeholder { get; init; }
}

/// <summary>A box to tick; its value is <c>true</c> or <c>false</c>, as text.</summary>
/// <param name="Title">What is said yes to.</param>
public sealed record ToggleInput(string Id, string Title) : CardInput(Id)
{
    [JsonIgnore]
    public bool IsOn { get; init; }

    [JsonInclude]
    internal string Value => IsOn ? "true" : "false";

    public bool Wrap { get; init; } = true;
}

/// <summary>A choice of one or more.</summary>
public sealed record ChoiceSetInput(string Id, params IReadOnlyList<Choice> Choices) : CardInput(Id)
{
    /// <summary>The value chosen at first; several with commas between.</summary>
    public string? Value { get; init; }

    public bool? IsMultiSelect { get; init; }
    public ChoiceStyle? Style { get; init; }
    public string? Placeholder { get; init; }
    public bool Wrap { get; init; } = true;

    /// <summary>Where a client finds more choices while a person types; see <see cref="ChoiceQuery.People"/>.</summary>
    [JsonPropertyName("choices.data")]
    public ChoiceQuery? Query { get; init; }
}

/// <param name="Title">What is shown.</param>
/// <param name="Value">What comes back; without commas, which stand between values.</param>
public sealed record Choice(string Title, string Value);

/// <summary>A data set that the client searches.</summary>
public sealed record ChoiceQuery(string Dataset)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Data.Query";

    /// <summary>The people of the tenant, by their object ids; works in personal chats.</summary>
    public static ChoiceQuery People { get; } = new("graph.microsoft.com/users");

    /// <summary>The people of this conversation, by their object ids.</summary>
    public static ChoiceQuery PeopleHere { get; } = new("graph.microsoft.com/users?scope=currentContext");
}
