namespace AiActBot.Compliance.Triage;

/// <summary>Finds everything that is wrong in a rule book, so that an author can mend it in one go.</summary>
internal static class RuleBookCheck
{
    public static IReadOnlyList<RuleBookProblem> Problems(
        IReadOnlyList<Question> questions, IReadOnlyList<Rule> rules, IReadOnlyList<Duty> duties) =>
    [
        .. Repeated("question", questions.Select(question => question.Id)),
        .. Repeated("rule", rules.Select(rule => rule.Id)),
        .. Repeated("duty", duties.Select(duty => duty.Id)),
        .. questions.SelectMany(Problems),
        .. rules.SelectMany(rule => Problems(rule, questions, rules, duties)),
        .. duties.SelectMany(duty => duty.When.Leaves.SelectMany(leaf => Problems($"duty {duty.Id}", leaf, questions, rules))),
        .. Circle(rules),
    ];

    private static IEnumerable<RuleBookProblem> Repeated(string kind, IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => new RuleBookProblem($"{kind} {group.Key}", "the id is used more than once"));

    private static IEnumerable<RuleBookProblem> Problems(Question question)
    {
        if (question.Choices.Count < 2)
            yield return new($"question {question.Id}", "it needs at least two choices");
        if (question.Choices.DistinctBy(choice => choice.Id, StringComparer.Ordinal).Count() != question.Choices.Count)
            yield return new($"question {question.Id}", "two choices have the same id");
        if (question.Kind == QuestionKind.AnyOf && question.Choices.All(choice => choice.Id != Question.None))
            yield return new($"question {question.Id}", $"a question with any number of choices needs the choice '{Question.None}'");
    }

    private static IEnumerable<RuleBookProblem> Problems(
        Rule rule, IReadOnlyList<Question> questions, IReadOnlyList<Rule> rules, IReadOnlyList<Duty> duties)
    {
        var where = $"rule {rule.Id}";
        foreach (var leaf in rule.When.Leaves.Concat(rule.Unless?.Leaves ?? []))
        foreach (var problem in Problems(where, leaf, questions, rules))
            yield return problem;

        if (rule.Outcome is Outcome.AddsDuty { DutyId: var duty } && duties.All(known => known.Id != duty))
            yield return new(where, $"there is no duty '{duty}'");
        foreach (var (question, answer) in rule.Fires.Concat(rule.DoesNotFire).SelectMany(example => example.All))
        {
            if (AnswerCheck.Problem(questions.FirstOrDefault(known => known.Id == question), question, answer) is { } problem)
                yield return new(where, $"in an example, {problem}");
        }
    }

    private static IEnumerable<RuleBookProblem> Problems(
        string where, Condition leaf, IReadOnlyList<Question> questions, IReadOnlyList<Rule> rules)
    {
        var (id, choice, any) = leaf switch
        {
            Condition.Is it => (it.Question, it.Choice, false),
            Condition.Has it => (it.Question, it.Choice, true),
            _ => (null, null, false),
        };
        if (id is null)
        {
            if (leaf is not Condition.All and not Condition.Any && !rules.Any(rule => RuleOrder.Answers(leaf, rule)))
                yield return new(where, $"nothing ever gives what it asks for: {leaf}");
            yield break;
        }

        var question = questions.FirstOrDefault(known => known.Id == id);
        if (question is null)
            yield return new(where, $"there is no question '{id}'");
        else if (question.Choices.All(known => known.Id != choice))
            yield return new(where, $"question '{id}' has no choice '{choice}'");
        else if (any != (question.Kind == QuestionKind.AnyOf))
            yield return new(where, $"write '{id} {(any ? "is" : "has")} {choice}' for this kind of question");
    }

    private static IEnumerable<RuleBookProblem> Circle(IReadOnlyList<Rule> rules)
    {
        var circle = RuleOrder.Of(rules).Circle;
        if (circle.Count > 0)
            yield return new($"rule {circle[0].Id}", "these rules depend on each other: " + string.Join(", ", circle.Select(rule => rule.Id)));
    }
}
