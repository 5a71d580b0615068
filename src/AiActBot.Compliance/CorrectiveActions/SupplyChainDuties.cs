using static AiActBot.Compliance.CorrectiveActions.RecipientRole;
using static AiActBot.Compliance.CorrectiveActions.Recipients;

namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>Articles 22(4), 23(2), 24(2) and 24(4): representative, importer and distributor of a high-risk system.</summary>
internal static class SupplyChainDuties
{
    public static IEnumerable<DutyToInform> For(DutyFacts facts) => facts.HighRisk
        ? [.. Representative(facts), .. ImporterOf(facts), .. DistributorOf(facts)]
        : [];

    private static IEnumerable<DutyToInform> Representative(DutyFacts facts)
    {
        if (!facts.Is(OperatorRole.AuthorisedRepresentative) || !facts.MandateEnded)
            yield break;

        yield return Duty(MarketSurveillanceAuthority, "art-22.4", Immediately,
            "De gemachtigde beëindigt het mandaat omdat de aanbieder in strijd met zijn verplichtingen handelt, en meldt dat met de redenen.",
            "The authorised representative terminates the mandate because the provider acts contrary to its obligations, and reports it with the reasons.");
        yield return Duty(NotifiedBody, "art-22.4", Immediately,
            "Het mandaat is beëindigd: ook de aangemelde instantie, als die er is, wordt ingelicht.",
            "The mandate has been terminated: the notified body, where there is one, is informed too.",
            facts.Parties.Contains(NotifiedBody));
    }

    private static IEnumerable<DutyToInform> ImporterOf(DutyFacts facts)
    {
        if (!facts.Is(OperatorRole.Importer) || !facts.PresentsRisk)
            yield break;

        foreach (var recipient in new[] { Provider, AuthorisedRepresentative, MarketSurveillanceAuthority })
        {
            yield return Duty(recipient, "art-23.2", NoPeriodStated,
                "Het systeem vormt een risico: de importeur brengt het niet in de handel en licht aanbieder, gemachtigde en markttoezichtautoriteit in.",
                "The system presents a risk: the importer does not place it on the market and informs provider, representative and market surveillance authority.");
        }
    }

    private static IEnumerable<DutyToInform> DistributorOf(DutyFacts facts)
    {
        if (!facts.Is(OperatorRole.Distributor))
            yield break;

        if (facts.PresentsRisk)
        {
            var (provision, clock) = facts.MadeAvailable ? ("art-24.4", Immediately) : ("art-24.2", NoPeriodStated);
            yield return Duty(Provider, provision, clock,
                "Het systeem vormt een risico: de distributeur licht de aanbieder of de importeur in.",
                "The system presents a risk: the distributor informs the provider or the importer.");
            yield return Duty(Importer, provision, clock,
                "De importeur inlichten kan in plaats van de aanbieder.",
                "Informing the importer is possible instead of the provider.",
                mandatory: false) with { InsteadOf = Provider };
            if (facts.MadeAvailable)
            {
                yield return Duty(MarketSurveillanceAuthority, provision, clock,
                    "Het systeem is al op de markt aangeboden en vormt een risico: meld de autoriteit uitvoerig de non-conformiteit en de corrigerende maatregelen.",
                    "The system has been made available on the market and presents a risk: give the authority details of the non-compliance and of any corrective action taken.");
            }
        }
        else if (facts.NotInConformity && facts.MadeAvailable)
        {
            yield return Duty(Provider, "art-24.4", NoPeriodStated,
                "De distributeur herstelt het zelf of zorgt dat aanbieder of importeur het doet; daarvoor moet die het weten.",
                "The distributor corrects it or sees that the provider or importer does; for that they have to know.",
                mandatory: false);
        }
    }
}
