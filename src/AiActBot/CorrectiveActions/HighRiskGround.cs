using System.Text.Json;
using AiActBot.Compliance;
using AiActBot.Triage;

namespace AiActBot.CorrectiveActions;

/// <summary>On what ground the last triage found a system high-risk; it decides which duties of a case apply, and from when.</summary>
/// <param name="Market">What Article 111 makes of a system that was there before a date of application.</param>
/// <param name="IsLeftToProductLaw">
/// High-risk by Annex I, Section B, and by nothing else: of the Regulation only Articles 6(1), 60a and 102 to 112 apply (Article 2(2)).
/// </param>
internal sealed record HighRiskGround(RiskBasis Basis, MarketHistory Market, bool IsLeftToProductLaw)
{
    private const string SectionB = "anx-I.B";

    /// <summary>Before a triage.</summary>
    public static HighRiskGround Undetermined { get; } = new(RiskBasis.Undetermined, MarketHistory.Unknown, false);

    /// <param name="outcome">Of an assessment, as JSON.</param>
    /// <param name="answers">Of the same assessment, as JSON.</param>
    public static HighRiskGround Of(string outcome, string answers)
    {
        List<string> provisions = [.. JsonSerializer.Deserialize(outcome, TriageReportJson.Default.TriageReport)!.Risk.Select(risk => risk.Provision)];
        List<string> high = [.. provisions.Where(IsHighRisk)];
        return new HighRiskGround(BasisOf(provisions), MarketHistory.Of(GivenAnswers.Read(answers).ToAnswers()), high.Count > 0 && high.TrueForAll(id => id.StartsWith(SectionB, StringComparison.Ordinal)));
    }

    private static RiskBasis BasisOf(List<string> provisions) => provisions switch
    {
        // Both: the earlier date is the one that cannot be missed.
        _ when provisions.Exists(IsAnnexIII) => RiskBasis.AnnexIII,
        _ when provisions.Exists(IsAnnexI) => RiskBasis.AnnexI,
        _ => RiskBasis.Undetermined,
    };

    private static bool IsHighRisk(string id) => IsAnnexIII(id) || IsAnnexI(id);

    private static bool IsAnnexIII(string id) => id.StartsWith("anx-III", StringComparison.Ordinal) || id.StartsWith("art-6.2", StringComparison.Ordinal);

    private static bool IsAnnexI(string id) =>
        id == "anx-I" || id.StartsWith("anx-I.", StringComparison.Ordinal) || id.StartsWith("art-6.1", StringComparison.Ordinal);
}
