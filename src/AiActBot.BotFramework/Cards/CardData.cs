using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Cards;

/// <summary>
/// What came back from a card: the data of the button and what was filled in. Anyone can send anything, so nothing here
/// throws; a value that is missing or of the wrong kind is not there.
/// </summary>
public sealed class CardData
{
    /// <summary>Where the verb stands when a button was sent as a message.</summary>
    public const string VerbName = "verb";

    private readonly JsonElement? _data;

    private CardData(JsonElement? data) => _data = data;

    /// <summary>The verb among the data, if there is one.</summary>
    public string? Verb => TryGetString(VerbName, out var verb) && verb.Length > 0 ? verb : null;

    /// <param name="value">The value of a message, or the data of an invoke's action; of any shape.</param>
    public static CardData Read(JsonElement? value) => new(value);

    /// <summary>A text, as it was typed; empty counts.</summary>
    public bool TryGetString(string name, [NotNullWhen(true)] out string? value)
    {
        value = _data.StringAt(name);
        return value is not null;
    }

    /// <summary>A text without space around it that is not empty: for a required field.</summary>
    public bool TryGetText(string name, [NotNullWhen(true)] out string? value)
    {
        value = _data.StringAt(name)?.Trim();
        return value is { Length: > 0 };
    }

    /// <summary>A tick, which clients send as text.</summary>
    public bool TryGetBoolean(string name, out bool value)
    {
        if (_data.At(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } found)
        {
            value = found.GetBoolean();
            return true;
        }

        return bool.TryParse(_data.StringAt(name), out value);
    }

    /// <summary>A number, which clients send as a number or as text with a point.</summary>
    public bool TryGetNumber(string name, out decimal value)
    {
        if (_data.At(name) is { ValueKind: JsonValueKind.Number } found)
        {
            return found.TryGetDecimal(out value);
        }

        return decimal.TryParse(
            _data.StringAt(name), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A whole number.</summary>
    public bool TryGetInt32(string name, out int value)
    {
        value = 0;
        if (!TryGetNumber(name, out var number) || number != decimal.Truncate(number) || number is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        value = (int)number;
        return true;
    }

    /// <summary>A date, as year, month and day with hyphens.</summary>
    public bool TryGetDate(string name, out DateOnly value) =>
        DateOnly.TryParseExact(_data.StringAt(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <summary>The choices made, which clients send with commas between; empty when there are none.</summary>
    public IReadOnlyList<string> Choices(string name) =>
        _data.StringAt(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    internal static JsonObject WithVerb(JsonObject? data, string verb)
    {
        var copy = data?.DeepClone().AsObject() ?? [];
        return copy.TryAdd(VerbName, verb)
            ? copy
            : throw new InvalidOperationException($"The data of a button may not hold its own \"{VerbName}\".");
    }
}
