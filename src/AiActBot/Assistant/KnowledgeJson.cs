using System.Text.Json.Serialization;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Evaluation;
using AiActBot.Knowledge.Importing;

namespace AiActBot.Assistant;

internal sealed record CheckReport(int Documents, IReadOnlyList<KnowledgeProblem> Problems);

internal sealed record ImportReport(string Source, string Result, int? Passages, int? Outdated, string? Reason)
{
    public static ImportReport Of(ImportResult result) => result switch
    {
        ImportResult.Imported i => new(i.Source, "imported", i.Chunks, i.Outdated, null),
        ImportResult.Failed f => new(f.Source, "failed", null, null, f.Reason),
        _ => new(result.Source, "unchanged", null, null, null),
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(IReadOnlyList<EvaluationFigures>))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
