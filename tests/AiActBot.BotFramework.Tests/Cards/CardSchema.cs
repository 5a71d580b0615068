using System.Text.Json;
using System.Text.RegularExpressions;

namespace AiActBot.BotFramework.Tests.Cards;

/// <summary>
/// Checks JSON against a schema, as far as the schema of Adaptive Cards goes. A keyword it does not know is an error of
/// the test, so that nothing is passed over in silence.
/// </summary>
internal sealed class CardSchema(JsonElement root)
{
    private const string Pointer = "#/definitions/";

    /// <summary>What is wrong with a card, each with where it is; empty when nothing is.</summary>
    internal IReadOnlyList<string> Check(JsonElement card) => [.. Check(card, root.GetProperty("anyOf")[0], "$")];

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, string at)
    {
        if (schema.ValueKind == JsonValueKind.True || (schema.ValueKind == JsonValueKind.Object && !schema.EnumerateObject().Any()))
        {
            return [];
        }

        return schema.EnumerateObject().SelectMany(keyword => Check(value, schema, keyword, at));
    }

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, JsonProperty keyword, string at) => keyword.Name switch
    {
        "$ref" => Check(value, root.GetProperty("definitions").GetProperty(keyword.Value.GetString()![Pointer.Length..]), at),
        "type" => IsOfType(value, keyword.Value.GetString()!) ? [] : [$"{at} is not of type {keyword.Value}"],
        "enum" => keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value))
            ? [] : [$"{at} is {value}, which is not one of {keyword.Value}"],
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!)
            ? [] : [$"{at} does not match"],
        "anyOf" => AnyOf(value, keyword.Value, at),
        "allOf" => keyword.Value.EnumerateArray().SelectMany(part => Check(value, part, at)),
        "items" => value.ValueKind != JsonValueKind.Array
            ? [] : value.EnumerateArray().SelectMany((item, index) => Check(item, keyword.Value, $"{at}[{index}]")),
        "required" => value.ValueKind != JsonValueKind.Object
            ? [] : keyword.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at} has no {name}"),
        "properties" => value.ValueKind != JsonValueKind.Object
            ? [] : keyword.Value.EnumerateObject().SelectMany(property =>
                value.TryGetProperty(property.Name, out var field) ? Check(field, property.Value, $"{at}.{property.Name}") : []),
        "additionalProperties" => Additional(value, schema, keyword.Value, at),
        "$schema" or "id" or "$id" or "definitions" or "description" or "version" or "default" or "format" or "features" or "examples"
            or "title" => [],
        _ => throw new NotSupportedException($"The schema uses {keyword.Name}."),
    };

    private List<string> AnyOf(JsonElement value, JsonElement options, string at)
    {
        var tries = options.EnumerateArray().Select(option => Check(value, option, at).ToList()).ToList();
        // Of several kinds of element, the one with the right type was meant.
        return tries.MinBy(faults =>
            faults.Count + (faults.Exists(fault => fault.StartsWith($"{at}.type ", StringComparison.Ordinal)) ? 100 : 0))!;
    }

    private IEnumerable<string> Additional(JsonElement value, JsonElement schema, JsonElement allowed, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var known = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(property => property.Name).ToHashSet()
            : [];
        var others = value.EnumerateObject().Where(property => !known.Contains(property.Name));
        return allowed.ValueKind == JsonValueKind.False
            ? others.Select(property => $"{at}.{property.Name} is unknown")
            : others.SelectMany(property => Check(property.Value, allowed, $"{at}.{property.Name}"));
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"The schema uses the type {type}."),
    };
}
