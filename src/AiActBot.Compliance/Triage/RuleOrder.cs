namespace AiActBot.Compliance.Triage;

/// <summary>
/// Puts each rule after the rules whose outcome it asks for, so that "no other class" is asked only when all classes have
/// been decided. Rules that depend on each other in a circle have no such order and are refused.
/// </summary>
internal static class RuleOrder
{
    public static (IReadOnlyList<Rule> Order, IReadOnlyList<Rule> Circle) Of(IReadOnlyList<Rule> rules)
    {
        var order = new List<Rule>(rules.Count);
        var open = rules.ToList();
        while (open.Count > 0)
        {
            var ready = open.Where(rule => !open.Any(other => DependsOn(rule, other))).ToList();
            if (ready.Count == 0)
                return (order, open);
            order.AddRange(ready);
            open.RemoveAll(ready.Contains);
        }

        return (order, []);
    }

    public static bool DependsOn(Rule rule, Rule other) => Asked(rule).Any(leaf => Answers(leaf, other));

    /// <summary>Whether what a rule adds is what a condition asks for.</summary>
    public static bool Answers(Condition leaf, Rule rule) => (leaf, rule.Outcome) switch
    {
        (Condition.HasRole asked, Outcome.AddsRole adds) => asked.Role == adds.Role,
        (Condition.HasClass asked, Outcome.AddsClass adds) =>
            asked.Class == adds.Class && (asked.Within is not { } within || within.Contains(adds.Provision)),
        (Condition.HasFact asked, Outcome.Establishes adds) => asked.Fact == adds.Fact,
        (Condition.Exempted asked, _) => rule.Unless is not null && asked.Within.Contains(rule.Provision),
        _ => false,
    };

    private static IEnumerable<Condition> Asked(Rule rule) => rule.Unless is null ? rule.When.Leaves : rule.When.Leaves.Concat(rule.Unless.Leaves);
}
