using System.Collections.Frozen;

namespace AiActBot.Compliance.Triage;

/// <summary>Something wrong in a rule book: in which question, rule or duty, and what, in words.</summary>
public sealed record RuleBookProblem(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}

/// <summary>A rule book that cannot be used, with everything that is wrong in it.</summary>
public sealed class InvalidRuleBookException(IReadOnlyList<RuleBookProblem> problems)
    : Exception("The triage rules cannot be used: " + string.Join("; ", problems))
{
    public IReadOnlyList<RuleBookProblem> Problems { get; } = problems;
}

/// <summary>
/// The questions, rules and duties that triage works with. One that exists is sound: every reference resolves, and no rule
/// depends on itself.
/// </summary>
public sealed class RuleBook
{
    private readonly FrozenDictionary<object, Rule[]> _producers;

    /// <param name="version">Which state of the law and of the rules this is; systems triaged under another are looked at again.</param>
    /// <exception cref="InvalidRuleBookException">Something in it is wrong.</exception>
    public RuleBook(string version, IReadOnlyList<Question> questions, IReadOnlyList<Rule> rules, IReadOnlyList<Duty> duties)
    {
        var problems = RuleBookCheck.Problems(questions, rules, duties);
        if (problems.Count > 0)
            throw new InvalidRuleBookException(problems);

        Version = version;
        Questions = questions;
        Rules = rules;
        Duties = duties;
        Evaluation = RuleOrder.Of(rules).Order;
        QuestionById = questions.ToFrozenDictionary(question => question.Id, StringComparer.Ordinal);
        _producers = rules.SelectMany(rule => rule.When.Leaves.Concat(rule.Unless?.Leaves ?? []))
            .Concat(duties.SelectMany(duty => duty.When.Leaves))
            .Distinct<object>(ReferenceEqualityComparer.Instance)
            .ToFrozenDictionary(leaf => leaf, leaf => ProducersOf((Condition)leaf, rules), ReferenceEqualityComparer.Instance);
        DutyById = duties.ToFrozenDictionary(duty => duty.Id, StringComparer.Ordinal);
    }

    public string Version { get; }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<Question> Questions { get; }

    public IReadOnlyList<Rule> Rules { get; }

    public IReadOnlyList<Duty> Duties { get; }

    public Question? FindQuestion(string id) => QuestionById.GetValueOrDefault(id);

    public Duty? FindDuty(string id) => DutyById.GetValueOrDefault(id);

    /// <summary>The rules, each after those whose outcome it asks for.</summary>
    internal IReadOnlyList<Rule> Evaluation { get; }

    /// <summary>The rules whose outcome a condition asks for. Known beforehand for the book's own, which are asked for at every answer.</summary>
    internal IReadOnlyList<Rule> Producers(Condition leaf) => _producers.GetValueOrDefault(leaf) ?? ProducersOf(leaf, Rules);

    private static Rule[] ProducersOf(Condition leaf, IReadOnlyList<Rule> rules) => [.. rules.Where(rule => RuleOrder.Answers(leaf, rule))];

    private FrozenDictionary<string, Question> QuestionById { get; }

    private FrozenDictionary<string, Duty> DutyById { get; }
}
