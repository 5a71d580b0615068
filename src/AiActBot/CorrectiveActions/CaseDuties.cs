using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.CorrectiveActions;

/// <summary>What the Regulation asks in one case: Compliance decides, from the register's roles and classes and the facts of the case.</summary>
/// <param name="Remark">Said where the register does not settle role or class, so that the strictest is taken, and where the duties are in other law.</param>
internal sealed record CaseDuties(DutyFacts Facts, IReadOnlyList<DutyToInform> ToInform, Bilingual? Remark)
{
    private static readonly Bilingual NotTriaged = new(
        "Rol of risicoklasse staat in het register nog niet vast. Hier is het strengste aangehouden: aanbieder, hoog risico. Toets het systeem om dit zeker te weten.",
        "The register does not settle role or risk class yet. The strictest is taken here: provider, high-risk. Triage the system to be sure.");

    private static readonly Bilingual LeftToProductLaw = new(
        "Dit systeem heeft een hoog risico op grond van bijlage I, afdeling B. Artikel 2, lid 2, laat herstel en melding aan de productregels zelf over: zoek daarin op wie het moet horen.",
        "This system is high-risk by Annex I, Section B. Article 2(2) leaves correcting and reporting to the product rules themselves: look there for who must be told.");

    /// <summary>Roles that have to be told, and of which nobody is registered.</summary>
    public IEnumerable<RecipientRole> Missing => ToInform
        .Where(duty => duty.Mandatory && !Recipients.IsAuthority(duty.Recipient) && !Facts.Parties.Contains(duty.Recipient)
            // A provider without distributors has none to tell; the register says so by having none.
            && duty.Recipient != RecipientRole.Distributor)
        .Select(duty => duty.Recipient).Distinct();

    public IEnumerable<DutyToInform> Told => ToInform.Where(duty => Recipients.IsTold(duty, Facts.Parties));

    public static CaseDuties Of(CorrectiveActionCase @case, AiSystem system, HighRiskGround ground)
    {
        var rolesAssumed = system.Roles.Count == 0 && !system.RiskClasses.Contains(RiskClass.OutOfScope);
        var classAssumed = system.RiskClasses.Count == 0 || system.RiskClasses.Contains(RiskClass.Undetermined);
        var isHighRisk = system.RiskClasses.Contains(RiskClass.HighRisk);
        var facts = new DutyFacts
        {
            Roles = rolesAssumed ? new HashSet<OperatorRole> { OperatorRole.Provider } : system.Roles.ToHashSet(),
            HighRisk = classAssumed || (isHighRisk && !ground.IsLeftToProductLaw),
            NotInConformity = true,
            PresentsRisk = @case.PresentsRisk,
            Incident = @case.Incident,
            SystemicRiskModel = system.RiskClasses.Contains(RiskClass.GeneralPurposeModelWithSystemicRisk),
            AiOfficeCompetent = Has(CaseCircumstances.AiOfficeCompetent),
            EquivalentReportingRegime = Has(CaseCircumstances.EquivalentReportingRegime),
            MedicalDevice = Has(CaseCircumstances.MedicalDevice),
            InitialReportFiled = Has(CaseCircumstances.InitialReportFiled),
            InvestigationAltersSystem = Has(CaseCircumstances.InvestigationAltersSystem),
            ReportedByDeployer = Has(CaseCircumstances.ReportedByDeployer),
            ProviderUnreachable = Has(CaseCircumstances.ProviderUnreachable),
            MadeAvailable = Has(CaseCircumstances.MadeAvailable),
            MandateEnded = Has(CaseCircumstances.MandateEnded),
            AuthorityRequest = Has(CaseCircumstances.AuthorityRequest),
            Finding = @case.Finding,
            Parties = system.Parties.Select(party => party.Role).ToHashSet(),
        };
        return new CaseDuties(facts, Recipients.For(facts), rolesAssumed || classAssumed ? NotTriaged : isHighRisk && ground.IsLeftToProductLaw ? LeftToProductLaw : null);

        bool Has(CaseCircumstances one) => @case.Circumstances.HasFlag(one);
    }
}
