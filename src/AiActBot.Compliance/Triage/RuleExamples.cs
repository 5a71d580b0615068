namespace AiActBot.Compliance.Triage;

/// <summary>Runs the examples that each rule brings: those that fire it, and those that do not.</summary>
public static class RuleExamples
{
    /// <summary>Every rule that lacks an example of each kind, or whose example comes out otherwise.</summary>
    public static IReadOnlyList<RuleBookProblem> Problems(TriageEngine engine) => [.. engine.Book.Rules.SelectMany(rule => Problems(engine, rule))];

    private static IEnumerable<RuleBookProblem> Problems(TriageEngine engine, Rule rule)
    {
        var where = $"rule {rule.Id}";
        if (rule.Fires.Count == 0 || rule.DoesNotFire.Count == 0)
            yield return new(where, "it needs an example that fires it and one that does not");

        foreach (var (answers, expected) in rule.Fires.Select(answers => (answers, Truth.True))
                     .Concat(rule.DoesNotFire.Select(answers => (answers, Truth.False))))
        {
            var found = engine.TruthOf(rule, answers);
            if (found != expected)
                yield return new(where, $"the example ({Shown(answers)}) comes out as {found}, not {expected}");
        }
    }

    private static string Shown(Answers answers) => string.Join("; ", answers.All.Select(pair => $"{pair.Key}: {pair.Value}"));
}
