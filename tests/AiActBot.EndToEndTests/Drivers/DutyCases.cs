using AiActBot.Compliance;
using static AiActBot.Compliance.CorrectiveActions.RecipientRole;

namespace AiActBot.EndToEndTests.Drivers;

/// <summary>
/// One case of each duty. Recipients, provisions and periods are written out here as the Regulation has them, and not taken
/// from the product.
/// </summary>
internal static class DutyCases
{
    private static readonly Bilingual Death = new("Overlijden van een persoon", "Death of a person");
    private static readonly Bilingual Harm = new("Ernstige schade aan de gezondheid", "Serious harm to health");

    /// <summary>A case with everything: a period with a number, a notice and a filing.</summary>
    public static DutyCase WithAPeriod => All.First(duty => duty.Deadline is not null);

    public static IReadOnlyList<DutyCase> All { get; } =
    [
        new("provider-conformity", "EduRank", OperatorRole.Provider, new(
            "De gebruiksaanwijzing noemt de nauwkeurigheid per leeftijdsgroep niet.", "The instructions for use do not state the accuracy per age group."))
        {
            Parties = [Distributor, Deployer],
            Action = (new("In overeenstemming brengen", "Bring into conformity"), new("De gebruiksaanwijzing aanvullen.", "Complete the instructions for use.")),
            Duties =
            [
                new("Distributeur, artikel 20, lid 1", "Distributor, Article 20(1)"),
                new("Gebruiksverantwoordelijke, artikel 20, lid 1", "Deployer, Article 20(1)"),
                new("Artikel 20, lid 1 Neem de nodige corrigerende maatregel", "Article 20(1) Take the necessary corrective action"),
                new("Termijn: onmiddellijk.", "Period: immediately."),
            ],
            Told = (new("artikel 20, lid 1", "Article 20(1)"), [Distributor, Deployer]),
        },
        new("provider-risk", "CareSort", OperatorRole.Provider, new(
            "Patiënten met een dringende klacht komen achteraan te staan.", "Patients with an urgent complaint end up last."))
        {
            Parties = [Deployer, NotifiedBody],
            PresentsRisk = true,
            Duties =
            [
                new("Markttoezichtautoriteit, artikel 20, lid 2", "Market surveillance authority, Article 20(2)"),
                new("Aangemelde instantie, artikel 20, lid 2", "Notified body, Article 20(2)"),
                new("Artikel 20, lid 2 Onderzoek de oorzaken", "Article 20(2) Investigate the causes"),
            ],
            Told = (new("artikel 20, lid 1", "Article 20(1)"), [Deployer]),
            Filing = new("(artikel 20, lid 2): in te dienen door Noor Bakker", "(Article 20(2)): to be filed by Noor Bakker"),
        },
        new("provider-incident", "HeartGuard", OperatorRole.Provider, new(
            "Een alarm bleef uit en een patiënt is overleden.", "An alarm was not raised and a patient died."))
        {
            Parties = [Deployer],
            PresentsRisk = true,
            Incident = Death,
            Deadline = new(
                "Termijn van de wet: Markttoezichtautoriteit (artikel 73, lid 4): onmiddellijk, uiterlijk 10 kalenderdagen na kennisneming",
                "Period of the law: Market surveillance authority (Article 73(4)): immediately, at most 10 calendar days after awareness"),
            Duties =
            [
                new("Markttoezichtautoriteit, artikel 73, lid 4 Ernstig incident: een overlijden.", "Market surveillance authority, Article 73(4) Serious incident: a death."),
                new("Artikel 73, lid 6 Onderzoek na de melding het incident", "Article 73(6) After reporting, investigate the incident"),
            ],
            Told = (new("artikel 20, lid 1", "Article 20(1)"), [Deployer]),
            Filing = new(
                "Markttoezichtautoriteit (artikel 20, lid 2, artikel 73, lid 4): in te dienen door Noor Bakker, uiterlijk op",
                "Market surveillance authority (Article 20(2), Article 73(4)): to be filed by Noor Bakker, on"),
        },
        new("deployer-risk", "FraudLens", OperatorRole.Deployer, new(
            "Meldingen uit één wijk worden bijna altijd als fraude aangemerkt.", "Reports from one neighbourhood are almost always marked as fraud."))
        {
            Parties = [Provider, Distributor],
            PresentsRisk = true,
            Duties =
            [
                new("Aanbieder, artikel 26, lid 5", "Provider, Article 26(5)"),
                new("Distributeur, artikel 26, lid 5 (niet in ieder geval verplicht)", "Distributor, Article 26(5) (not mandatory in every case)"),
                new("Markttoezichtautoriteit, artikel 26, lid 5", "Market surveillance authority, Article 26(5)"),
                new("Artikel 26, lid 5 Onderbreek het gebruik van het systeem.", "Article 26(5) Suspend the use of the system."),
                new("Termijn: zonder onnodige vertraging.", "Period: without undue delay."),
            ],
            Told = (new("artikel 26, lid 5", "Article 26(5)"), [Provider]),
            Filing = new("Markttoezichtautoriteit (artikel 26, lid 5): in te dienen door Noor Bakker", "Market surveillance authority (Article 26(5)): to be filed by Noor Bakker"),
        },
        new("deployer-incident", "WardWatch", OperatorRole.Deployer, new(
            "Een patiënt kreeg door een verkeerd advies te veel medicatie.", "A patient was given too much medication on wrong advice."))
        {
            Parties = [Provider, Importer, Distributor],
            Incident = Harm,
            Duties =
            [
                new("Aanbieder, artikel 26, lid 5 Ernstig incident: de gebruiksverantwoordelijke licht eerst de aanbieder in.", "Provider, Article 26(5) Serious incident: the deployer informs the provider first."),
                new("Importeur, artikel 26, lid 5 Ernstig incident: daarna", "Importer, Article 26(5) Serious incident: the importer or the distributor is informed next."),
                new("Markttoezichtautoriteit, artikel 26, lid 5 Ernstig incident", "Market surveillance authority, Article 26(5) Serious incident"),
            ],
            Told = (new("artikel 26, lid 5", "Article 26(5)"), [Provider, Importer]),
            Filing = new("Markttoezichtautoriteit (artikel 26, lid 5): in te dienen door Noor Bakker", "Market surveillance authority (Article 26(5)): to be filed by Noor Bakker"),
        },
        new("importer", "LoanScore", OperatorRole.Importer, new(
            "De technische documentatie ontbreekt en de scores wijzen hele groepen af.", "The technical documentation is missing and the scores turn down whole groups."))
        {
            Parties = [Provider, AuthorisedRepresentative],
            PresentsRisk = true,
            Duties =
            [
                new("Aanbieder, artikel 23, lid 2", "Provider, Article 23(2)"),
                new("Gemachtigde, artikel 23, lid 2", "Authorised representative, Article 23(2)"),
                new("Markttoezichtautoriteit, artikel 23, lid 2", "Market surveillance authority, Article 23(2)"),
                new("Artikel 23, lid 2 Breng het systeem niet in de handel", "Article 23(2) Do not place the system on the market"),
                new("Termijn: de wet noemt geen termijn.", "Period: the law states no period."),
            ],
            Told = (new("artikel 23, lid 2", "Article 23(2)"), [Provider, AuthorisedRepresentative]),
            Filing = new("Markttoezichtautoriteit (artikel 23, lid 2): in te dienen door Noor Bakker", "Market surveillance authority (Article 23(2)): to be filed by Noor Bakker"),
        },
        new("distributor", "FaceGate", OperatorRole.Distributor, new(
            "De poort laat de verkeerde mensen door; er staan er al twaalf bij klanten.", "The gate lets the wrong people through; twelve are with customers already."))
        {
            Parties = [Provider, Importer],
            PresentsRisk = true,
            Circumstance = new("Wij hebben het als distributeur al geleverd (art. 24, lid 4)", "We have already supplied it as distributor (Art. 24(4))"),
            Duties =
            [
                new("Aanbieder, artikel 24, lid 4", "Provider, Article 24(4)"),
                new("Importeur, artikel 24, lid 4 (niet in ieder geval verplicht)", "Importer, Article 24(4) (not mandatory in every case)"),
                new("Markttoezichtautoriteit, artikel 24, lid 4", "Market surveillance authority, Article 24(4)"),
                new("Artikel 24, lid 4 Breng het in overeenstemming", "Article 24(4) Bring it into conformity"),
            ],
            Told = (new("artikel 24, lid 4", "Article 24(4)"), [Provider]),
            Filing = new("Markttoezichtautoriteit (artikel 24, lid 4): in te dienen door Noor Bakker", "Market surveillance authority (Article 24(4)): to be filed by Noor Bakker"),
        },
        new("authorised-representative", "VisaCheck", OperatorRole.AuthorisedRepresentative, new(
            "De aanbieder weigert al maanden de documentatie te geven.", "The provider has refused to give the documentation for months."))
        {
            Parties = [Provider, NotifiedBody],
            Circumstance = new("Wij beëindigen ons mandaat (art. 22, lid 4)", "We terminate our mandate (Art. 22(4))"),
            Duties =
            [
                new("Markttoezichtautoriteit, artikel 22, lid 4", "Market surveillance authority, Article 22(4)"),
                new("Aangemelde instantie, artikel 22, lid 4", "Notified body, Article 22(4)"),
                new("Artikel 22, lid 4 Beëindig het mandaat.", "Article 22(4) Terminate the mandate."),
            ],
            Filing = new("(artikel 22, lid 4): in te dienen door Noor Bakker", "(Article 22(4)): to be filed by Noor Bakker"),
        },
        new("ai-office", "AtlasDesk", OperatorRole.Provider, new(
            "Iemand volgde een medisch advies op en moest worden opgenomen.", "Somebody followed medical advice and had to be admitted to hospital."))
        {
            Parties = [Deployer],
            PresentsRisk = true,
            Incident = Harm,
            Circumstance = new("Alleen het AI-bureau is bevoegd (art. 75, lid 1)", "Only the AI Office is competent (Art. 75(1))"),
            Deadline = new(
                "Termijn van de wet: AI-bureau (artikel 75, lid 1 bis): onmiddellijk, uiterlijk 15 kalenderdagen na kennisneming",
                "Period of the law: AI Office (Article 75(1a)): immediately, at most 15 calendar days after awareness"),
            Duties =
            [
                new("AI-bureau, artikel 20, lid 2", "AI Office, Article 20(2)"),
                new("AI-bureau, artikel 75, lid 1 bis Ernstig incident", "AI Office, Article 75(1a) Serious incident"),
                new("kenmerk. Open vraag, sinds 2 augustus 2026 of 2 december 2027:", "reference. Open question, since 2 August 2026 or 2 December 2027:"),
            ],
            Told = (new("artikel 20, lid 1", "Article 20(1)"), [Deployer]),
            Filing = new(
                "AI-bureau (artikel 20, lid 2, artikel 75, lid 1 bis): in te dienen door Noor Bakker, uiterlijk op",
                "AI Office (Article 20(2), Article 75(1a)): to be filed by Noor Bakker, on"),
        },
        new("model-with-systemic-risk", "AtlasLM", OperatorRole.Provider, new(
            "Het model gaf werkende instructies waarmee een ziekenhuis is platgelegd.", "The model gave working instructions that brought a hospital down."))
        {
            Class = RiskClass.GeneralPurposeModelWithSystemicRisk,
            Incident = Harm,
            Duties =
            [
                new("AI-bureau, artikel 55, lid 1, punt c)", "AI Office, Article 55(1)(c)"),
                new("Nationale bevoegde autoriteit, artikel 55, lid 1, punt c) (niet in ieder geval verplicht)", "National competent authority, Article 55(1)(c) (not mandatory in every case)"),
                new("Artikel 55, lid 1, punt c) Houd de relevante informatie", "Article 55(1)(c) Keep track of and document relevant information"),
            ],
            Filing = new("AI-bureau (artikel 55, lid 1, punt c)): in te dienen door Noor Bakker", "AI Office (Article 55(1)(c)): to be filed by Noor Bakker"),
        },
    ];
}
