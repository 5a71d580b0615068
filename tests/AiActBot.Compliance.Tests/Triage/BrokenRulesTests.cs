using AiActBot.Compliance.Triage;

namespace AiActBot.Compliance.Tests.Triage;

/// <summary>
/// Mutation testing of the rule files: each rule, each part of each condition, each outcome and each duty is broken in memory,
/// one at a time, and an example or a scenario has to notice.
/// </summary>
public sealed class BrokenRulesTests
{
    [Fact]
    public void A_rule_that_is_broken_in_any_way_makes_an_example_or_a_scenario_fail()
    {
        var unnoticed = TheRules.Book.Rules
            .SelectMany(rule => Broken(rule).Select(change => (Rule: rule, change.What, change.Mutant)))
            .Where(change => !ExamplesNotice(change.Rule, change.Mutant) && !ScenariosNotice(Replaced(change.Rule, change.Mutant)))
            .Select(change => $"{change.Rule.Id}: {change.What}")
            .ToList();

        Assert.True(unnoticed.Count == 0, $"{unnoticed.Count} unnoticed:\n{string.Join('\n', unnoticed)}");
    }

    [Fact]
    public void A_duty_that_is_broken_in_any_way_makes_a_scenario_fail()
    {
        var unnoticed = TheRules.Book.Duties
            .SelectMany(duty => Broken(duty).Select(change => (Duty: duty, change.What, change.Mutant)))
            .Where(change => !Evaluations.Any(evaluation => evaluation.Of(change.Mutant) != evaluation.Of(change.Duty)))
            .Select(change => $"{change.Duty.Id}: {change.What}")
            .ToList();

        Assert.True(unnoticed.Count == 0, $"{unnoticed.Count} unnoticed:\n{string.Join('\n', unnoticed)}");
    }

    /// <summary>The scenarios in scope, whose duties are all in the approved lines.</summary>
    private static readonly List<Evaluation> Evaluations =
        [.. TheRules.Scenarios.Select(scenario => new Evaluation(TheRules.Book, scenario.Answers)).Where(evaluation => evaluation.Excluded != Compliance.Triage.Truth.True)];

    /// <summary>Every way to break a rule by one step.</summary>
    private static IEnumerable<(string What, Rule Mutant)> Broken(Rule rule)
    {
        foreach (var (what, when) in Broken(rule.When))
            yield return ($"when, {what}", rule with { When = when });
        if (rule.Unless is { } unless)
        {
            yield return ("without its exception", rule with { Unless = null });
            foreach (var (what, other) in Broken(unless))
                yield return ($"unless, {what}", rule with { Unless = other });
        }

        yield return ("another outcome", rule with { Outcome = Another(rule.Outcome) });
    }

    private static IEnumerable<(string What, Duty Mutant)> Broken(Duty duty)
    {
        foreach (var (what, when) in duty.When == Condition.Always ? [] : Broken(duty.When))
            yield return ($"when, {what}", duty with { When = when });
        foreach (var role in duty.OnlyByRule ? [] : duty.Roles)
            yield return ($"not for {role}", duty with { Roles = Without(duty.Roles, role) });
        if (!duty.OnlyByRule && duty.Risks.Count > 0)
            yield return ("for no class", duty with { Risks = [RiskClass.MinimalRisk] });
    }

    /// <summary>The other roles; one that nobody in the scenarios has alone, where there are none, because no role means every role.</summary>
    private static List<OperatorRole> Without(IReadOnlyList<OperatorRole> roles, OperatorRole role) =>
        roles.Where(other => other != role).ToList() is { Count: > 0 } others ? others : [OperatorRole.ProductManufacturer];

    /// <summary>Each part left out, each part denied, and "all" and "any" exchanged.</summary>
    private static IEnumerable<(string What, Condition Mutant)> Broken(Condition condition)
    {
        yield return ($"denied: {Shown(condition)}", new Condition.Not(condition));
        var parts = condition switch { Condition.All all => all.Parts, Condition.Any any => any.Parts, _ => [] };
        for (var index = 0; index < parts.Count; index++)
        {
            var (part, others) = (parts[index], parts.Where((_, other) => other != index).ToList());
            if (parts.Count > 1)
                yield return ($"left out: {Shown(part)}", With(condition, others));
            foreach (var (what, other) in Broken(part))
                yield return (what, With(condition, [.. parts.Take(index), other, .. parts.Skip(index + 1)]));
        }

        if (parts.Count > 1)
            yield return ($"all and any exchanged: {Shown(condition)}", condition is Condition.All ? new Condition.Any(parts) : new Condition.All(parts));
        if (condition is Condition.Not not)
        {
            foreach (var (what, other) in Broken(not.Part).Skip(1))
                yield return (what, new Condition.Not(other));
        }
    }

    private static Condition With(Condition condition, IReadOnlyList<Condition> parts) =>
        condition is Condition.All ? new Condition.All(parts) : new Condition.Any(parts);

    private static Outcome Another(Outcome outcome) => outcome switch
    {
        Outcome.AddsRole { Role: OperatorRole.Deployer } => new Outcome.AddsRole(OperatorRole.Importer),
        Outcome.AddsRole => new Outcome.AddsRole(OperatorRole.Deployer),
        Outcome.AddsClass { Class: RiskClass.MinimalRisk } adds => adds with { Class = RiskClass.TransparencyObligation },
        Outcome.AddsClass adds => adds with { Class = RiskClass.MinimalRisk },
        Outcome.AddsDuty => new Outcome.AddsDuty("ai-literacy"),
        Outcome.Excludes => new Outcome.AddsClass(RiskClass.MinimalRisk, ArticleReference.Parse("art-95")),
        Outcome.Establishes => new Outcome.Establishes("nothing-asks-for-this"),
        _ => new Outcome.Excludes(),
    };

    private static bool ExamplesNotice(Rule rule, Rule mutant)
    {
        if (mutant.When == rule.When && mutant.Unless == rule.Unless)
            return false;
        // A rule's own conditions are read with everything else as it is: the evaluation of the book answers for the rest.
        return rule.Fires.Any(answers => Truth(mutant, answers) != Compliance.Triage.Truth.True)
            || rule.DoesNotFire.Any(answers => Truth(mutant, answers) != Compliance.Triage.Truth.False);
    }

    private static Truth Truth(Rule mutant, Answers answers) => TheRules.Engine.TruthOf(mutant.When, mutant.Unless, answers);

    private static bool ScenariosNotice(RuleBook? broken)
    {
        if (broken is null)
            return true;
        var engine = new TriageEngine(broken);
        return TheRules.Scenarios.Any(scenario => Outcomes.Of(engine, scenario.Answers) != Approved[scenario.Id]);
    }

    // The same lines that are approved; another test holds them to the file.
    private static readonly Dictionary<string, string> Approved =
        TheRules.Scenarios.ToDictionary(scenario => scenario.Id, scenario => Outcomes.Of(TheRules.Engine, scenario.Answers));

    /// <returns>The book with the broken rule; null when that cannot be a book at all, which loading it would say.</returns>
    private static RuleBook? Replaced(Rule rule, Rule mutant)
    {
        try
        {
            return new RuleBook(
                TheRules.Book.Version, TheRules.Book.Questions, [.. TheRules.Book.Rules.Select(other => other == rule ? mutant : other)], TheRules.Book.Duties);
        }
        catch (InvalidRuleBookException)
        {
            return null;
        }
    }

    private static string Shown(Condition condition) => condition switch
    {
        Condition.All all => $"all({string.Join(", ", all.Parts.Select(Shown))})",
        Condition.Any any => $"any({string.Join(", ", any.Parts.Select(Shown))})",
        Condition.Not not => $"not {Shown(not.Part)}",
        Condition.Is it => $"{it.Question} is {it.Choice}",
        Condition.Has it => $"{it.Question} has {it.Choice}",
        Condition.HasClass { Within: { } within } it => $"class {it.Class} within {within}",
        Condition.HasClass it => $"class {it.Class}",
        _ => condition.ToString(),
    };
}
