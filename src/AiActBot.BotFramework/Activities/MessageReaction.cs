using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Activities;

/// <summary>A reaction given to a message or taken back.</summary>
public sealed class MessageReaction
{
    public string? Type { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
