using static AiActBot.Compliance.CorrectiveActions.Recipients;

namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>Something that the law asks to be done, beside telling somebody.</summary>
/// <param name="Because">The fact of the case that it follows from.</param>
public sealed record DutyToAct(ArticleReference Provision, Bilingual What, Bilingual Because, Clock Clock);

/// <summary>
/// What the organisation does about the case itself: correct, investigate, stop. Whom it tells stands in
/// <see cref="Recipients"/>, what it keeps in <see cref="StandingDuties"/>.
/// </summary>
public static class DutiesToAct
{
    private static readonly Bilingual Nonconforming = new("Het systeem is mogelijk niet conform.", "The system may not conform.");
    private static readonly Bilingual Risky = new("Het systeem kan een risico vormen (artikel 79, lid 1).", "The system may present a risk (Article 79(1)).");
    private static readonly Bilingual AfterReport = new("Er is een ernstig incident.", "There is a serious incident.");

    public static IReadOnlyList<DutyToAct> For(DutyFacts facts) =>
        [.. facts.HighRisk ? [.. Provider(facts), .. Deployer(facts), .. SupplyChain(facts)] : Array.Empty<DutyToAct>(), .. Model(facts)];

    private static IEnumerable<DutyToAct> Provider(DutyFacts facts)
    {
        if (!facts.Is(OperatorRole.Provider))
            yield break;

        if (facts.NotInConformity)
        {
            yield return Act("art-20.1", Immediately, Nonconforming,
                "Neem de nodige corrigerende maatregel: in overeenstemming brengen, uit de handel nemen, deactiveren of terugroepen.",
                "Take the necessary corrective action: bring into conformity, withdraw, disable or recall.");
        }

        if (facts.PresentsRisk)
        {
            yield return Act("art-20.2", Immediately, Risky,
                "Onderzoek de oorzaken, waar dat speelt samen met de gebruiksverantwoordelijke die het meldde.",
                "Investigate the causes, where applicable together with the deployer that reported it.");
        }

        foreach (var duty in Investigation(facts))
            yield return duty;
    }

    private static IEnumerable<DutyToAct> Investigation(DutyFacts facts)
    {
        if (facts.Incident != IncidentKinds.None)
        {
            yield return Act("art-73.6", WithoutDelay, AfterReport,
                "Onderzoek na de melding het incident en het systeem, met een risicobeoordeling en corrigerende maatregelen.",
                "After reporting, investigate the incident and the system, with a risk assessment and corrective action.");
            yield return Act("art-73.6", NoPeriodStated, AfterReport,
                "Verander het systeem niet op een manier die het oordeel over de oorzaken kan beïnvloeden voordat de autoriteit dat weet.",
                "Do not alter the system in a way that may affect the evaluation of the causes before the authority knows.");
        }
    }

    private static IEnumerable<DutyToAct> Deployer(DutyFacts facts)
    {
        if (facts.Is(OperatorRole.Deployer) && facts.PresentsRisk)
        {
            yield return Act("art-26.5", WithoutUndueDelay, Risky,
                "Onderbreek het gebruik van het systeem.",
                "Suspend the use of the system.");
        }

        // Article 73 then applies to the deployer mutatis mutandis (26(5)), its investigation included.
        if (facts.Is(OperatorRole.Deployer) && !facts.Is(OperatorRole.Provider) && facts.ProviderUnreachable)
        {
            foreach (var duty in Investigation(facts))
                yield return duty;
        }
    }

    private static IEnumerable<DutyToAct> SupplyChain(DutyFacts facts)
    {
        if (facts.Is(OperatorRole.Importer) && facts.NotInConformity)
        {
            yield return Act("art-23.2", NoPeriodStated, Nonconforming,
                "Breng het systeem niet in de handel voordat het in overeenstemming is gebracht.",
                "Do not place the system on the market until it has been brought into conformity.");
        }

        if (facts.Is(OperatorRole.Distributor) && facts.NotInConformity)
        {
            yield return facts.MadeAvailable
                ? Act("art-24.4", NoPeriodStated, Nonconforming,
                    "Breng het in overeenstemming, neem het uit de handel of roep het terug, of zorg dat aanbieder, importeur of een andere operator dat doet.",
                    "Bring it into conformity, withdraw or recall it, or ensure that the provider, the importer or another operator does.")
                : Act("art-24.2", NoPeriodStated, Nonconforming,
                    "Bied het systeem niet op de markt aan voordat het in overeenstemming is gebracht.",
                    "Do not make the system available on the market until it has been brought into conformity.");
        }

        if (facts.Is(OperatorRole.AuthorisedRepresentative) && facts.MandateEnded)
        {
            yield return Act("art-22.4", NoPeriodStated,
                new("De aanbieder handelt in strijd met zijn verplichtingen.", "The provider acts contrary to its obligations."),
                "Beëindig het mandaat.",
                "Terminate the mandate.");
        }
    }

    private static IEnumerable<DutyToAct> Model(DutyFacts facts)
    {
        if (facts.SystemicRiskModel && facts.Is(OperatorRole.Provider) && facts.Incident != IncidentKinds.None)
        {
            yield return Act("art-55.1.c", WithoutUndueDelay, AfterReport,
                "Houd de relevante informatie over het incident en mogelijke maatregelen bij en documenteer die.",
                "Keep track of and document relevant information about the incident and possible measures.");
        }
    }

    private static DutyToAct Act(string provision, Clock clock, Bilingual because, string nl, string en) =>
        new(ArticleReference.Parse(provision), new Bilingual(nl, en), because, clock);
}
