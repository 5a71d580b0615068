using static AiActBot.Compliance.CorrectiveActions.Recipients;

namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>
/// The report of a serious incident (Article 73), to the market surveillance authority, to the AI Office (75(1a)) or, for medical
/// devices, to the authority that the Member State chose for that (73(10)).
/// </summary>
internal static class IncidentReports
{
    public static IEnumerable<DutyToInform> For(DutyFacts facts, RecipientRole authority)
    {
        if (facts.Incident == IncidentKinds.None)
            yield break;

        // For devices the Member States choose another authority to report to (73(10)).
        if (facts.MedicalDevice)
            authority = RecipientRole.NationalCompetentAuthority;

        if (LimitedTo(facts) is { } limit && !facts.Incident.HasFlag(IncidentKinds.FundamentalRights))
        {
            yield return Duty(authority, limit, NoPeriodStated,
                "Onder deze sectorregels worden hier alleen schendingen gemeld van verplichtingen die grondrechten beschermen (artikel 3, punt 49, c)). Meld dit incident volgens de sectorregels.",
                "Under these sectoral rules only infringements of obligations that protect fundamental rights are reported here (Article 3(49)(c)). Report this incident under the sectoral rules.",
                mandatory: false);
            yield break;
        }

        var (provision, days, nl, en) = Limit(facts);
        yield return Duty(authority, authority == RecipientRole.AiOffice ? "art-75.1a" : provision, new Clock.CalendarDays(days),
            $"Ernstig incident: {nl}. Meld onmiddellijk zodra het verband met het systeem vaststaat of aannemelijk is; een onvolledige eerste melding mag (artikel 73, lid 5).",
            $"Serious incident: {en}. Report immediately once the link with the system is established or likely; an incomplete first report is allowed (Article 73(5)).");

        if (facts.InitialReportFiled)
        {
            yield return Duty(authority, "art-73.5", NoPeriodStated,
                "De eerste melding was onvolledig: dien de volledige melding in.",
                "The first report was incomplete: file the complete one.");
        }

        if (facts.InvestigationAltersSystem)
        {
            yield return Duty(authority, "art-73.6", NoPeriodStated,
                "Het onderzoek verandert het systeem: licht de autoriteit in voordat je dat doet.",
                "The investigation changes the system: inform the authority before you do that.");
        }
    }

    private static string? LimitedTo(DutyFacts facts) => facts switch
    {
        { MedicalDevice: true } => "art-73.10",
        { EquivalentReportingRegime: true } => "art-73.9",
        _ => null,
    };

    // Where several hold, the shortest period is the one that cannot be missed. Under 73(9) and (10) only the infringement
    // of fundamental rights is reported, so only a widespread one is still urgent.
    private static (string Provision, int Days, string Nl, string En) Limit(DutyFacts facts)
    {
        var kinds = facts.Incident;
        if (LimitedTo(facts) is not null)
            kinds &= IncidentKinds.FundamentalRights | IncidentKinds.WidespreadInfringement;

        return kinds switch
        {
            _ when kinds.HasFlag(IncidentKinds.WidespreadInfringement) => ("art-73.3", 2, "een wijdverbreide inbreuk", "a widespread infringement"),
            _ when kinds.HasFlag(IncidentKinds.CriticalInfrastructure) => ("art-73.3", 2, "verstoring van kritieke infrastructuur", "disruption of critical infrastructure"),
            _ when kinds.HasFlag(IncidentKinds.Death) => ("art-73.4", 10, "een overlijden", "a death"),
            _ when kinds.HasFlag(IncidentKinds.SeriousHarmToHealth) => ("art-73.2", 15, "ernstige schade aan de gezondheid", "serious harm to health"),
            _ when kinds.HasFlag(IncidentKinds.FundamentalRights) => ("art-73.2", 15, "een schending van verplichtingen die grondrechten beschermen", "an infringement of obligations that protect fundamental rights"),
            _ => ("art-73.2", 15, "ernstige schade aan eigendom of milieu", "serious harm to property or the environment"),
        };
    }
}
