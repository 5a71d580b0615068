using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AiActBot.BotFramework.Activities;

/// <summary>
/// Something said about an activity: a mention, the client, a stream, the AI label. Its kind is in <see cref="Type"/>
/// and its fields are kept as they came in <see cref="Properties"/>; the typed forms are made from it and turned into it.
/// </summary>
public sealed class Entity
{
    public string? Type { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Whether the type is this one; channels differ in case (<c>clientInfo</c>, <c>ClientInfo</c>).</summary>
    public bool IsOfType(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    internal static Entity From<T>(T value, JsonTypeInfo<T> shape) =>
        JsonSerializer.SerializeToElement(value, shape).Deserialize(ActivityJson.Default.Entity)!;
}

/// <summary>The kinds of entity this bot reads or writes.</summary>
public static class EntityTypes
{
    public const string Mention = "mention";
    public const string ClientInfo = "clientInfo";
    public const string StreamInfo = "streaminfo";

    /// <summary>The root message of schema.org, which carries the AI label and citations.</summary>
    public const string SchemaMessage = "https://schema.org/Message";
}
