using System.Text.Json;
using System.Text.Json.Serialization;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;

namespace AiActBot.Triage;

/// <summary>The outcome for machines: what <c>triage --json</c> prints and what the register keeps.</summary>
internal sealed record TriageReport(
    IReadOnlyList<string> Roles,
    IReadOnlyList<ReportedRisk> Risk,
    IReadOnlyList<ReportedDuty> Duties,
    IReadOnlyList<string> FiredRules,
    IReadOnlyList<string> NeedsReview,
    IReadOnlyList<string> OpenQuestions)
{
    public static TriageReport Of(TriageOutcome outcome, Language language) => new(
        [.. outcome.Roles.Select(role => Word(role))],
        [.. outcome.Risk.Select(finding => new ReportedRisk(Word(finding.Class), finding.Provision.ToString()))],
        [.. outcome.Duties.Select(duty => new ReportedDuty(duty.Id, duty.Provision.ToString(), duty.AppliesFrom))],
        [.. outcome.FiredRules.Select(fired => fired.Rule.Id)],
        [.. outcome.NeedsReview.Concat(outcome.Contradictions).Select(note => note.In(language))],
        outcome.OpenQuestions);

    /// <summary>As in the rule files: <c>high-risk</c>, <c>authorised-representative</c>.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

internal sealed record ReportedRisk(string Class, string Provision);

internal sealed record ReportedDuty(string Id, string Provision, DateOnly AppliesFrom);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(TriageReport))]
internal sealed partial class TriageReportJson : JsonSerializerContext;
