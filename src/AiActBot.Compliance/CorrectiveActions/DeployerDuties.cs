using static AiActBot.Compliance.CorrectiveActions.RecipientRole;
using static AiActBot.Compliance.CorrectiveActions.Recipients;

namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>Article 26(5): what the deployer of a high-risk system reports, and to whom first.</summary>
internal static class DeployerDuties
{
    public static IEnumerable<DutyToInform> For(DutyFacts facts)
    {
        // A deployer that is the provider itself has nobody to report to but the authority, which Articles 20 and 73 cover.
        if (!facts.Is(OperatorRole.Deployer) || facts.Is(OperatorRole.Provider) || !facts.HighRisk)
            yield break;

        foreach (var duty in Risk(facts).Concat(Incident(facts)))
            yield return duty;
    }

    private static IEnumerable<DutyToInform> Risk(DutyFacts facts)
    {
        if (!facts.PresentsRisk)
            yield break;

        yield return Duty(Provider, "art-26.5", WithoutUndueDelay,
            "Gebruik volgens de instructies kan een risico vormen: onderbreek het gebruik en licht de aanbieder of de distributeur in.",
            "Use according to the instructions may present a risk: suspend its use and inform the provider or the distributor.");
        yield return Duty(Distributor, "art-26.5", WithoutUndueDelay,
            "De distributeur inlichten kan in plaats van de aanbieder.",
            "Informing the distributor is possible instead of the provider.",
            mandatory: false) with { InsteadOf = Provider };
        yield return Duty(MarketSurveillanceAuthority, "art-26.5", WithoutUndueDelay,
            "Gebruik volgens de instructies kan een risico vormen: licht ook de markttoezichtautoriteit in en onderbreek het gebruik.",
            "Use according to the instructions may present a risk: inform the market surveillance authority too and suspend its use.");
    }

    private static IEnumerable<DutyToInform> Incident(DutyFacts facts)
    {
        if (facts.Incident == IncidentKinds.None)
            yield break;

        yield return Duty(Provider, "art-26.5", Immediately,
            "Ernstig incident: de gebruiksverantwoordelijke licht eerst de aanbieder in.",
            "Serious incident: the deployer informs the provider first.");
        // "The importer or distributor": where only one of them is known, it is that one.
        foreach (var (recipient, other) in new[] { (Importer, Distributor), (Distributor, Importer) })
        {
            yield return Duty(recipient, "art-26.5", Immediately,
                "Ernstig incident: daarna wordt de importeur of de distributeur ingelicht.",
                "Serious incident: the importer or the distributor is informed next.",
                facts.Parties.Contains(recipient) && !(recipient == Distributor && facts.Parties.Contains(other))) with { InsteadOf = other };
        }

        yield return Duty(MarketSurveillanceAuthority, "art-26.5", Immediately,
            "Ernstig incident: ook de markttoezichtautoriteit wordt ingelicht (gevoelige operationele gegevens van rechtshandhaving uitgezonderd).",
            "Serious incident: the market surveillance authority is informed too (except sensitive operational data of law enforcement).");

        if (facts.ProviderUnreachable)
        {
            foreach (var report in IncidentReports.For(facts, MarketSurveillanceAuthority))
                yield return report;
        }
    }
}
