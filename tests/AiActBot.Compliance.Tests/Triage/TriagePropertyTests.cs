using AiActBot.Compliance.Triage;

namespace AiActBot.Compliance.Tests.Triage;

public sealed class TriagePropertyTests
{
    private static readonly TriageEngine Engine = TheRules.Engine;

    [Fact]
    public void Every_interview_ends_and_never_asks_more_than_it_said()
    {
        var random = new Random(1);
        for (var interview = 0; interview < 300; interview++)
        {
            var answers = Answers.Empty;
            var promised = int.MaxValue;
            while (Engine.NextQuestion(answers) is { } question)
            {
                var progress = Engine.Progress(answers);
                Assert.True(progress.AtMostRemaining < promised, $"{progress.AtMostRemaining} questions remain at {question.Id}, {promised} were promised");
                Assert.Null(answers.To(question.Id));
                promised = progress.AtMostRemaining;
                answers = answers.With(question.Id, TheRules.AnyAnswer(question, random));
            }

            Assert.Equal(0, Engine.Progress(answers).AtMostRemaining);
        }
    }

    [Fact]
    public void The_order_of_answers_does_not_matter()
    {
        var random = new Random(2);
        for (var run = 0; run < 40; run++)
        {
            var given = TheRules.Book.Questions.Where(_ => random.Next(3) > 0).Select(question => (question.Id, Answer: TheRules.AnyAnswer(question, random))).ToArray();
            var forward = given.Aggregate(Answers.Empty, (answers, next) => answers.With(next.Id, next.Answer));
            random.Shuffle(given);
            var shuffled = given.Aggregate(Answers.Empty, (answers, next) => answers.With(next.Id, next.Answer));

            Assert.Equal(forward, shuffled);
            Assert.Equal(Found(forward), Found(shuffled));
        }
    }

    [Fact]
    public void An_answer_instead_of_i_dont_know_never_takes_back_what_was_certain()
    {
        var random = new Random(3);
        for (var run = 0; run < 300; run++)
        {
            var answers = TheRules.Book.Questions.Where(_ => random.Next(3) > 0)
                .Aggregate(Answers.Empty, (all, question) => all.With(question.Id, TheRules.AnyAnswer(question, random)));
            var open = TheRules.Book.Questions.Where(question => answers.To(question.Id) is null or Answer.NotKnown).ToList();
            if (open.Count == 0)
                continue;
            var more = answers.With(open[random.Next(open.Count)] is var question ? question.Id : "", TheRules.AnyAnswer(question, random));

            Assert.All(TheRules.Book.Rules, rule =>
            {
                var before = Engine.TruthOf(rule, answers);
                Assert.True(before == Truth.Unknown || before == Engine.TruthOf(rule, more), rule.Id);
            });
        }
    }

    [Fact]
    public void A_more_serious_fact_never_lowers_the_class()
    {
        var random = new Random(4);
        string[] serious = ["practices", "areas", "employment-use", "service-use", "education-use", "biometric-use", "police-use", "migration-use", "justice-use", "score-effect", "intimate-link", "contact"];
        for (var run = 0; run < 300; run++)
        {
            var answers = TheRules.Book.Questions.Aggregate(Answers.Empty, (all, question) => all.With(question.Id, TheRules.AnyAnswer(question, random)))
                .With("special-purpose", "none").With("union-link", "market").With("subject", "system").With("technique", "infers");
            var question = TheRules.Book.FindQuestion(serious[random.Next(serious.Length)])!;
            if (answers.To(question.Id) is not Answer.Chosen { Choices: var chosen })
                continue;
            var added = question.Choices[random.Next(question.Choices.Count)].Id;
            if (added == Question.None)
                continue;

            var before = Engine.Evaluate(answers);
            var after = Engine.Evaluate(answers.With(question.Id, chosen.Remove(Question.None).Add(added)));

            Assert.True(Worst(after) >= Worst(before), $"{question.Id} with {added}");
        }
    }

    [Fact]
    public void Every_rule_can_be_reached_by_an_interview()
    {
        var reached = TheRules.Scenarios.Select(scenario => scenario.Answers)
            .Concat(TheRules.Book.Rules.SelectMany(rule => rule.Fires))
            .Select(Completed)
            .SelectMany(answers => TheRules.Book.Rules.Where(rule => Engine.TruthOf(rule, answers) == Truth.True))
            .Select(rule => rule.Id)
            .ToHashSet();

        Assert.Empty(TheRules.Book.Rules.Select(rule => rule.Id).Except(reached));
    }

    /// <summary>Answers the rest of the interview with its first choice.</summary>
    private static Answers Completed(Answers answers)
    {
        while (Engine.NextQuestion(answers) is { } question)
            answers = answers.With(question.Id, question.Choices[0].Id);
        return answers;
    }

    private static int Worst(TriageOutcome outcome) =>
        outcome.Risk.Concat(outcome.PossibleRisk).Select(finding => finding.Class.Seriousness()).DefaultIfEmpty().Max();

    private static string Found(Answers answers)
    {
        var outcome = Engine.Evaluate(answers);
        return string.Join('|', outcome.Roles) + string.Join('|', outcome.Risk) + string.Join('|', outcome.PossibleRisk)
            + string.Join('|', outcome.Duties.Select(duty => duty.Id)) + string.Join('|', outcome.OpenQuestions);
    }
}
