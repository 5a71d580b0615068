using AiActBot.Compliance.Triage;
using FsCheck;
using FsCheck.Fluent;

namespace AiActBot.Compliance.Tests.Triage;

/// <summary>What holds for all answers, tried on many: a failure names its seed and the smallest answers that show it.</summary>
public sealed class TriagePropertyTests
{
    private static readonly TriageEngine Engine = TheRules.Engine;

    private static readonly IReadOnlyList<Question> Questions = TheRules.Book.Questions;

    [Fact]
    public void Every_interview_ends_and_never_asks_more_than_it_said() => Check(100, Prop.ForAll(Whims(), whims =>
    {
        var (answers, promised, asked) = (Answers.Empty, int.MaxValue, 0);
        while (Engine.NextQuestion(answers) is { } question)
        {
            var progress = Engine.Progress(answers);
            if (progress.AtMostRemaining >= promised || answers.To(question.Id) is not null || ++asked > Questions.Count)
                return false;
            promised = progress.AtMostRemaining;
            answers = answers.With(question.Id, AnswerTo(question, whims));
        }

        return Engine.Progress(answers).AtMostRemaining == 0;
    }));

    [Fact]
    public void The_order_of_answers_does_not_matter() => Check(60, Prop.ForAll(Whims(), Whims(), (whims, order) =>
    {
        var given = Some(whims);
        var shuffled = given.Select((answer, index) => (answer, Key: order[index % order.Length])).OrderBy(pair => pair.Key).Select(pair => pair.answer);
        var (forward, other) = (Answered(given), Answered(shuffled));
        return forward.Equals(other) && Outcomes.Of(Engine, forward) == Outcomes.Of(Engine, other);
    }));

    [Fact]
    public void An_answer_instead_of_i_dont_know_never_takes_back_what_was_certain() => Check(150, Prop.ForAll(Whims(), Whims(), (whims, more) =>
    {
        var answers = Answered(Some(whims));
        var open = Questions.Where(question => answers.To(question.Id) is null or Answer.NotKnown).ToList();
        if (open.Count == 0)
            return true;
        var question = open[more[0] % open.Count];
        var (before, after) = (new Evaluation(TheRules.Book, answers), new Evaluation(TheRules.Book, answers.With(question.Id, AnswerTo(question, more))));
        return TheRules.Book.Rules.All(rule => before.Of(rule) is Truth.Unknown || before.Of(rule) == after.Of(rule));
    }));

    [Fact]
    public void A_more_serious_fact_never_lowers_the_class() => Check(200, Prop.ForAll(Whims(), Whims(), (whims, more) =>
    {
        // In scope, and a system: what makes the Act apply or not is another matter than how serious it is.
        var answers = Answered(Questions.Select((question, index) => (question.Id, AnswerTo(question, whims, index))))
            .With("special-purpose", Question.None).With("union-link", "market").With("subject", "system").With("technique", "infers")
            .With("open-source", Question.No).With("activities", "supplies", "uses");
        var (id, worse) = Worse[more[0] % Worse.Count];
        var graver = TheRules.Book.FindQuestion(id)!.Kind == QuestionKind.AnyOf
            ? answers.To(id) is Answer.Chosen chosen ? answers.With(id, chosen.Choices.Remove(Question.None).Add(worse)) : answers
            : answers.With(id, worse);

        return Worst(graver) >= Worst(answers);
    }));

    [Fact]
    public void Not_knowing_never_lowers_what_is_possible() => Check(150, Prop.ForAll(Whims(), Whims(), (whims, more) =>
    {
        var answers = Answered(Questions.Select((question, index) => (question.Id, AnswerTo(question, whims, index))));
        var question = Questions[more[0] % Questions.Count];
        return Worst(answers.With(question.Id, Answer.DontKnow)) >= Worst(answers);
    }));

    [Fact]
    public void What_is_said_to_change_the_outcome_does_change_it() => Check(25, Prop.ForAll(Whims(), whims =>
    {
        var answers = Answered(Some(whims));
        var now = Engine.Evaluate(answers);
        return now.WouldChange.Take(5).All(change =>
        {
            var then = Engine.Evaluate(answers.With(change.QuestionId, change.Instead), withAlternatives: false);
            var (had, has) = (now.Risk.Select(finding => finding.Class).ToHashSet(), then.Risk.Select(finding => finding.Class).ToHashSet());
            return has.Except(had).ToHashSet().SetEquals(change.Gained) && had.Except(has).ToHashSet().SetEquals(change.Lost);
        });
    }));

    [Fact]
    public void Every_rule_can_be_reached_by_an_interview()
    {
        var reached = TheRules.Scenarios.Select(scenario => scenario.Answers)
            .Concat(TheRules.Book.Rules.SelectMany(rule => rule.Fires))
            .SelectMany(answers => new Evaluation(TheRules.Book, Completed(answers)) is var evaluation
                ? TheRules.Book.Rules.Where(rule => evaluation.Of(rule) == Truth.True)
                : [])
            .Select(rule => rule.Id)
            .ToHashSet();

        Assert.Empty(TheRules.Book.Rules.Select(rule => rule.Id).Except(reached));
    }

    /// <summary>Answers that make a system more serious and nothing else: a choice of the questions that put it in a class.</summary>
    private static readonly IReadOnlyList<(string Question, string Choice)> Worse =
    [
        .. new[]
            {
                "practices", "areas", "biometric-use", "education-use", "employment-use", "service-use", "police-use", "migration-use",
                "justice-use", "score-effect", "intimate-link", "contact",
            }
            .SelectMany(id => TheRules.Book.FindQuestion(id)!.Choices.Where(choice => choice.Id != Question.None).Select(choice => (id, choice.Id))),
        ("significant-harm", "yes"), ("crime-basis", "profile-only"), ("intimate-exception", "neither"), ("abuse-defence", "no"),
        ("emotion-medical-safety", "no"), ("lawful-labelling", "no"), ("live-exception", "no"), ("live-aim", "other"), ("profiling", "yes"),
        ("influences-decisions", "yes"), ("infrastructure-safety", "yes"), ("obvious", "no"), ("standard-editing", "no"), ("crime-authorised", "no"),
        ("editorial-control", "no"), ("third-party-assessment", "health-safety"), ("product-part", "safety-component"),
    ];

    private static int Worst(Answers answers)
    {
        var outcome = Engine.Evaluate(answers, withAlternatives: false);
        return outcome.Risk.Concat(outcome.PossibleRisk).Select(finding => finding.Class.Seriousness()).DefaultIfEmpty().Max();
    }

    private static Arbitrary<int[]> Whims() => Gen.Choose(0, 1_000_000).ArrayOf(Questions.Count + 1).ToArbitrary();

    private static void Check(int times, Property property) => property.Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <summary>Any answer, now and then "I don't know".</summary>
    private static Answer AnswerTo(Question question, int[] whims) => AnswerTo(question, whims, IndexOf(question));

    private static Answer AnswerTo(Question question, int[] whims, int index)
    {
        var whim = whims[index % whims.Length];
        if (whim % 6 == 0)
            return Answer.DontKnow;
        if (question.Kind != QuestionKind.AnyOf)
            return Answer.Of(question.Choices[whim % question.Choices.Count].Id);
        var chosen = question.Choices.Where((choice, place) => choice.Id != Question.None && (whim >> place) % 3 == 0).Select(choice => choice.Id).ToList();
        return Answer.Of(chosen.Count == 0 ? [Question.None] : chosen);
    }

    private static List<(string, Answer)> Some(int[] whims) =>
        [.. Questions.Where((_, index) => whims[index] % 3 > 0).Select(question => (question.Id, AnswerTo(question, whims)))];

    private static Answers Answered(IEnumerable<(string Id, Answer Answer)> given) =>
        given.Aggregate(Answers.Empty, (answers, next) => answers.With(next.Id, next.Answer));

    private static int IndexOf(Question question) => Questions.TakeWhile(other => other.Id != question.Id).Count();

    /// <summary>Answers the rest of the interview with its first choice.</summary>
    private static Answers Completed(Answers answers)
    {
        while (Engine.NextQuestion(answers) is { } question)
            answers = answers.With(question.Id, question.Choices[0].Id);
        return answers;
    }
}
