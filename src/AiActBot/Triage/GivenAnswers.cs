using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Compliance.Triage;

namespace AiActBot.Triage;

/// <summary>The answers of an interview in the order in which they were given, so that one can go back.</summary>
internal sealed record GivenAnswers(IReadOnlyList<GivenAnswer> InOrder)
{
    public static GivenAnswers Read(string json) =>
        new(JsonSerializer.Deserialize(json, GivenAnswersJson.Default.IReadOnlyListGivenAnswer) ?? []);

    /// <summary>Answers that came all at once.</summary>
    public static GivenAnswers Of(Answers answers) =>
        answers.All.Aggregate(new GivenAnswers([]), (given, answer) => given.With(answer.Key, answer.Value));

    public string Write() => JsonSerializer.Serialize(InOrder, GivenAnswersJson.Default.IReadOnlyListGivenAnswer);

    public GivenAnswers With(string question, Answer answer) => new(
    [
        .. InOrder.Where(given => given.Question != question),
        new GivenAnswer(question, answer is Answer.Chosen chosen ? [.. chosen.Choices] : null),
    ]);

    /// <summary>Another answer in the place of an earlier one.</summary>
    public GivenAnswers Replace(string question, Answer answer)
    {
        var given = new GivenAnswer(question, answer is Answer.Chosen chosen ? [.. chosen.Choices] : null);
        return new([.. InOrder.Select(earlier => earlier.Question == question ? given : earlier)]);
    }

    /// <summary>The questions as the interview asks them with these answers: without those that an earlier answer made needless.</summary>
    public IReadOnlyList<(Question Question, Answer Answer)> Path(TriageEngine engine)
    {
        var (all, answers) = (ToAnswers(), Answers.Empty);
        List<(Question, Answer)> path = [];
        while (engine.NextQuestion(answers) is { } question && all.To(question.Id) is { } answer)
        {
            path.Add((question, answer));
            answers = answers.With(question.Id, answer);
        }

        return path;
    }

    /// <summary>Without what the rules of now have no question or no choice for: that question is open again.</summary>
    public GivenAnswers Fitting(TriageEngine engine) => new([.. InOrder.Where(given => engine.ProblemWith(given.Question, given.ToAnswer()) is null)]);

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
