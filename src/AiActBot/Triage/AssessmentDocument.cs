using System.Text.Json;
using AiActBot.Compliance;
using AiActBot.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Triage;

/// <summary>
/// What the outcome of a triage said when it was saved, in one language. Kept as it was: rules that change afterwards do not
/// change what somebody based a decision on.
/// </summary>
public sealed class AssessmentDocument
{
    // Names and values are pairs, whose parts are fields.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IncludeFields = true };

    public required Guid AssessmentId { get; init; }

    public required Language Language { get; init; }

    public required string Content { get; set; }

    internal static string Write(ReadableDocument document) => JsonSerializer.Serialize(document, Json);

    /// <summary>The document with a dash wherever it gives this name.</summary>
    internal static string Without(string content, string name) =>
        content.Replace(JsonSerializer.Serialize(name, Json), "\"-\"", StringComparison.Ordinal);

    internal static ReadableDocument Read(string content) =>
        JsonSerializer.Deserialize<ReadableDocument>(content, Json) ?? throw new InvalidDataException("The stored document is empty.");
}

internal sealed class AssessmentDocumentMapping : IEntityTypeConfiguration<AssessmentDocument>
{
    public void Configure(EntityTypeBuilder<AssessmentDocument> document)
    {
        document.ToTable("assessment_documents");
        document.HasKey(d => new { d.AssessmentId, d.Language });
        document.HasOne<Assessment>().WithMany().HasForeignKey(d => d.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
