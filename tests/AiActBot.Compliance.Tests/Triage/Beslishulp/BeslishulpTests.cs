using System.Text.Json;
using AiActBot.Compliance.Triage;
using Xunit.Abstractions;

namespace AiActBot.Compliance.Tests.Triage.Beslishulp;

/// <summary>
/// Plays every path of the government's decision help on our rules. Its tree is reference data beside the checkout and no part
/// of the product: where it is absent, these tests are skipped by name.
/// </summary>
public sealed class BeslishulpTests(ITestOutputHelper output)
{
    private const string Tree = "beslishulp/decision-tree.json";

    [SkippableFact]
    public void Every_path_agrees_with_us_or_deviates_for_a_reason_with_a_provision()
    {
        var paths = DecisionTree.Read(File()).Paths().ToList();
        Assert.Equal(3140, paths.Count);
        var engine = TheRules.Engine;
        var found = paths.Select(path => (Path: path, Outcome: engine.Evaluate(Mapping.Of(path), withAlternatives: false))).ToList();

        var unexplained = new List<string>();
        foreach (var aspect in Enum.GetValues<Aspect>())
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (path, outcome) in found)
            {
                var (theirs, ours) = (Comparison.Theirs(aspect, path), Comparison.Ours(aspect, outcome));
                var reason = theirs == Comparison.NotAsked ? "not asked there" : theirs == ours ? "agree" : Reason(aspect, path, ours);
                if (reason is null)
                    unexplained.Add($"{aspect}: they find '{theirs}', we '{ours}': {path}");
                else
                    counts[reason] = counts.GetValueOrDefault(reason) + 1;
            }

            foreach (var (reason, count) in counts.OrderByDescending(pair => pair.Value))
                output.WriteLine($"{aspect}: {count} {reason}");
        }

        Assert.True(unexplained.Count == 0, $"{unexplained.Count} unexplained:\n{string.Join('\n', unexplained.Take(20))}");
    }

    [SkippableFact]
    public void Every_named_deviation_happens_and_rests_on_a_provision_of_the_act()
    {
        var paths = DecisionTree.Read(File()).Paths().ToList();

        Assert.All(Comparison.Deviations, deviation =>
        {
            Assert.All(deviation.Provisions.Split(", "), id => Assert.True(ArticleReference.TryParse(id, out _), id));
            Assert.Contains(paths, path => deviation.Applies(path)
                && Comparison.Theirs(deviation.Aspect, path) != Comparison.Ours(deviation.Aspect, TheRules.Engine.Evaluate(Mapping.Of(path), withAlternatives: false)));
        });
    }

    /// <summary>The tree states the duties of a provider who is also deployer, without high risk, as those of a deployer alone (Articles 3(3), 50(1) and (2)).</summary>
    [SkippableFact]
    public void A_provider_who_is_also_deployer_keeps_the_duties_of_a_provider_which_the_tree_loses()
    {
        var conclusions = Conclusions();
        Assert.Equal(conclusions["13.0.3"].Obligation, conclusions["14.0.3"].Obligation);

        var both = Duties(path => path.Conclusion == "14.0.3" && path.Chosen["1.2"] != Comparison.WithAdjustments);
        var provider = Duties(path => path.Conclusion == "12.0.3");

        Assert.Contains("tell-it-is-ai", provider.Select(duty => duty.Id));
        Assert.Empty(provider.Select(duty => duty.Id).Except(both.Select(duty => duty.Id)));
    }

    /// <summary>The tree knows one date for high risk; Annex I has its own (Article 113(c)(ii)), and Section B leaves the duties to other law (Article 2(2)).</summary>
    [SkippableFact]
    public void High_risk_by_annex_i_has_its_own_date_and_section_b_its_own_law()
    {
        Assert.DoesNotContain(Conclusions().Values, conclusion => conclusion.Obligation.Contains("augustus 2028", StringComparison.Ordinal));

        var sectionA = Duties(path => path.Conclusion == "12.0.2" && path.Chosen.GetValueOrDefault("2.7.1") == "Ja");
        var sectionB = Duties(path => path.Conclusion == "12.0.2" && path.Chosen.GetValueOrDefault("2.3")?.Contains("Sectie B", StringComparison.Ordinal) == true);

        Assert.Equal(ApplicationDates.HighRiskAnnexI, sectionA.Single(duty => duty.Id == "risk-management").AppliesFrom);
        Assert.Empty(sectionB);
    }

    private static string? Reason(Aspect aspect, TreePath path, string ours) =>
        Comparison.Deviations.FirstOrDefault(deviation => deviation.Aspect == aspect && deviation.Applies(path) && deviation.Expected(path) == ours) is { } known
            ? $"{known.Name} ({known.Provisions})"
            : null;

    private static IReadOnlyList<TriageDuty> Duties(Func<TreePath, bool> which) =>
        TheRules.Engine.Evaluate(Mapping.Of(DecisionTree.Read(File()).Paths().First(which)), withAlternatives: false).Duties;

    private static Dictionary<string, (string Id, string Obligation)> Conclusions()
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(File()));
        return document.RootElement.GetProperty("conclusions").EnumerateArray()
            .Select(conclusion => (Id: conclusion.GetProperty("conclusionId").GetString()!, Obligation: conclusion.TryGetProperty("obligation", out var text) ? text.GetString() ?? "" : ""))
            .ToDictionary(conclusion => conclusion.Id);
    }

    private static string File()
    {
        var file = ReferenceData.Find(Tree);
        Skip.If(file is null, $"The Beslishulp's tree is not beside this checkout ({Tree}).");
        return file;
    }
}
