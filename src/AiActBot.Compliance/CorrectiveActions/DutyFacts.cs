namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>Who is told.</summary>
public enum RecipientRole
{
    Provider,
    Deployer,
    Importer,
    Distributor,
    AuthorisedRepresentative,
    MarketSurveillanceAuthority,
    NotifiedBody,
    AiOffice,

    /// <summary>Another national authority (3(48)), where the law leaves open which.</summary>
    NationalCompetentAuthority,
}

/// <summary>What a serious incident led to (Article 3(49)), and whether it is widespread (3(61)). Several can hold.</summary>
[Flags]
public enum IncidentKinds
{
    None = 0,

    /// <summary>A person died (3(49)(a); 73(4)).</summary>
    Death = 1,

    /// <summary>Serious harm to a person's health (3(49)(a)).</summary>
    SeriousHarmToHealth = 2,

    /// <summary>Serious and irreversible disruption of critical infrastructure (3(49)(b); 73(3)).</summary>
    CriticalInfrastructure = 4,

    /// <summary>Obligations that protect fundamental rights were infringed (3(49)(c)).</summary>
    FundamentalRights = 8,

    /// <summary>Serious harm to property or the environment (3(49)(d)).</summary>
    PropertyOrEnvironment = 16,

    /// <summary>A widespread infringement (3(61); 73(3)).</summary>
    WidespreadInfringement = 32,
}

/// <summary>What an authority has found and required.</summary>
public enum AuthorityFinding
{
    None,

    /// <summary>It does not comply (79(2)).</summary>
    NotCompliant,

    /// <summary>The provider classified it as not high-risk, and it is (80(2)).</summary>
    WronglyClassified,

    /// <summary>It complies and still presents a risk (82(1)).</summary>
    CompliantButRisky,

    /// <summary>CE marking, declaration, registration, representative or documentation is missing or wrong (83(1)).</summary>
    FormalNonCompliance,
}

/// <summary>What the duty to inform depends on, for one organisation and one system or model.</summary>
public sealed record DutyFacts
{
    /// <summary>The organisation's own roles; triage has settled role changes (25(1), 25(3)) before this.</summary>
    public required IReadOnlySet<OperatorRole> Roles { get; init; }

    public required bool HighRisk { get; init; }

    /// <summary>There is reason to consider that the system does not conform.</summary>
    public bool NotInConformity { get; init; }

    /// <summary>It presents a risk to health, safety or fundamental rights (79(1)).</summary>
    public bool PresentsRisk { get; init; }

    public IncidentKinds Incident { get; init; }

    /// <summary>The organisation provides a general-purpose AI model with systemic risk, and the incident is about it.</summary>
    public bool SystemicRiskModel { get; init; }

    /// <summary>The AI Office is exclusively competent for the provider's system (75(1)).</summary>
    public bool AiOfficeCompetent { get; init; }

    /// <summary>Annex III, with reporting duties under other Union law that are equivalent (73(9)).</summary>
    public bool EquivalentReportingRegime { get; init; }

    /// <summary>A device, or safety component of one, under Regulations (EU) 2017/745 or 2017/746 (73(10)).</summary>
    public bool MedicalDevice { get; init; }

    /// <summary>An incomplete report has been filed, and the complete one is still to come (73(5)).</summary>
    public bool InitialReportFiled { get; init; }

    /// <summary>The investigation would change the system in a way that can hide the cause (73(6)).</summary>
    public bool InvestigationAltersSystem { get; init; }

    /// <summary>A deployer reported the risk to the provider (20(2)).</summary>
    public bool ReportedByDeployer { get; init; }

    /// <summary>The deployer cannot reach the provider, so that Article 73 applies to it (26(5)).</summary>
    public bool ProviderUnreachable { get; init; }

    /// <summary>The organisation, as distributor, has already made it available (24(4) instead of 24(2)).</summary>
    public bool MadeAvailable { get; init; }

    /// <summary>The authorised representative ends its mandate because the provider breaches its duties (22(4)).</summary>
    public bool MandateEnded { get; init; }

    /// <summary>A competent authority has made a reasoned request (21, 22(3)(c), 23(6), 24(5), 26(12)).</summary>
    public bool AuthorityRequest { get; init; }

    public AuthorityFinding Finding { get; init; }

    /// <summary>
    /// Who exists in the supply chain of this system. What the law asks "where applicable" is mandatory for who is here, and
    /// is still listed, as not mandatory, for who is not: somebody should make sure.
    /// </summary>
    public IReadOnlySet<RecipientRole> Parties { get; init; } = new HashSet<RecipientRole>();

    internal bool Is(OperatorRole role) => Roles.Contains(role);
}

/// <summary>One duty to inform: whom, by what provision, why, how fast.</summary>
/// <param name="Mandatory">
/// False where the law says "where applicable", "as appropriate" or names the recipient as an alternative, and it is not known that it
/// applies; and where telling somebody is sensible rather than asked for. The reason says which.
/// </param>
public sealed record DutyToInform(
    RecipientRole Recipient, ArticleReference Provision, Bilingual Reason, Clock Clock, bool Mandatory)
{
    /// <summary>The recipient in whose place this one may be told ("the provider or the distributor"); null when it is not a choice.</summary>
    public RecipientRole? InsteadOf { get; init; }

    /// <summary>Whether a serious incident sets it off: its clock starts when somebody knew of that (Articles 26(5), 55(1)(c) and 73).</summary>
    public bool IsAboutAnIncident => (Provision.ToString(), Clock) is (_, Clock.CalendarDays) or ("art-26.5", Clock.Immediately) or ("art-55.1.c", _);
}
