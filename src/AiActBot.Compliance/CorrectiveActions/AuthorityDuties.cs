using static AiActBot.Compliance.CorrectiveActions.RecipientRole;
using static AiActBot.Compliance.CorrectiveActions.Recipients;

namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>What follows when an authority asks or has found something (Articles 21 to 26, 79, 80, 82, 83).</summary>
internal static class AuthorityDuties
{
    /// <summary>15 working days, or less where other Union law says so (79(2)).</summary>
    private static readonly Clock AtMost15WorkingDays = new Clock.PeriodSetByAuthority(new Clock.WorkingDays(15));

    private static readonly Clock AsSet = new Clock.PeriodSetByAuthority();

    // Who answers a reasoned request, and by what provision.
    private static readonly (OperatorRole Role, string Provision)[] Requests =
    [
        (OperatorRole.Provider, "art-21.1"),
        (OperatorRole.AuthorisedRepresentative, "art-22.3.c"),
        (OperatorRole.Importer, "art-23.6"),
        (OperatorRole.Distributor, "art-24.5"),
        (OperatorRole.Deployer, "art-26.12"),
    ];

    public static IEnumerable<DutyToInform> For(DutyFacts facts) => facts.Roles.Count == 0 ? [] : [.. Request(facts), .. Findings(facts)];

    private static IEnumerable<DutyToInform> Request(DutyFacts facts) => facts.AuthorityRequest && facts.HighRisk
        ? Requests.Where(request => facts.Is(request.Role)).Select(request => Duty(AuthorityOf(facts), request.Provision, AsSet,
            "De autoriteit vraagt met redenen om informatie of medewerking: geef die.",
            "The authority makes a reasoned request for information or cooperation: give it."))
        : [];

    private static IEnumerable<DutyToInform> Findings(DutyFacts facts) => facts.Finding switch
    {
        AuthorityFinding.NotCompliant =>
        [
            Duty(AuthorityOf(facts), "art-79.2", AtMost15WorkingDays,
                "De autoriteit eist herstel, uit de handel nemen of terugroepen binnen haar termijn (of een kortere in sectorregels): werk mee en laat zien dat het gedaan is.",
                "The authority requires correction, withdrawal or recall within its period (or a shorter one in sectoral rules): cooperate and show that it is done."),
            .. EverySystem("art-79.4", AtMost15WorkingDays),
        ],
        AuthorityFinding.WronglyClassified when facts.Is(OperatorRole.Provider) =>
        [
            Duty(AuthorityOf(facts), "art-80.2", AsSet,
                "De autoriteit vindt dat het systeem wel een hoog risico heeft: breng het in overeenstemming en laat dat zien.",
                "The authority finds that the system is high-risk after all: bring it into compliance and show it."),
            .. EverySystem("art-80.5", AsSet),
        ],
        AuthorityFinding.CompliantButRisky =>
        [
            Duty(AuthorityOf(facts), "art-82.1", AsSet,
                "Het systeem voldoet maar vormt toch een risico: neem dat zonder onnodige vertraging weg, binnen de termijn van de autoriteit.",
                "The system complies but still presents a risk: remove it without undue delay, within the period of the authority."),
            .. EverySystem("art-82.2", AsSet),
        ],
        AuthorityFinding.FormalNonCompliance when facts.Is(OperatorRole.Provider) =>
        [
            Duty(AuthorityOf(facts), "art-83.1", AsSet,
                "CE-markering, verklaring, registratie, gemachtigde of documentatie ontbreekt of klopt niet: herstel dat binnen de termijn van de autoriteit.",
                "CE marking, declaration, registration, representative or documentation is missing or wrong: put it right within the period of the authority."),
        ],
        _ => [],
    };

    // The measure reaches every system made available in the Union; whoever has one has to hear of it for that to work.
    private static IEnumerable<DutyToInform> EverySystem(string provision, Clock clock) =>
        new[] { Distributor, Importer, Deployer }.Select(recipient => Duty(recipient, provision, clock,
            "De maatregel geldt voor alle systemen die op de Uniemarkt zijn aangeboden: wie er een heeft, moet dat weten. De wet schrijft dit bericht niet voor.",
            "The action covers every system made available on the Union market: who has one needs to know. The law does not prescribe this notice.",
            mandatory: false));
}
