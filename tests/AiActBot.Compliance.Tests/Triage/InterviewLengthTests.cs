using AiActBot.Compliance.Triage;
using Xunit.Abstractions;

namespace AiActBot.Compliance.Tests.Triage;

/// <summary>How many questions people get: only those whose answer can still matter.</summary>
public sealed class InterviewLengthTests(ITestOutputHelper output)
{
    [Fact]
    public void The_median_interview_is_short()
    {
        var lengths = TheRules.Scenarios.Where(scenario => scenario.Complete).Select(scenario => (scenario.Id, Asked(scenario.Answers).Count)).OrderBy(pair => pair.Count).ToList();
        var median = lengths[lengths.Count / 2].Count;
        output.WriteLine($"{lengths.Count} scenarios: median {median} questions, shortest {lengths[0]}, longest {lengths[^1]}, of {TheRules.Book.Questions.Count}.");

        Assert.InRange(median, 5, 18);
        Assert.True(lengths[^1].Count <= 30, lengths[^1].ToString());
    }

    [Fact]
    public void No_question_is_asked_whose_answer_could_change_nothing()
    {
        Assert.All(TheRules.Scenarios.Where(scenario => scenario.Complete), scenario =>
        {
            var before = Answers.Empty;
            foreach (var question in Asked(scenario.Answers))
            {
                // Some answer leads to other rules, possible or certain, than another answer does.
                var book = TheRules.Book;
                var outcomes = question.Choices.Select(choice => new Evaluation(book, before.With(question.Id, choice.Id)))
                    .Select(evaluation => string.Concat(book.Rules.Select(rule => (int)evaluation.Of(rule))) + string.Concat(book.Duties.Select(duty => (int)evaluation.Of(duty))))
                    .Distinct();
                Assert.True(outcomes.Count() > 1, $"{scenario.Id}: {question.Id}");
                before = before.With(question.Id, scenario.Answers.To(question.Id)!);
            }
        });
    }

    private static List<Question> Asked(Answers given)
    {
        var (answers, asked) = (Answers.Empty, new List<Question>());
        while (TheRules.Engine.NextQuestion(answers) is { } question)
        {
            asked.Add(question);
            answers = answers.With(question.Id, given.To(question.Id) ?? throw new InvalidOperationException($"No answer to {question.Id}."));
        }

        return asked;
    }
}
