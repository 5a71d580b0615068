using static AiActBot.Compliance.CorrectiveActions.RecipientRole;
using static AiActBot.Compliance.CorrectiveActions.Recipients;

namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>Articles 20 and 73 for the provider of a high-risk system, and 55(1)(c) for a model with systemic risk.</summary>
internal static class ProviderDuties
{
    public static IEnumerable<DutyToInform> For(DutyFacts facts)
    {
        if (!facts.Is(OperatorRole.Provider))
            return [];

        IEnumerable<DutyToInform> duties = facts.HighRisk
            ? [.. NonConformity(facts), .. Risk(facts), .. IncidentReports.For(facts, AuthorityOf(facts))]
            : [];
        return facts.SystemicRiskModel && facts.Incident != IncidentKinds.None ? duties.Concat(SystemicRisk()) : duties;
    }

    private static IEnumerable<DutyToInform> NonConformity(DutyFacts facts)
    {
        if (!facts.NotInConformity)
            yield break;

        yield return Duty(Distributor, "art-20.1", Immediately,
            "Het systeem is mogelijk niet conform: de aanbieder herstelt dat en licht de distributeurs in.",
            "The system may not conform: the provider corrects it and informs the distributors.");
        foreach (var recipient in new[] { Deployer, AuthorisedRepresentative, Importer })
        {
            yield return Duty(recipient, "art-20.1", Immediately,
                "Het systeem is mogelijk niet conform: de aanbieder licht ook deze partij in, als die er is.",
                "The system may not conform: the provider also informs this party, where there is one.",
                facts.Parties.Contains(recipient));
        }
    }

    private static IEnumerable<DutyToInform> Risk(DutyFacts facts)
    {
        if (!facts.PresentsRisk)
            yield break;

        if (facts.ReportedByDeployer)
        {
            yield return Duty(Deployer, "art-20.2", Immediately,
                "De aanbieder onderzoekt de oorzaken samen met de gebruiksverantwoordelijke die het risico meldde.",
                "The provider investigates the causes together with the deployer that reported the risk.");
        }

        yield return facts.AiOfficeCompetent
            ? Duty(AiOffice, "art-20.2", Immediately,
                "Het systeem vormt een risico. Het AI-bureau is hier de bevoegde autoriteit (artikel 75, lid 1): meld de aard van de non-conformiteit en de corrigerende maatregelen.",
                "The system presents a risk. The AI Office is the competent authority here (Article 75(1)): report the nature of the non-compliance and the corrective action taken.")
            : Duty(MarketSurveillanceAuthority, "art-20.2", Immediately,
                "Het systeem vormt een risico: de aanbieder meldt de aard van de non-conformiteit en de corrigerende maatregelen.",
                "The system presents a risk: the provider reports the nature of the non-compliance and the corrective action taken.");
        yield return Duty(NotifiedBody, "art-20.2", Immediately,
            "Het systeem vormt een risico: ook de aangemelde instantie die het certificaat afgaf, als die er is, wordt ingelicht.",
            "The system presents a risk: the notified body that issued the certificate, where there is one, is informed too.",
            facts.Parties.Contains(NotifiedBody));
    }

    private static IEnumerable<DutyToInform> SystemicRisk() =>
    [
        Duty(AiOffice, "art-55.1.c", WithoutUndueDelay,
            "Ernstig incident met een model met systeemrisico: de aanbieder meldt wat er speelt en mogelijke maatregelen.",
            "Serious incident with a model with systemic risk: the provider reports what is known and possible measures."),
        Duty(NationalCompetentAuthority, "art-55.1.c", WithoutUndueDelay,
            "Ernstig incident met een model met systeemrisico: in voorkomend geval worden ook de nationale bevoegde autoriteiten ingelicht.",
            "Serious incident with a model with systemic risk: the national competent authorities are informed too, as appropriate.",
            mandatory: false),
    ];
}
