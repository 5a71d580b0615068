namespace AiActBot.Compliance.Triage;

/// <summary>
/// Applies a rule book to answers. Pure, and the order in which answers came does not matter. What is not known never
/// counts as "no": a class stays possible until something rules it out.
/// </summary>
public sealed class TriageEngine(RuleBook book)
{
    public RuleBook Book { get; } = book;

    /// <param name="withAlternatives">Whether to find what each other answer would change, which costs an evaluation for each.</param>
    public TriageOutcome Evaluate(Answers answers, bool withAlternatives = true)
    {
        var market = MarketHistory.Of(answers);
        var evaluation = new Evaluation(Book, answers);
        var findings = new Findings(Book, evaluation);
        var uncertain = Relevance.UndecidedRules(Book, evaluation)
            .Select(rule => new UncertainRule(rule, InOrder(evaluation.QuestionsBehind(rule))))
            .ToList();

        return new TriageOutcome
        {
            RuleBookVersion = Book.Version,
            Roles = findings.Roles,
            Risk = findings.Risk,
            PossibleRisk = findings.PossibleRisk,
            Duties = Duties(Truth.True),
            PossibleDuties = Duties(Truth.Unknown),
            FiredRules = [.. Book.Rules.Where(rule => evaluation.Of(rule) == Truth.True).Select(rule => new FiredRule(rule, FactsBehind(rule)))],
            UncertainRules = uncertain,
            Contradictions = [.. Contradictions(answers, evaluation)],
            NeedsReview = [.. findings.Notes],
            Advice = [.. findings.Advice],
            OpenQuestions = InOrder(Relevance.OpenQuestions(Book, evaluation)),
            WouldChange = withAlternatives ? [.. WouldChange(answers, findings)] : [],
            IgnoredAnswers = [.. answers.All.Where(Ignored).Select(pair => pair.Key)],
        };

        List<TriageDuty> Duties(Truth truth) => findings.Excluded
            ? []
            : [.. Book.Duties.Where(duty => evaluation.Of(duty) == truth).Select(duty => new TriageDuty(
                duty, ApplicationDates.For(duty.Provision, findings.Basis, market)))];

        IReadOnlyList<FactUsed> FactsBehind(Rule rule) =>
            [.. InOrder(evaluation.QuestionsBehind(rule)).Where(id => answers.To(id) is not null).Select(id => new FactUsed(id, answers.To(id)!))];
    }

    /// <summary>The first question, in order, that can still matter; null when none can.</summary>
    public Question? NextQuestion(Answers answers) => StillToAsk(answers).FirstOrDefault();

    public TriageProgress Progress(Answers answers) => new(answers.Count, StillToAsk(answers).Count());

    /// <summary>What a rule comes to by itself; for the examples in the rule files.</summary>
    public Truth TruthOf(Rule rule, Answers answers) => new Evaluation(Book, answers).Of(rule);

    /// <summary>What a rule with these conditions would come to beside the rules of the book.</summary>
    public Truth TruthOf(Condition when, Condition? unless, Answers answers)
    {
        var evaluation = new Evaluation(Book, answers);
        return new[] { evaluation.Of(when), unless is null ? Truth.True : evaluation.Of(unless).Not() }.All();
    }

    /// <summary>What does not fit in an answer, or null: for answers that come from outside.</summary>
    public string? ProblemWith(string question, Answer answer) => AnswerCheck.Problem(Book.FindQuestion(question), question, answer);

    private IEnumerable<Question> StillToAsk(Answers answers)
    {
        var open = Relevance.OpenQuestions(Book, new Evaluation(Book, answers)).ToHashSet(StringComparer.Ordinal);
        return Book.Questions.Where(question => open.Contains(question.Id) && answers.To(question.Id) is null);
    }

    private IReadOnlyList<string> InOrder(IEnumerable<string> questions)
    {
        var wanted = questions.ToHashSet(StringComparer.Ordinal);
        return [.. Book.Questions.Select(question => question.Id).Where(wanted.Contains)];
    }

    private bool Ignored(KeyValuePair<string, Answer> pair) => ProblemWith(pair.Key, pair.Value) is not null;

    private IEnumerable<Bilingual> Contradictions(Answers answers, Evaluation evaluation)
    {
        foreach (var (id, answer) in answers.All)
        {
            if (Book.FindQuestion(id) is { Kind: QuestionKind.AnyOf } question
                && answer is Answer.Chosen { Choices.Count: > 1 } chosen && chosen.Choices.Contains(Question.None))
            {
                yield return new(
                    $"\"{question.Text.Nl}\": \"geen van deze\" gaat niet samen met een ander antwoord.",
                    $"\"{question.Text.En}\": \"none of these\" does not go with another answer.");
            }
        }

        foreach (var rule in Book.Rules)
        {
            if (rule.Outcome is Outcome.Contradicts contradicts && evaluation.Of(rule) == Truth.True)
                yield return contradicts.Note;
        }
    }

    private IEnumerable<WhatIf> WouldChange(Answers answers, Findings now)
    {
        foreach (var question in Book.Questions)
        {
            if (answers.To(question.Id) is not { } answer)
                continue;
            foreach (var other in Alternatives.To(question, answer))
            {
                var then = new Findings(Book, new Evaluation(Book, answers.With(question.Id, other)));
                var gained = then.ClassesFound.Except(now.ClassesFound).ToList();
                var lost = now.ClassesFound.Except(then.ClassesFound).ToList();
                if (gained.Count + lost.Count > 0)
                    yield return new WhatIf(question.Id, other, gained, lost);
            }
        }
    }
}
