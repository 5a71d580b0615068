using System.Text.Json;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.CorrectiveActions;
using AiActBot.Tests.Hosting;
using AiActBot.Triage;
using AiActBot.Triage.RuleFiles;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>What a triage by the rules of the product means for the duties of a case, read back from what the register keeps.</summary>
public sealed class HighRiskGroundTests
{
    private static readonly Answers Machine = Answers.Empty.With("subject", "system").With("product-law", "section-b").With("product-part", "itself")
        .With("third-party-assessment", "health-safety");

    [Fact]
    public void Of_annex_I_section_B_alone_the_duties_are_in_product_law() =>
        Assert.Equal((RiskBasis.AnnexI, true), Of(Machine.With("areas", "none")));

    [Fact]
    public void With_a_use_of_annex_III_beside_it_they_are_in_the_regulation_too() => Assert.Equal(
        (RiskBasis.AnnexIII, false),
        Of(Machine.With("areas", "employment").With("employment-use", "recruitment").With("profiling", "yes")));

    [Fact]
    public void Of_section_A_they_are_in_the_regulation() =>
        Assert.Equal((RiskBasis.AnnexI, false), Of(Machine.With("product-law", "section-a").With("areas", "none")));

    [Fact]
    public void What_was_there_before_is_remembered() =>
        Assert.Equal(new DateOnly(2026, 8, 1), Ground(Machine.With("on-market", "before-2026-08-02")).Market.PlacedOnMarket);

    private static (RiskBasis, bool) Of(Answers answers)
    {
        var ground = Ground(answers);
        return (ground.Basis, ground.IsLeftToProductLaw);
    }

    private static HighRiskGround Ground(Answers answers)
    {
        var engine = new TriageEngine(RuleBookFolder.LoadWithScenarios(Path.Combine(Path.GetDirectoryName(SettingsTemplateTests.Find("appsettings.template.json"))!, "knowledge", "rules")).Book);
        return HighRiskGround.Of(
            JsonSerializer.Serialize(TriageReport.Of(engine.Evaluate(answers), Language.Dutch), TriageReportJson.Default.TriageReport),
            GivenAnswers.Of(answers).Write());
    }
}
