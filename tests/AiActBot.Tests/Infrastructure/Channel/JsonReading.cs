using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiActBot.Tests.Infrastructure.Channel;

/// <summary>Reads JSON of which nothing is known.</summary>
internal static class JsonReading
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Text(this JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static int? Whole(this JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) ? number : null;

    public static IReadOnlyList<JsonObject> Objects(this JsonNode? node) => node is JsonArray list ? [.. list.OfType<JsonObject>()] : [];

    /// <summary>Its length as Teams counts: in UTF-16, without escapes that need not be.</summary>
    public static int Characters(this JsonNode node) => node.ToJsonString(Relaxed).Length;

    /// <summary>The first place where something is explicitly null, or null.</summary>
    public static string? NullIn(JsonNode? node) => node switch
    {
        JsonObject found => found.Select(property => property.Value is null ? property.Key : NullIn(property.Value)).FirstOrDefault(place => place is not null),
        JsonArray list => list.Select(item => item is null ? "an item of a list" : NullIn(item)).FirstOrDefault(place => place is not null),
        _ => null,
    };

    /// <summary>Every object below it that says of what type it is, itself included.</summary>
    public static IEnumerable<JsonObject> Typed(this JsonNode? node) => node switch
    {
        JsonObject found => (found["type"].Text() is null ? Array.Empty<JsonObject>() : [found])
            .Concat(found.Where(property => property.Key != "data").SelectMany(property => property.Value.Typed())),
        JsonArray list => list.SelectMany(item => item.Typed()),
        _ => [],
    };
}
