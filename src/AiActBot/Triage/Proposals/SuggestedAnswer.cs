using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Compliance.Triage;

namespace AiActBot.Triage.Proposals;

/// <summary>One answer that a language model found in a description, with the words that it found it in.</summary>
internal sealed record SuggestedAnswer(string Question, string Choice, string Words)
{
    /// <summary>A description holds only so much; a model that suggests more did not read it.</summary>
    private const int Most = 40;

    private const int LongestWords = 120;

    /// <param name="written">What the model wrote: hostile until shown otherwise.</param>
    /// <returns>What may be shown: answers that exist, each with words that stand in the description as they are shown.</returns>
    public static IReadOnlyList<SuggestedAnswer> Check(string written, string description, RuleBook book) =>
        [.. Parse(written).Take(Most).Select(suggested => suggested.CheckAgainst(description, book)).OfType<SuggestedAnswer>().Distinct()];

    public static string Write(IReadOnlyList<SuggestedAnswer> suggested) => JsonSerializer.Serialize(suggested, SuggestedAnswerJson.Default.IReadOnlyListSuggestedAnswer);

    public static IReadOnlyList<SuggestedAnswer> Read(string json) => JsonSerializer.Deserialize(json, SuggestedAnswerJson.Default.IReadOnlyListSuggestedAnswer) ?? [];

    private static IReadOnlyList<SuggestedAnswer> Parse(string written)
    {
        // Models like to wrap what they write in a fence or a sentence.
        var (from, to) = (written.IndexOf('[', StringComparison.Ordinal), written.LastIndexOf(']'));
        if (from < 0 || to < from)
            return [];
        try
        {
            return Read(written[from..(to + 1)]);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private SuggestedAnswer? CheckAgainst(string description, RuleBook book)
    {
        // A model leaves fields out, whatever their types say.
        if (Question is null || Choice is null or Compliance.Triage.Question.No or Compliance.Triage.Question.None || string.IsNullOrWhiteSpace(Words) || Words.Length > LongestWords)
            return null;
        var at = description.IndexOf(Words.Trim(), StringComparison.OrdinalIgnoreCase);
        return at >= 0 && book.FindQuestion(Question) is { } question && question.Choices.Any(choice => choice.Id == Choice)
            ? this with { Words = description.Substring(at, Words.Trim().Length) }
            : null;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<SuggestedAnswer>))]
internal sealed partial class SuggestedAnswerJson : JsonSerializerContext;
