using System.Globalization;
using AiActBot.Compliance.Triage;

namespace AiActBot.Compliance.Tests.Triage;

/// <summary>
/// What triage finds for every scenario, in lines that a jurist reads and approves: roles, classes, duties with their dates,
/// and the provisions of what is noted. A change of a rule shows here as a change of a line.
/// </summary>
internal static class Outcomes
{
    public static string File { get; } = Path.Combine(ReferenceData.RepositoryRoot, "tests", "AiActBot.Compliance.Tests", "Triage", "outcomes.approved.txt");

    public static string Of(TriageEngine engine, Answers answers)
    {
        var found = engine.Evaluate(answers, withAlternatives: false);
        return string.Join('\n',
        [
            "  roles: " + string.Join(", ", found.Roles),
            "  classes: " + string.Join(", ", found.Risk.Select(finding => $"{finding.Class} {finding.Provision}")),
            .. found.Duties.Select(duty => "  - " + Line(duty)),
            .. Notes(found).Select(rule => $"  ! {rule.Id} ({rule.Provision})"),
        ]);
    }

    public static string OfAll(TriageEngine engine) =>
        string.Join('\n', TheRules.Scenarios.Select(scenario => $"{scenario.Id}\n{Of(engine, scenario.Answers)}\n"));

    private static string Line(TriageDuty duty) => $"{duty.Id} ({duty.Provision}) from {Day(duty.AppliesFrom)}"
        + (duty.Applies.AlternativeFrom is { } other ? $" or {Day(other)}" : "") + (duty.Applies.Condition is null ? "" : ", once changed");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<Rule> Notes(TriageOutcome outcome) => outcome.FiredRules.Select(fired => fired.Rule)
        .Where(rule => rule.Outcome is Outcome.NeedsReview or Outcome.Advises or Outcome.Contradicts);
}
