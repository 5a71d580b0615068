using AiActBot.Compliance.Triage;

namespace AiActBot.Compliance.Tests.Triage.Beslishulp;

internal enum Aspect
{
    Role,
    Class,
    Transparency,
}

/// <summary>A known reason to find something else than the tree does.</summary>
/// <param name="Applies">Whether a path is of this kind, whatever we find on it.</param>
/// <param name="Expected">What we then find instead: the words of <see cref="Comparison.Ours"/>.</param>
internal sealed record Deviation(string Name, Aspect Aspect, string Provisions, Func<TreePath, bool> Applies, Func<TreePath, string> Expected);

/// <summary>What the tree finds and what we find, in the same words.</summary>
internal static class Comparison
{
    public const string WithAdjustments = "We gebruiken een extern ontwikkelde toepassing met aanpassingen";

    /// <summary>The tree ends without having asked it.</summary>
    public const string NotAsked = "not asked";

    private const string OutOfScope = "out of scope";
    private const string HighRisk = "high-risk";
    private const string Other = "not high-risk";

    /// <summary>Each with the provision that it rests on; a path that deviates otherwise is an error of theirs or ours that nobody has looked at.</summary>
    public static readonly IReadOnlyList<Deviation> Deviations =
    [
        new("adjustments make a provider only of a high-risk system", Aspect.Role, "art-25.1",
            path => !IsModel(path) && path.Chosen["1.2"] == WithAdjustments && !IsHighRisk(path), _ => "Deployer"),
        new("who changes what Annex I, Section B covers is under other law", Aspect.Role, "art-2.2",
            path => !IsModel(path) && path.Chosen["1.2"] == WithAdjustments && IsOfSectionB(path), _ => "Deployer"),
        new("the transparency of what Annex I, Section B covers is under other law", Aspect.Transparency, "art-2.2",
            path => IsOfSectionB(path) && IsHighRisk(path), _ => "no"),
        new("a model has no deployer: using it is using a system", Aspect.Role, "art-3.4",
            path => IsModel(path) && path.Has("gebruiksverantwoordelijke"), path => path.Chosen["1.2"] == WithAdjustments || !path.Has("aanbieder") ? "" : "Provider"),
        new("importers and distributors are of systems, not of models", Aspect.Role, "art-3.6, art-3.7",
            path => IsModel(path) && (path.Has("importeur") || path.Has("distributeur")), _ => ""),
        new("without an assessment by a third party a product is not high-risk", Aspect.Class, "art-6.1.b",
            path => path.Chosen.GetValueOrDefault("2.7.1") == "Nee", _ => Other),
    ];

    public static string Theirs(Aspect aspect, TreePath path) => aspect switch
    {
        Aspect.Role => IsOut(path) ? "" : string.Join(" ", new[]
        {
            path.Has("aanbieder") ? "Provider" : null, path.Has("gebruiksverantwoordelijke") ? "Deployer" : null,
            path.Has("importeur") ? "Importer" : null, path.Has("distributeur") ? "Distributor" : null,
        }.OfType<string>()),
        Aspect.Class => TheirClass(path),
        _ => path.Has("transparantieverplichting") && !IsOut(path) ? "yes" : path.Has("geen transparantieverplichting") || IsOut(path) ? "no" : NotAsked,
    };

    public static string Ours(Aspect aspect, TriageOutcome outcome) => aspect switch
    {
        Aspect.Role => string.Join(" ", outcome.Roles),
        Aspect.Class => OurClass(outcome),
        _ => outcome.Risk.Any(finding => finding.Class == RiskClass.TransparencyObligation) ? "yes" : "no",
    };

    private static string TheirClass(TreePath path)
    {
        if (IsOut(path))
            return OutOfScope;
        if (path.Has("verboden AI"))
            return "prohibited";
        if (IsModel(path))
            return path.Has("systeemrisico") ? "model with systemic risk" : "model";
        return IsHighRisk(path, asTheTreeSays: true) ? HighRisk : Other;
    }

    private static string OurClass(TriageOutcome outcome)
    {
        var classes = outcome.Risk.Select(finding => finding.Class).ToHashSet();
        return classes.Contains(RiskClass.OutOfScope) ? OutOfScope
            : classes.Contains(RiskClass.Prohibited) ? "prohibited"
            : classes.Contains(RiskClass.HighRisk) ? HighRisk
            : classes.Contains(RiskClass.GeneralPurposeModelWithSystemicRisk) ? "model with systemic risk"
            : classes.Contains(RiskClass.GeneralPurposeModel) ? "model"
            : outcome.PossibleRisk.Any(finding => finding.Class.Seriousness() > RiskClass.TransparencyObligation.Seriousness()) ? "undetermined"
            : Other;
    }

    private static bool IsOut(TreePath path) => path.Conclusion.StartsWith("11.", StringComparison.Ordinal);

    private static bool IsModel(TreePath path) => path.Has("AI-model voor algemene doeleinden") && !IsOut(path);

    private static bool IsOfSectionB(TreePath path) => path.Chosen.GetValueOrDefault("2.3")?.Contains("Sectie B", StringComparison.Ordinal) == true;

    private static bool IsHighRisk(TreePath path, bool asTheTreeSays = false)
    {
        // Importers and distributors get the conclusion of high risk without the label when a prohibition is excepted.
        var conclusionOnly = path.Chosen.GetValueOrDefault("2.2") == "Ja" && !path.Chosen.ContainsKey("2.3");
        return (path.Has("hoog-risico AI") || conclusionOnly) && (asTheTreeSays || path.Chosen.GetValueOrDefault("2.7.1") != "Nee");
    }
}
