using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiActBot.BotFramework.Activities;

/// <summary>
/// How everything in this namespace is written and read: camelCase, nulls left out. For a request body use
/// <see cref="ActivityReader"/>, which is stricter.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(Entity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(string))]
public sealed partial class ActivityJson : JsonSerializerContext;

/// <summary>The shapes that only this library writes, apart so that they need not be public.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(MessageEntityShape))]
[JsonSerializable(typeof(MentionShape))]
[JsonSerializable(typeof(StreamInfoShape))]
internal sealed partial class EntityJson : JsonSerializerContext;
