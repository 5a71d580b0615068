using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Index;

/// <summary>How chunks are kept in an index that is a service.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(ProvisionIdConverter)], UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Chunk))]
internal sealed partial class ChunkJson : JsonSerializerContext;

internal sealed class ProvisionIdConverter : JsonConverter<ProvisionId>
{
    public override ProvisionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ProvisionId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("This is not a provision id.");

    public override void Write(Utf8JsonWriter writer, ProvisionId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
