namespace AiActBot.Compliance.Triage;

/// <summary>What every rule comes to for one set of answers.</summary>
internal sealed class Evaluation
{
    private readonly Dictionary<string, (Truth When, Truth Unless)> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<Condition, Truth> _conditions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, IReadOnlyCollection<string>> _behind = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Answer.Chosen> _chosen = new(StringComparer.Ordinal);
    private readonly RuleBook _book;

    public Evaluation(RuleBook book, Answers answers)
    {
        _book = book;
        foreach (var (id, answer) in answers.All)
        {
            if (answer is Answer.Chosen chosen && AnswerCheck.Problem(book.FindQuestion(id), id, chosen) is null)
                _chosen[id] = chosen;
        }

        foreach (var rule in book.Evaluation)
            _rules[rule.Id] = (Of(rule.When), rule.Unless is null ? Truth.False : Of(rule.Unless));
    }

    public Truth Of(Rule rule)
    {
        var (when, unless) = _rules[rule.Id];
        return Both(when, unless.Not());
    }

    public Truth Excluded => _book.Rules.Where(rule => rule.Outcome is Outcome.Excludes).Select(Of).Any();

    public Truth Of(Condition condition)
    {
        if (_conditions.TryGetValue(condition, out var known))
            return known;
        var truth = Find(condition);
        _conditions[condition] = truth;
        return truth;
    }

    private Truth Find(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.Select(Of).All(),
        Condition.Any any => any.Parts.Select(Of).Any(),
        Condition.Not not => Of(not.Part).Not(),
        Condition.Is it => Chosen(it.Question, it.Choice),
        Condition.Has it => Chosen(it.Question, it.Choice),
        Condition.Exempted => Producers(condition).Select(rule => Both(_rules[rule.Id].When, _rules[rule.Id].Unless)).Any(),
        _ => Producers(condition).Select(Of).Any(),
    };

    /// <summary>A class of this kind that carries duties.</summary>
    public Truth Carries(IReadOnlyList<RiskClass> classes) => _book.Rules
        .Where(rule => rule.Outcome is Outcome.AddsClass { CarriesDuties: true } adds && classes.Contains(adds.Class))
        .Select(Of)
        .Any();

    public Truth Of(Duty duty)
    {
        var added = _book.Rules.Where(rule => rule.Outcome is Outcome.AddsDuty adds && adds.DutyId == duty.Id).Select(Of).Any();
        if (duty.OnlyByRule)
            return added;

        var role = duty.Roles.Count == 0 ? Truth.True : duty.Roles.Select(role => Of(new Condition.HasRole(role))).Any();
        var risk = duty.Risks.Count == 0 ? Truth.True : Carries(duty.Risks);
        return new[] { added, new[] { role, risk, Of(duty.When) }.All() }.Any();
    }

    /// <summary>The questions whose answer made a condition what it is, or, for an unknown one, that can still decide it.</summary>
    public IReadOnlyCollection<string> QuestionsBehind(Condition condition)
    {
        if (_behind.TryGetValue(condition, out var known))
            return known;
        var truth = Of(condition);
        IEnumerable<string> behind = condition switch
        {
            Condition.Is it => [it.Question],
            Condition.Has it => [it.Question],
            Condition.All or Condition.Any or Condition.Not => condition.Children
                .Where(child => Decides(condition, truth, Of(child)))
                .SelectMany(QuestionsBehind),
            _ => Producers(condition).Where(rule => Decides(condition, truth, Weight(condition, rule))).SelectMany(QuestionsBehind),
        };
        return _behind[condition] = behind.ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> QuestionsBehind(Rule rule)
    {
        if (_behind.TryGetValue(rule, out var known))
            return known;
        var truth = Of(rule);
        var (when, unless) = _rules[rule.Id];
        // What is unknown is decided by its unknown parts only; what is known, by the parts that made it so.
        return _behind[rule] = (truth == when ? QuestionsBehind(rule.When) : [])
            .Concat(rule.Unless is not null && truth == unless.Not() ? QuestionsBehind(rule.Unless) : [])
            .ToHashSet(StringComparer.Ordinal);
    }

    private IReadOnlyList<Rule> Producers(Condition leaf) => _book.Producers(leaf);

    private Truth Weight(Condition leaf, Rule rule) =>
        leaf is Condition.Exempted ? Both(_rules[rule.Id].When, _rules[rule.Id].Unless) : Of(rule);

    private static Truth Both(Truth one, Truth other) => one < other ? one : other;

    private static bool Decides(Condition whole, Truth truth, Truth part) => whole is Condition.Not || part == truth;

    private Truth Chosen(string question, string choice) => _chosen.TryGetValue(question, out var chosen)
        ? chosen.Choices.Contains(choice) ? Truth.True : Truth.False
        : Truth.Unknown;
}
