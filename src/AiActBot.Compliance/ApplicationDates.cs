using System.Globalization;

namespace AiActBot.Compliance;

/// <summary>
/// From when each provision applies: Article 113 as amended by Regulation (EU) 2026/1744, with Article 111 for what was
/// already on the market. The same dates stand in <c>knowledge/calendar.yaml</c>; a test holds the two together.
/// </summary>
public static class ApplicationDates
{
    public static readonly DateOnly ProhibitionsAndLiteracy = new(2025, 2, 2);
    public static readonly DateOnly GeneralPurposeModelsAndGovernance = new(2025, 8, 2);
    public static readonly DateOnly OmnibusInForce = new(2026, 7, 27);
    public static readonly DateOnly General = new(2026, 8, 2);
    public static readonly DateOnly OmnibusProhibitions = new(2026, 12, 2);
    public static readonly DateOnly MarkingOfExistingGenerativeSystems = new(2026, 12, 2);
    public static readonly DateOnly GeneralPurposeModelsBeforeAugust2025 = new(2027, 8, 2);
    public static readonly DateOnly HighRiskAnnexIII = new(2027, 12, 2);
    public static readonly DateOnly HighRiskAnnexI = new(2028, 8, 2);
    public static readonly DateOnly LegacyPublicAuthorities = new(2030, 8, 2);
    public static readonly DateOnly LargeScaleItBefore = new(2027, 8, 2);
    public static readonly DateOnly LegacyLargeScaleIt = new(2030, 12, 31);

    // These follow one annex only, whatever is known of the system.
    private static readonly ArticleReference[] OfAnnexIII =
        [.. new[] { "anx-III", "art-6.2", "art-6.3", "art-6.4" }.Select(ArticleReference.Parse)];

    private static readonly ArticleReference[] OfAnnexI =
        [.. new[] { "anx-I", "art-6.1", "art-6.1a", "art-6.1b", "art-6.1c", "art-25.3" }.Select(ArticleReference.Parse)];

    private static readonly ArticleReference RegistrationOfExempted = ArticleReference.Parse("art-49.2");

    // Of its article only this paragraph speaks of high-risk systems: it stands in for Article 73.
    private static readonly ArticleReference IncidentsToAiOffice = ArticleReference.Parse("art-75.1a");
    private static readonly ArticleReference MarkingDuty = ArticleReference.Parse("art-50.2");
    private static readonly ArticleReference GuidelinesOnArticle6 = ArticleReference.Parse("art-6.5");

    private static readonly ArticleReference[] AddedProhibitions =
        [.. new[] { "art-5.1.ba", "art-5.1.bb", "art-5.1a", "art-5.1b" }.Select(ArticleReference.Parse)];

    private static readonly Bilingual WhichAnnex = new(
        "Het hangt ervan af of het systeem een hoog risico heeft op grond van bijlage III (2 december 2027) of bijlage I (2 augustus 2028).",
        "It depends on whether the system is high-risk by Annex III (2 December 2027) or by Annex I (2 August 2028).");

    private static readonly Bilingual HighRiskComesLater = new(
        "Deze bepaling geldt sinds 2 augustus 2026, maar of een systeem een hoog risico heeft volgt uit artikel 6, dat later gaat gelden. "
        + "Laat een jurist bepalen welke datum je aanhoudt.",
        "This provision applies since 2 August 2026, but whether a system is high-risk follows from Article 6, which applies later. "
        + "Let counsel decide which date you work by.");

    private static readonly Bilingual OnlyAfterSignificantChange = new(
        "Het systeem was er al voor deze datum: de regels gelden pas als het ontwerp daarna aanzienlijk verandert (artikel 111, lid 2).",
        "The system was there before this date: the rules apply only once its design changes significantly after it (Article 111(2)).");

    /// <exception cref="ArgumentException">A recital has no date of application.</exception>
    public static ApplicationDate For(ArticleReference provision, RiskBasis basis, MarketHistory? history = null)
    {
        var market = history ?? MarketHistory.Unknown;
        if (provision.Kind == ProvisionKind.Recital || provision == default)
            throw new ArgumentException($"'{provision}' has no date of application.", nameof(provision));
        if (AddedProhibitions.Any(added => added.Contains(provision)))
            return new ApplicationDate(OmnibusProhibitions);
        if (GuidelinesOnArticle6.Contains(provision))
            return new ApplicationDate(General);
        if (MarkingDuty.Contains(provision))
            return new ApplicationDate(market.PlacedOnMarket < General ? MarkingOfExistingGenerativeSystems : General);

        if (OfAnnexIII.Any(whole => whole.Contains(provision)) || RegistrationOfExempted.Contains(provision))
            basis = RiskBasis.AnnexIII;
        if (OfAnnexI.Any(whole => whole.Contains(provision)))
            basis = RiskBasis.AnnexI;

        return (IncidentsToAiOffice.Contains(provision) ? Group.FollowsHighRisk : GroupOf(provision)) switch
        {
            Group.First => new ApplicationDate(ProhibitionsAndLiteracy),
            Group.Inserted => new ApplicationDate(OmnibusInForce),
            Group.Governance => new ApplicationDate(GeneralPurposeModelsAndGovernance),
            Group.Models => new ApplicationDate(market.PlacedOnMarket < GeneralPurposeModelsAndGovernance
                ? GeneralPurposeModelsBeforeAugust2025
                : GeneralPurposeModelsAndGovernance),
            Group.HighRisk => HighRisk(basis, market),
            Group.FollowsHighRisk when basis != RiskBasis.NotHighRisk => FollowsHighRisk(basis, market),
            _ => new ApplicationDate(General),
        };
    }

    private static ApplicationDate FollowsHighRisk(RiskBasis basis, MarketHistory market)
    {
        var own = HighRisk(basis, market);
        // What was there before is under the Regulation only on the terms of Article 111, from whatever chapter the duty comes.
        return IsLegacy(basis, market)
            ? own
            : new ApplicationDate(General, basis == RiskBasis.AnnexI ? HighRiskAnnexI : HighRiskAnnexIII, HighRiskComesLater);
    }

    private static ApplicationDate HighRisk(RiskBasis basis, MarketHistory market)
    {
        if (basis is RiskBasis.Undetermined or RiskBasis.NotHighRisk)
            return new ApplicationDate(HighRiskAnnexIII, HighRiskAnnexI, WhichAnnex);

        var from = FromOf(basis);
        if (!IsLegacy(basis, market))
            return new ApplicationDate(from);
        if (market.LargeScaleIt && market.PlacedOnMarket < LargeScaleItBefore)
            return new ApplicationDate(LegacyLargeScaleIt);
        return market.ForPublicAuthorities
            ? new ApplicationDate(LegacyPublicAuthorities)
            : new ApplicationDate(from) { Condition = OnlyAfterSignificantChange };
    }

    private static bool IsLegacy(RiskBasis basis, MarketHistory market) =>
        basis is RiskBasis.AnnexI or RiskBasis.AnnexIII && market.PlacedOnMarket < FromOf(basis) && !market.ChangedSince;

    private static DateOnly FromOf(RiskBasis basis) => basis == RiskBasis.AnnexI ? HighRiskAnnexI : HighRiskAnnexIII;

    private enum Group
    {
        First,
        Inserted,
        Governance,
        Models,
        HighRisk,
        FollowsHighRisk,
        Later,
    }

    private static Group GroupOf(ArticleReference provision) => provision.Kind == ProvisionKind.Annex
        ? provision.Number switch
        {
            "I" or "III" or "IV" => Group.HighRisk,
            "II" => Group.First,
            "XI" or "XII" or "XIII" => Group.Models,
            "XIV" => Group.Governance,
            _ => Group.Later,
        }
        : provision.Number switch
        {
            "4a" => Group.Inserted,
            "78" => Group.Governance,
            "101" => Group.Later,
            var number => int.Parse(number.TrimEnd([.. "abcdefgh"]), CultureInfo.InvariantCulture) switch
            {
                <= 5 => Group.First,
                <= 27 => Group.HighRisk,
                <= 39 => Group.Governance,
                (>= 43 and <= 49) or 72 or 73 or (>= 79 and <= 83) or 86 => Group.FollowsHighRisk,
                >= 51 and <= 56 => Group.Models,
                >= 64 and <= 70 => Group.Governance,
                99 or 100 => Group.Governance,
                >= 102 and <= 110 => Group.Inserted,
                _ => Group.Later,
            },
        };
}
