using System.Text.Json;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Hosting;
using AiActBot.Triage;
using AiActBot.Triage.RuleFiles;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.CorrectiveActions;

/// <summary>What a triage by the rules of the product means for the duties of a case, read back from what the register keeps.</summary>
public sealed class HighRiskGroundTests
{
    private static readonly Answers Machine = Answers.Empty.With("subject", "system").With("product-law", "section-b").With("product-part", "itself")
        .With("third-party-assessment", "health-safety");

    private static readonly Answers Selection = Answers.Empty.With("subject", "system").With("areas", "employment").With("employment-use", "recruitment").With("profiling", "yes");

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

    [Theory]
    [InlineData("nl-NL", "Artikel 2, lid 2,", "noemt de verordening niemand")]
    [InlineData("en-GB", "Article 2(2)", "the Regulation names nobody")]
    public async Task The_card_of_duties_sends_who_makes_a_machine_to_product_law(string locale, string where, string nobody)
    {
        var card = await DutiesAsync(locale, Machine.With("areas", "none"));

        Assert.Contains(where, card.Text, StringComparison.Ordinal);
        Assert.Contains(nobody, card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "(artikel 111, lid 2)")]
    [InlineData("en-GB", "(Article 111(2))")]
    public async Task The_card_of_duties_names_the_condition_for_what_was_there_before(string locale, string condition)
    {
        Assert.Contains(condition, (await DutiesAsync(locale, Selection.With("on-market", "before-2026-08-02"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(condition, (await DutiesAsync(locale, Selection)).Text, StringComparison.Ordinal);
    }

    private static async Task<Card> DutiesAsync(string locale, Answers answers)
    {
        await using var cast = await Cast.StartAsync(locale);
        var (outcome, given) = Kept(answers);
        Assert.Equal(1, await cast.Bot.WithDbAsync(db => db.Assessments.ExecuteUpdateAsync(set => set.SetProperty(a => a.Outcome, outcome).SetProperty(a => a.Answers, given))));
        return (await cast.Pieter.PressesVerbAsync(await cast.AwaitsPieterAsync(), Verbs.ShowDuties)).Card;
    }

    private static (RiskBasis, bool) Of(Answers answers)
    {
        var ground = Ground(answers);
        return (ground.Basis, ground.IsLeftToProductLaw);
    }

    private static HighRiskGround Ground(Answers answers)
    {
        var (outcome, given) = Kept(answers);
        return HighRiskGround.Of(outcome, given);
    }

    private static (string Outcome, string Answers) Kept(Answers answers)
    {
        var engine = new TriageEngine(RuleBookFolder.LoadWithScenarios(Path.Combine(Path.GetDirectoryName(SettingsTemplateTests.Find("appsettings.template.json"))!, "knowledge", "rules")).Book);
        return (JsonSerializer.Serialize(TriageReport.Of(engine.Evaluate(answers), Language.Dutch), TriageReportJson.Default.TriageReport), GivenAnswers.Of(answers).Write());
    }
}
