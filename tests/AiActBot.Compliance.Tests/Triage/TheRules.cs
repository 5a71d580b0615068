using AiActBot.Compliance.Triage;
using AiActBot.Triage.RuleFiles;

namespace AiActBot.Compliance.Tests.Triage;

/// <summary>The rule files of this repository, read once.</summary>
internal static class TheRules
{
    public static string Folder { get; } = Path.Combine(ReferenceData.RepositoryRoot, "knowledge", "rules");

    public static RuleBook Book { get; }

    public static IReadOnlyList<Scenario> Scenarios { get; }

    public static TriageEngine Engine { get; }

    static TheRules()
    {
        (Book, Scenarios) = RuleBookFolder.LoadWithScenarios(Folder);
        Engine = new TriageEngine(Book);
    }

    /// <summary>Some answer to a question: any choice, now and then "I don't know".</summary>
    public static Answer AnyAnswer(Question question, Random random)
    {
        if (random.Next(6) == 0)
            return Answer.DontKnow;
        if (question.Kind != QuestionKind.AnyOf)
            return Answer.Of(question.Choices[random.Next(question.Choices.Count)].Id);
        var chosen = question.Choices.Where(choice => choice.Id != Question.None && random.Next(3) == 0).Select(choice => choice.Id).ToList();
        return Answer.Of(chosen.Count == 0 ? [Question.None] : chosen);
    }
}
