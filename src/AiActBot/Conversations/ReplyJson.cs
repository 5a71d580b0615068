using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.BotFramework.Activities;

namespace AiActBot.Conversations;

[JsonSourceGenerationOptions(JsonSerializerDefaults.General, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<Reply>))]
[JsonSerializable(typeof(Activity))]
internal sealed partial class ReplyJson : JsonSerializerContext;
