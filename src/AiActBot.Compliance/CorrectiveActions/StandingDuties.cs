namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>A duty that holds whether or not there is a case, and that a case leans on.</summary>
/// <param name="KeepFor">How long something is kept, in words; null when the duty is not about keeping.</param>
public sealed record StandingDuty(ArticleReference Provision, Bilingual What, Bilingual? KeepFor);

/// <summary>What an authority may look for beside the case: documents, logs, monitoring; by the organisation's roles.</summary>
public static class StandingDuties
{
    private static readonly Bilingual TenYears = new(
        "10 jaar na het in de handel brengen of in gebruik stellen", "10 years after placing on the market or putting into service");

    private static readonly Bilingual SixMonths = new(
        "minstens zes maanden, tenzij ander recht anders bepaalt", "at least six months, unless other law provides otherwise");

    public static IReadOnlyList<StandingDuty> For(DutyFacts facts) =>
        facts.HighRisk ? [.. OfHighRisk.Where(duty => facts.Is(duty.Role)).Select(duty => duty.Duty)] : [];

    private static readonly (OperatorRole Role, StandingDuty Duty)[] OfHighRisk =
    [
        (OperatorRole.Provider, Duty("art-18.1", TenYears,
            "Bewaar technische documentatie, documentatie van het kwaliteitsbeheersysteem, stukken van de aangemelde instantie en de EU-conformiteitsverklaring.",
            "Keep the technical documentation, the quality management documentation, what the notified body issued and the EU declaration of conformity.")),
        (OperatorRole.Provider, Duty("art-19.1", SixMonths,
            "Bewaar de automatisch gemaakte logs die je onder controle hebt.",
            "Keep the automatically generated logs that are under your control.")),
        (OperatorRole.Provider, Duty("art-47.1", TenYears,
            "Houd de EU-conformiteitsverklaring ter beschikking van de autoriteiten.",
            "Keep the EU declaration of conformity at the disposal of the authorities.")),
        (OperatorRole.Provider, Duty("art-72.1", null,
            "Monitor het systeem na het in de handel brengen, volgens een gedocumenteerd monitoringsysteem.",
            "Monitor the system after it is placed on the market, by a documented monitoring system.")),
        (OperatorRole.AuthorisedRepresentative, Duty("art-22.3.b", TenYears,
            "Houd gegevens van de aanbieder, conformiteitsverklaring, technische documentatie en certificaat ter beschikking.",
            "Keep the provider's details, the declaration of conformity, the technical documentation and the certificate available.")),
        (OperatorRole.Importer, Duty("art-23.5", TenYears,
            "Bewaar certificaat, gebruiksinstructies en EU-conformiteitsverklaring.",
            "Keep the certificate, the instructions for use and the EU declaration of conformity.")),
        (OperatorRole.Deployer, Duty("art-26.6", SixMonths,
            "Bewaar de automatisch gemaakte logs die je onder controle hebt.",
            "Keep the automatically generated logs that are under your control.")),
        (OperatorRole.Deployer, Duty("art-26.7", null,
            "Een werkgever licht werknemersvertegenwoordigers en betrokken werknemers in vóór het gebruik op de werkplek.",
            "An employer informs workers' representatives and the workers affected before use at the workplace.")),
    ];

    private static StandingDuty Duty(string provision, Bilingual? keepFor, string nl, string en) =>
        new(ArticleReference.Parse(provision), new Bilingual(nl, en), keepFor);
}
