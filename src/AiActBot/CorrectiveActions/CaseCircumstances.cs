using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.CorrectiveActions;

/// <summary>What else is known of a case and decides on duties; asked at intake. Several can hold.</summary>
[Flags]
public enum CaseCircumstances
{
    None = 0,
    ReportedByDeployer = 1,
    ProviderUnreachable = 2,
    MadeAvailable = 4,
    MandateEnded = 8,
    AuthorityRequest = 16,
    InitialReportFiled = 32,
    InvestigationAltersSystem = 64,
    EquivalentReportingRegime = 128,
    MedicalDevice = 256,
    AiOfficeCompetent = 512,
}

/// <summary>The questions about a case in words.</summary>
internal static class CircumstanceWords
{
    public static IEnumerable<CaseCircumstances> All => Enum.GetValues<CaseCircumstances>().Where(one => one != CaseCircumstances.None);

    public static IEnumerable<IncidentKinds> Incidents => Enum.GetValues<IncidentKinds>().Where(one => one != IncidentKinds.None);

    public static Bilingual Of(CaseCircumstances one) => one switch
    {
        CaseCircumstances.ReportedByDeployer => new("Een gebruiksverantwoordelijke meldde het risico (art. 20, lid 2)", "A deployer reported the risk (Art. 20(2))"),
        CaseCircumstances.ProviderUnreachable => new("De aanbieder is niet bereikbaar (art. 26, lid 5)", "The provider cannot be reached (Art. 26(5))"),
        CaseCircumstances.MadeAvailable => new("Wij hebben het als distributeur al geleverd (art. 24, lid 4)", "We have already supplied it as distributor (Art. 24(4))"),
        CaseCircumstances.MandateEnded => new("Wij beëindigen ons mandaat (art. 22, lid 4)", "We terminate our mandate (Art. 22(4))"),
        CaseCircumstances.AuthorityRequest => new("Een autoriteit vraagt met redenen om informatie (art. 21)", "An authority made a reasoned request (Art. 21)"),
        CaseCircumstances.InitialReportFiled => new("Een onvolledige eerste melding is ingediend (art. 73, lid 5)", "An incomplete first report was filed (Art. 73(5))"),
        CaseCircumstances.InvestigationAltersSystem => new("Het onderzoek verandert het systeem (art. 73, lid 6)", "The investigation alters the system (Art. 73(6))"),
        CaseCircumstances.EquivalentReportingRegime => new("Bijlage III, met gelijkwaardige meldplicht elders (art. 73, lid 9)", "Annex III, with equivalent reporting elsewhere (Art. 73(9))"),
        CaseCircumstances.MedicalDevice => new("Medisch hulpmiddel, of veiligheidscomponent ervan (art. 73, lid 10)", "Medical device, or safety component of one (Art. 73(10))"),
        CaseCircumstances.AiOfficeCompetent => new("Alleen het AI-bureau is bevoegd (art. 75, lid 1)", "Only the AI Office is competent (Art. 75(1))"),
        _ => throw new ArgumentOutOfRangeException(nameof(one), one, null),
    };

    public static Bilingual Of(IncidentKinds kind) => kind switch
    {
        IncidentKinds.Death => new("overlijden van een persoon", "death of a person"),
        IncidentKinds.SeriousHarmToHealth => new("ernstige schade aan de gezondheid", "serious harm to health"),
        IncidentKinds.CriticalInfrastructure => new("ernstige en onomkeerbare verstoring van kritieke infrastructuur", "serious and irreversible disruption of critical infrastructure"),
        IncidentKinds.FundamentalRights => new("schending van verplichtingen die grondrechten beschermen", "infringement of obligations that protect fundamental rights"),
        IncidentKinds.PropertyOrEnvironment => new("ernstige schade aan eigendom of milieu", "serious harm to property or the environment"),
        IncidentKinds.WidespreadInfringement => new("wijdverbreide inbreuk (artikel 3, punt 61)", "widespread infringement (Article 3(61))"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Bilingual Of(AuthorityFinding finding) => finding switch
    {
        AuthorityFinding.None => new("Nee", "No"),
        AuthorityFinding.NotCompliant => new("Het systeem voldoet niet (art. 79, lid 2)", "The system does not comply (Art. 79(2))"),
        AuthorityFinding.WronglyClassified => new("Het systeem heeft toch een hoog risico (art. 80, lid 2)", "The system is high-risk after all (Art. 80(2))"),
        AuthorityFinding.CompliantButRisky => new("Het voldoet, maar vormt een risico (art. 82, lid 1)", "It complies but presents a risk (Art. 82(1))"),
        AuthorityFinding.FormalNonCompliance => new("Een formele tekortkoming (art. 83, lid 1)", "Formal non-compliance (Art. 83(1))"),
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, null),
    };

    /// <summary>What happened, in a line; empty when nothing did.</summary>
    public static Bilingual? Of(CorrectiveActionCase @case) => Incidents.Where(kind => @case.Incident.HasFlag(kind)).Select(Of).ToList() is { Count: > 0 } kinds
        ? new(string.Join(", ", kinds.Select(kind => kind.Nl)), string.Join(", ", kinds.Select(kind => kind.En)))
        : null;
}
