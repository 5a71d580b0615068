using static AiActBot.Compliance.CorrectiveActions.RecipientRole;

namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>
/// Who must be told, from the organisation's roles and the facts. Each role has its own file; together they follow Articles
/// 20 to 24, 26(5), 55(1)(c), 73, 75(1a), 79, 80, 82 and 83.
/// </summary>
public static class Recipients
{
    /// <summary>Every duty to inform, in the order of the roles; for one role in the order in which the law names them.</summary>
    public static IReadOnlyList<DutyToInform> For(DutyFacts facts) =>
    [
        .. ProviderDuties.For(facts),
        .. DeployerDuties.For(facts),
        .. SupplyChainDuties.For(facts),
        .. AuthorityDuties.For(facts),
    ];

    /// <summary>
    /// Whether a recipient of this duty is told, given who exists: always where the law says so; where it says "where
    /// applicable" once there is one; and an alternative only when the one it stands in for is not there.
    /// </summary>
    public static bool IsTold(DutyToInform duty, IReadOnlySet<RecipientRole> parties) =>
        duty.Mandatory || (parties.Contains(duty.Recipient) && !(duty.InsteadOf is { } first && parties.Contains(first)));

    /// <summary>Authorities and bodies: a named person files with them; no machine writes to them by itself.</summary>
    public static bool IsAuthority(RecipientRole role) => role
        is MarketSurveillanceAuthority or NationalCompetentAuthority or RecipientRole.AiOffice or NotifiedBody;

    internal static readonly Clock Immediately = new Clock.Immediately();
    internal static readonly Clock WithoutUndueDelay = new Clock.WithoutUndueDelay();
    internal static readonly Clock WithoutDelay = new Clock.WithoutDelay();
    internal static readonly Clock NoPeriodStated = new Clock.NoPeriodStated();

    internal static DutyToInform Duty(
        RecipientRole recipient, string provision, Clock clock, string nl, string en, bool mandatory = true) =>
        new(recipient, ArticleReference.Parse(provision), new Bilingual(nl, en), clock, mandatory);

    /// <summary>
    /// The authority that supervises the organisation: the AI Office where it alone is competent, which it is for providers and
    /// for deployers that are also the provider (75(1)).
    /// </summary>
    internal static RecipientRole AuthorityOf(DutyFacts facts) =>
        facts.AiOfficeCompetent && facts.Is(OperatorRole.Provider) ? AiOffice : MarketSurveillanceAuthority;
}
