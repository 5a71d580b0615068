using System.Text.Json;
using System.Text.RegularExpressions;

namespace AiActBot.Compliance.Tests.Triage.Beslishulp;

/// <summary>One way through the government's decision help: the answers that were chosen, the labels they gave, and where it ended.</summary>
/// <param name="Chosen">By question id, the answer as it is worded there.</param>
internal sealed record TreePath(IReadOnlyDictionary<string, string> Chosen, IReadOnlySet<string> Labels, string Conclusion)
{
    public bool Has(string label) => Labels.Contains(label);

    public override string ToString() => string.Join(" > ", Chosen.Select(step => $"{step.Key}: {step.Value}")) + $" > {Conclusion}";
}

/// <summary>The decision tree of the Beslishulp AI-verordening, read from its own file: reference data, never a part of the product.</summary>
internal sealed partial class DecisionTree
{
    private readonly Dictionary<string, JsonElement> _questions;

    private DecisionTree(JsonElement root) =>
        _questions = root.GetProperty("questions").EnumerateArray().ToDictionary(question => question.GetProperty("questionId").GetString()!);

    public static DecisionTree Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return new DecisionTree(document.RootElement.Clone());
    }

    /// <summary>Every path from the first question to a conclusion.</summary>
    public IEnumerable<TreePath> Paths() => From("1.1", [], []);

    private IEnumerable<TreePath> From(string question, List<KeyValuePair<string, string>> chosen, HashSet<string> labels)
    {
        foreach (var answer in _questions[question].GetProperty("answers").EnumerateArray())
        {
            List<KeyValuePair<string, string>> path = [.. chosen, new(question, answer.GetProperty("answer").GetString()!)];
            HashSet<string> found = [.. labels, .. Texts(answer, "labels")];
            var (next, conclusion) = Next(answer, found);
            if (conclusion is not null)
            {
                yield return new TreePath(new Dictionary<string, string>(path), found, conclusion);
            }
            else
            {
                foreach (var longer in From(next ?? throw new InvalidDataException($"Dead end at {question}."), path, found))
                    yield return longer;
            }
        }
    }

    private static (string? Question, string? Conclusion) Next(JsonElement answer, HashSet<string> labels)
    {
        if (!answer.TryGetProperty("redirects", out var redirects))
            return (Text(answer, "nextQuestionId"), Text(answer, "nextConclusionId"));
        var first = redirects.EnumerateArray().First(redirect => Holds(Text(redirect, "if")!, labels));
        return (Text(first, "nextQuestionId"), Text(first, "nextConclusionId"));
    }

    /// <summary>Conditions are "x" in labels, with !, and, or and brackets: and before or, as in the language they are written in.</summary>
    private static bool Holds(string condition, HashSet<string> labels)
    {
        var truth = Asked().Replace(condition, match => labels.Contains(match.Groups[1].Value) ? "T" : "F").Replace(" ", "", StringComparison.Ordinal);
        string before;
        do
        {
            before = truth;
            truth = truth.Replace("(T)", "T", StringComparison.Ordinal).Replace("(F)", "F", StringComparison.Ordinal)
                .Replace("!T", "F", StringComparison.Ordinal).Replace("!F", "T", StringComparison.Ordinal)
                .Replace("T&&T", "T", StringComparison.Ordinal).Replace("T&&F", "F", StringComparison.Ordinal)
                .Replace("F&&T", "F", StringComparison.Ordinal).Replace("F&&F", "F", StringComparison.Ordinal);
            if (truth == before)
            {
                truth = Or().Replace(truth, match => match.Value.Contains('T', StringComparison.Ordinal) ? "T" : "F", 1);
            }
        }
        while (truth != before);
        return truth switch { "T" => true, "F" => false, _ => throw new InvalidDataException($"Not understood: {condition}") };
    }

    private static IEnumerable<string> Texts(JsonElement element, string property) =>
        element.TryGetProperty(property, out var texts) ? texts.EnumerateArray().Select(text => text.GetString()!) : [];

    private static string? Text(JsonElement element, string property) => element.TryGetProperty(property, out var text) ? text.GetString() : null;

    [GeneratedRegex("\"([^\"]+)\" in labels")]
    private static partial Regex Asked();

    [GeneratedRegex(@"[TF]\|\|[TF]")]
    private static partial Regex Or();
}
