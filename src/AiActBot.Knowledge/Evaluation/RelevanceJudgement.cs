using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Evaluation;

/// <summary>A question with what a good answer to it is; one line of an evaluation file.</summary>
/// <param name="Lang">"nl" or "en".</param>
/// <param name="Provisions">Provisions of which one must be found; empty when the question must be declined.</param>
/// <param name="Facts">Words that a good answer has, such as "15 days"; a list of spellings is written with a bar: "15 days|fifteen days".</param>
/// <param name="MustDecline">True when an answer would be wrong: to decline or to correct is right.</param>
/// <param name="Kind">A group for the report.</param>
public sealed record RelevanceJudgement(
    string Id, string Lang, string Question, IReadOnlyList<string>? Provisions, IReadOnlyList<string>? Facts, bool MustDecline, string? Kind)
{
    /// <exception cref="FormatException">A line is no judgement; the message gives its number.</exception>
    public static IReadOnlyList<RelevanceJudgement> ReadAll(IEnumerable<string> lines)
    {
        var judgements = new List<RelevanceJudgement>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                judgements.Add(Read(line) ?? throw new FormatException($"Line {number} has no id, lang and question."));
        }

        return judgements;
    }

    /// <summary>The place of the first provision that is judged relevant, from 1; 0 when none was found. Articles count as a whole.</summary>
    public int RankIn(IReadOnlyList<ProvisionId> retrieved)
    {
        var roots = (Provisions ?? []).Where(p => ProvisionId.TryParse(p, out _)).Select(p => ProvisionId.Parse(p).Root).ToHashSet();
        for (var i = 0; i < retrieved.Count; i++)
        {
            if (roots.Contains(retrieved[i].Root))
                return i + 1;
        }

        return 0;
    }

    /// <summary>The share of the facts that a text has.</summary>
    public double FactsIn(string text) => Facts is not { Count: > 0 } facts ? 1
        : (double)facts.Count(f => f.Split('|').Any(spelling => text.Contains(spelling.Trim(), StringComparison.OrdinalIgnoreCase))) / facts.Count;

    private static RelevanceJudgement? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JudgementJson.Default.RelevanceJudgement) is { Id: not null, Lang: not null, Question: not null } judgement ? judgement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RelevanceJudgement))]
internal sealed partial class JudgementJson : JsonSerializerContext;
