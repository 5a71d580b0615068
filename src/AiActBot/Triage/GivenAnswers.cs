using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Compliance.Triage;

namespace AiActBot.Triage;

/// <summary>The answers of an interview in the order in which they were given, so that one can go back.</summary>
internal sealed record GivenAnswers(IReadOnlyList<GivenAnswer> InOrder)
{
    public static GivenAnswers Read(string json) =>
        new(JsonSerializer.Deserialize(json, GivenAnswersJson.Default.IReadOnlyListGivenAnswer) ?? []);

    public string Write() => JsonSerializer.Serialize(InOrder, GivenAnswersJson.Default.IReadOnlyListGivenAnswer);

    public GivenAnswers With(string question, Answer answer) => new(
    [
        .. InOrder.Where(given => given.Question != question),
        new GivenAnswer(question, answer is Answer.Chosen chosen ? [.. chosen.Choices] : null),
    ]);

    /// <summary>Without the last one.</summary>
    public GivenAnswers Back() => new([.. InOrder.SkipLast(1)]);

    public Answers ToAnswers() => InOrder.Aggregate(Answers.Empty, (answers, given) => answers.With(given.Question, given.ToAnswer()));
}

/// <param name="Choices">What was chosen; null for "I don't know".</param>
internal sealed record GivenAnswer(string Question, IReadOnlyList<string>? Choices)
{
    public Answer ToAnswer() => Choices is null ? Answer.DontKnow : Answer.Of(Choices);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<GivenAnswer>))]
internal sealed partial class GivenAnswersJson : JsonSerializerContext;
