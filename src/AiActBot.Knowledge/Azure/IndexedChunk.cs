using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Azure;

/// <summary>A chunk as a document of the index. Nulls are sent, so that a merge empties what is gone.</summary>
internal sealed class IndexedChunk
{
    // Raise it when the same chunk must be written differently: every document is then sent again.
    private const string Form = "1";

    [JsonPropertyName(IndexField.Id)]
    public required string Id { get; init; }

    [JsonPropertyName(IndexField.Organisation)]
    public required string Organisation { get; init; }

    [JsonPropertyName(IndexField.Source)]
    public required string Source { get; init; }

    [JsonPropertyName(IndexField.Language)]
    public required string Language { get; init; }

    /// <summary>The order of trust of <see cref="SourceKind"/>: lower is more.</summary>
    [JsonPropertyName(IndexField.Trust)]
    public required int Trust { get; init; }

    [JsonPropertyName(IndexField.Document)]
    public required string Document { get; init; }

    /// <summary>What the twin in the other language has in common, as a hash that needs no quoting in a filter.</summary>
    [JsonPropertyName(IndexField.Section)]
    public required string Section { get; init; }

    [JsonPropertyName(IndexField.Provisions)]
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>The provisions and all that they are a part of: art-26.5 is also within art-26.</summary>
    [JsonPropertyName(IndexField.Within)]
    public required IReadOnlyList<string> Within { get; init; }

    [JsonPropertyName("title_nl")]
    public string? TitleNl { get; private init; }

    [JsonPropertyName("title_en")]
    public string? TitleEn { get; private init; }

    [JsonPropertyName("heading_nl")]
    public string? HeadingNl { get; private init; }

    [JsonPropertyName("heading_en")]
    public string? HeadingEn { get; private init; }

    [JsonPropertyName("text_nl")]
    public string? TextNl { get; private init; }

    [JsonPropertyName("text_en")]
    public string? TextEn { get; private init; }

    [JsonPropertyName("questions_nl")]
    public IReadOnlyList<string> QuestionsNl { get; private init; } = [];

    [JsonPropertyName("questions_en")]
    public IReadOnlyList<string> QuestionsEn { get; private init; } = [];

    [JsonPropertyName(IndexField.Roles)]
    public required IReadOnlyList<string> Roles { get; init; }

    [JsonPropertyName(IndexField.Risks)]
    public required IReadOnlyList<string> Risks { get; init; }

    [JsonPropertyName(IndexField.Url)]
    public string? Url { get; private init; }

    [JsonPropertyName(IndexField.Licence)]
    public string? Licence { get; private init; }

    [JsonPropertyName(IndexField.LawVersion)]
    public DateTimeOffset? LawVersion { get; private init; }

    [JsonPropertyName(IndexField.ContentHash)]
    public required string ContentHash { get; init; }

    /// <summary>The whole chunk, which a passage is made of again: a quote stays what it was, to the letter.</summary>
    [JsonPropertyName(IndexField.Chunk)]
    public required string Chunk { get; init; }

    // An index without a model has no such field and would refuse a document that names it.
    [JsonPropertyName(IndexField.Vector)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<float>? Vector { get; set; }

    /// <param name="model">The embedding model, so that another one makes other documents; empty without one.</param>
    public static IndexedChunk Of(Chunk chunk, string organisation, string source, string model)
    {
        var content = JsonSerializer.Serialize(chunk, ChunkJson.Default.Chunk);
        var dutch = chunk.Language == DocumentLanguage.Nl;
        return new IndexedChunk
        {
            // A key may hold letters, digits, dash, underscore and equals sign only. The same chunk may belong to two sources.
            Id = Hash(organisation, source, chunk.Id),
            Organisation = organisation,
            Source = source,
            Language = chunk.Language.Code(),
            Trust = (int)chunk.Kind,
            Document = chunk.DocumentId,
            Section = SectionOf(chunk),
            Provisions = [.. chunk.Provisions.Select(p => p.ToString()).Distinct()],
            Within = [.. chunk.Provisions.SelectMany(Upwards).Distinct()],
            TitleNl = dutch ? chunk.Title : null,
            TitleEn = dutch ? null : chunk.Title,
            HeadingNl = dutch ? chunk.Heading : null,
            HeadingEn = dutch ? null : chunk.Heading,
            TextNl = dutch ? chunk.Text : null,
            TextEn = dutch ? null : chunk.Text,
            QuestionsNl = dutch ? chunk.Questions : [],
            QuestionsEn = dutch ? [] : chunk.Questions,
            Roles = chunk.Roles,
            Risks = chunk.Risks,
            Url = chunk.Url,
            Licence = chunk.Licence,
            LawVersion = chunk.LawVersion is { } version ? new DateTimeOffset(version.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
            ContentHash = Hash(Form, model, content),
            Chunk = content,
        };
    }

    public static string SectionOf(Chunk chunk) => Hash(chunk.SectionKey);

    private static IEnumerable<string> Upwards(ProvisionId provision)
    {
        for (ProvisionId? step = provision; step is { } here; step = here.Parent)
            yield return here.ToString();
    }

    private static string Hash(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
}

/// <summary>What is read back of a document.</summary>
internal sealed class StoredChunk
{
    [JsonPropertyName(IndexField.Id)]
    public string? Id { get; init; }

    [JsonPropertyName(IndexField.ContentHash)]
    public string? ContentHash { get; init; }

    [JsonPropertyName(IndexField.Chunk)]
    public string? Chunk { get; init; }

    public Chunk Read() => JsonSerializer.Deserialize(Chunk ?? "null", ChunkJson.Default.Chunk)
        ?? throw new JsonException("A document of the index holds no chunk.");
}
