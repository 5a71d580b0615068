using AiActBot.Compliance.CorrectiveActions;
using static AiActBot.Compliance.CorrectiveActions.RecipientRole;

namespace AiActBot.Compliance.Tests.CorrectiveActions;

public sealed class RecipientsTests
{
    private static readonly Clock Immediately = new Clock.Immediately();
    private static readonly Clock WithoutUndueDelay = new Clock.WithoutUndueDelay();
    private static readonly Clock NoPeriod = new Clock.NoPeriodStated();
    private static readonly Clock Set = new Clock.PeriodSetByAuthority();
    private static readonly Clock Within15WorkingDays = new Clock.PeriodSetByAuthority(new Clock.WorkingDays(15));

    [Fact]
    public void Article_20_1_the_provider_informs_the_supply_chain_of_a_system_that_does_not_conform() => Expect(
        A(OperatorRole.Provider) with { NotInConformity = true, Parties = Those(Deployer) },
        (Distributor, "art-20.1", Immediately, true),
        (Deployer, "art-20.1", Immediately, true),
        (AuthorisedRepresentative, "art-20.1", Immediately, false),
        (Importer, "art-20.1", Immediately, false));

    [Fact]
    public void Article_20_2_the_provider_informs_authority_and_notified_body_of_a_risk() => Expect(
        A(OperatorRole.Provider) with { PresentsRisk = true, ReportedByDeployer = true, Parties = Those(NotifiedBody) },
        (Deployer, "art-20.2", Immediately, true),
        (MarketSurveillanceAuthority, "art-20.2", Immediately, true),
        (NotifiedBody, "art-20.2", Immediately, true));

    [Fact]
    public void Article_20_2_a_notified_body_that_may_not_exist_is_still_listed() => Expect(
        A(OperatorRole.Provider) with { PresentsRisk = true },
        (MarketSurveillanceAuthority, "art-20.2", Immediately, true),
        (NotifiedBody, "art-20.2", Immediately, false));

    [Fact]
    public void Article_22_3_the_representative_answers_a_reasoned_request() => Expect(
        A(OperatorRole.AuthorisedRepresentative) with { AuthorityRequest = true },
        (MarketSurveillanceAuthority, "art-22.3.c", Set, true));

    [Fact]
    public void Article_22_4_the_representative_reports_the_end_of_the_mandate() => Expect(
        A(OperatorRole.AuthorisedRepresentative) with { MandateEnded = true },
        (MarketSurveillanceAuthority, "art-22.4", Immediately, true),
        (NotifiedBody, "art-22.4", Immediately, false));

    [Fact]
    public void Article_23_2_the_importer_informs_provider_representative_and_authority_of_a_risk() => Expect(
        A(OperatorRole.Importer) with { PresentsRisk = true },
        (Provider, "art-23.2", NoPeriod, true),
        (AuthorisedRepresentative, "art-23.2", NoPeriod, true),
        (MarketSurveillanceAuthority, "art-23.2", NoPeriod, true));

    [Fact]
    public void Article_24_2_before_making_it_available_the_distributor_informs_provider_or_importer() => Expect(
        A(OperatorRole.Distributor) with { PresentsRisk = true },
        (Provider, "art-24.2", NoPeriod, true),
        (Importer, "art-24.2", NoPeriod, false));

    [Fact]
    public void Article_24_4_after_making_it_available_the_distributor_informs_the_authority_too() => Expect(
        A(OperatorRole.Distributor) with { PresentsRisk = true, MadeAvailable = true },
        (Provider, "art-24.4", Immediately, true),
        (Importer, "art-24.4", Immediately, false),
        (MarketSurveillanceAuthority, "art-24.4", Immediately, true));

    [Fact]
    public void Article_24_4_without_a_risk_the_distributor_sees_that_others_correct_it() => Expect(
        A(OperatorRole.Distributor) with { NotInConformity = true, MadeAvailable = true },
        (Provider, "art-24.4", NoPeriod, false));

    [Fact]
    public void Article_26_5_the_deployer_informs_provider_or_distributor_and_the_authority_of_a_risk() => Expect(
        A(OperatorRole.Deployer) with { PresentsRisk = true },
        (Provider, "art-26.5", WithoutUndueDelay, true),
        (Distributor, "art-26.5", WithoutUndueDelay, false),
        (MarketSurveillanceAuthority, "art-26.5", WithoutUndueDelay, true));

    [Fact]
    public void Article_26_5_the_deployer_reports_an_incident_to_the_provider_first() => Expect(
        A(OperatorRole.Deployer) with { Incident = IncidentKinds.SeriousHarmToHealth, Parties = Those(Distributor) },
        (Provider, "art-26.5", Immediately, true),
        (Importer, "art-26.5", Immediately, false),
        (Distributor, "art-26.5", Immediately, true),
        (MarketSurveillanceAuthority, "art-26.5", Immediately, true));

    [Fact]
    public void Article_26_5_when_the_provider_cannot_be_reached_article_73_binds_the_deployer() => Assert.Contains(
        For(A(OperatorRole.Deployer) with { Incident = IncidentKinds.Death, ProviderUnreachable = true }),
        duty => duty == (MarketSurveillanceAuthority, "art-73.4", new Clock.CalendarDays(10), true));

    [Fact]
    public void A_deployer_that_is_the_provider_reports_as_provider() => Expect(
        A(OperatorRole.Deployer, OperatorRole.Provider) with { Incident = IncidentKinds.SeriousHarmToHealth },
        (MarketSurveillanceAuthority, "art-73.2", new Clock.CalendarDays(15), true));

    [Theory]
    [InlineData(IncidentKinds.SeriousHarmToHealth, "art-73.2", 15)]
    [InlineData(IncidentKinds.FundamentalRights, "art-73.2", 15)]
    [InlineData(IncidentKinds.PropertyOrEnvironment, "art-73.2", 15)]
    [InlineData(IncidentKinds.CriticalInfrastructure, "art-73.3", 2)]
    [InlineData(IncidentKinds.WidespreadInfringement, "art-73.3", 2)]
    [InlineData(IncidentKinds.Death, "art-73.4", 10)]
    [InlineData(IncidentKinds.Death | IncidentKinds.CriticalInfrastructure, "art-73.3", 2)]
    [InlineData(IncidentKinds.Death | IncidentKinds.PropertyOrEnvironment, "art-73.4", 10)]
    public void Article_73_the_shortest_period_of_what_happened_counts(IncidentKinds kinds, string provision, int days) => Expect(
        A(OperatorRole.Provider) with { Incident = kinds },
        (MarketSurveillanceAuthority, provision, new Clock.CalendarDays(days), true));

    [Fact]
    public void Article_73_5_and_73_6_a_complete_report_and_a_warning_before_altering_the_system_follow() => Expect(
        A(OperatorRole.Provider) with { Incident = IncidentKinds.Death, InitialReportFiled = true, InvestigationAltersSystem = true },
        (MarketSurveillanceAuthority, "art-73.4", new Clock.CalendarDays(10), true),
        (MarketSurveillanceAuthority, "art-73.5", NoPeriod, true),
        (MarketSurveillanceAuthority, "art-73.6", NoPeriod, true));

    [Fact]
    public void Article_73_9_under_an_equivalent_regime_only_fundamental_rights_are_reported()
    {
        var facts = A(OperatorRole.Provider) with { EquivalentReportingRegime = true };

        Expect(facts with { Incident = IncidentKinds.Death }, (MarketSurveillanceAuthority, "art-73.9", NoPeriod, false));
        Expect(
            facts with { Incident = IncidentKinds.FundamentalRights | IncidentKinds.Death },
            (MarketSurveillanceAuthority, "art-73.2", new Clock.CalendarDays(15), true));
    }

    [Fact]
    public void Article_73_10_so_it_is_for_medical_devices_and_the_authority_is_the_one_chosen_for_that()
    {
        var facts = A(OperatorRole.Provider) with { MedicalDevice = true };

        Expect(facts with { Incident = IncidentKinds.SeriousHarmToHealth }, (NationalCompetentAuthority, "art-73.10", NoPeriod, false));
        Expect(
            facts with { Incident = IncidentKinds.FundamentalRights, InvestigationAltersSystem = true },
            (NationalCompetentAuthority, "art-73.2", new Clock.CalendarDays(15), true),
            (NationalCompetentAuthority, "art-73.6", NoPeriod, true));
    }

    [Fact]
    public void Article_20_2_a_risk_of_a_medical_device_still_goes_to_the_market_surveillance_authority() => Assert.Contains(
        (MarketSurveillanceAuthority, "art-20.2", Immediately, true),
        For(A(OperatorRole.Provider) with { MedicalDevice = true, PresentsRisk = true }));

    [Theory]
    [InlineData(IncidentKinds.SeriousHarmToHealth, 15)]
    [InlineData(IncidentKinds.Death, 10)]
    [InlineData(IncidentKinds.CriticalInfrastructure, 2)]
    public void Article_75_1a_the_same_clocks_run_towards_the_ai_office(IncidentKinds kinds, int days) => Expect(
        A(OperatorRole.Provider) with { AiOfficeCompetent = true, Incident = kinds },
        (AiOffice, "art-75.1a", new Clock.CalendarDays(days), true));

    [Fact]
    public void Article_75_1_a_risk_goes_to_the_ai_office_where_it_alone_is_competent() => Expect(
        A(OperatorRole.Provider) with { AiOfficeCompetent = true, PresentsRisk = true },
        (AiOffice, "art-20.2", Immediately, true),
        (NotifiedBody, "art-20.2", Immediately, false));

    [Fact]
    public void Article_75_1_the_competence_of_the_ai_office_does_not_reach_a_mere_deployer() => Assert.Contains(
        For(A(OperatorRole.Deployer) with { AiOfficeCompetent = true, PresentsRisk = true }),
        duty => duty.Recipient == MarketSurveillanceAuthority);

    [Fact]
    public void Article_55_1_c_the_provider_of_a_model_with_systemic_risk_informs_the_ai_office() => Expect(
        A(OperatorRole.Provider) with { HighRisk = false, SystemicRiskModel = true, Incident = IncidentKinds.PropertyOrEnvironment },
        (AiOffice, "art-55.1.c", WithoutUndueDelay, true),
        (NationalCompetentAuthority, "art-55.1.c", WithoutUndueDelay, false));

    [Fact]
    public void Article_79_the_operator_acts_within_at_most_fifteen_working_days_for_every_system() => Expect(
        A(OperatorRole.Importer) with { Finding = AuthorityFinding.NotCompliant },
        (MarketSurveillanceAuthority, "art-79.2", Within15WorkingDays, true),
        (Distributor, "art-79.4", Within15WorkingDays, false),
        (Importer, "art-79.4", Within15WorkingDays, false),
        (Deployer, "art-79.4", Within15WorkingDays, false));

    [Fact]
    public void Article_82_has_no_maximum_of_its_own() => Expect(
        A(OperatorRole.Provider) with { Finding = AuthorityFinding.CompliantButRisky },
        (MarketSurveillanceAuthority, "art-82.1", Set, true),
        (Distributor, "art-82.2", Set, false),
        (Importer, "art-82.2", Set, false),
        (Deployer, "art-82.2", Set, false));

    [Theory]
    [InlineData(AuthorityFinding.WronglyClassified, "art-80.2")]
    [InlineData(AuthorityFinding.FormalNonCompliance, "art-83.1")]
    public void Articles_80_and_83_bind_the_provider(AuthorityFinding finding, string provision)
    {
        Assert.Contains((MarketSurveillanceAuthority, provision, Set, true), For(A(OperatorRole.Provider) with { Finding = finding }));
        Assert.Empty(For(A(OperatorRole.Deployer) with { Finding = finding }));
    }

    [Theory]
    [InlineData(OperatorRole.Provider, "art-21.1")]
    [InlineData(OperatorRole.Importer, "art-23.6")]
    [InlineData(OperatorRole.Distributor, "art-24.5")]
    [InlineData(OperatorRole.Deployer, "art-26.12")]
    public void A_reasoned_request_is_answered_by_whoever_it_binds(OperatorRole role, string provision) => Expect(
        A(role) with { AuthorityRequest = true },
        (MarketSurveillanceAuthority, provision, Set, true));

    [Fact]
    public void A_system_that_is_not_high_risk_has_none_of_the_high_risk_duties()
    {
        foreach (var role in Enum.GetValues<OperatorRole>())
        {
            Assert.Empty(For(A(role) with
            {
                HighRisk = false,
                NotInConformity = true,
                PresentsRisk = true,
                Incident = IncidentKinds.Death,
                MadeAvailable = true,
                MandateEnded = true,
                AuthorityRequest = true,
            }));
        }
    }

    [Fact]
    public void Nothing_is_asked_of_somebody_for_whom_nothing_has_happened() =>
        Assert.All(Enum.GetValues<OperatorRole>(), role => Assert.Empty(For(A(role))));

    private static DutyFacts A(params OperatorRole[] roles) => new() { Roles = roles.ToHashSet(), HighRisk = true };

    private static HashSet<RecipientRole> Those(params RecipientRole[] parties) => [.. parties];

    private static List<(RecipientRole Recipient, string Provision, Clock Clock, bool Mandatory)> For(DutyFacts facts) =>
        [.. Recipients.For(facts).Select(duty => (duty.Recipient, duty.Provision.ToString(), duty.Clock, duty.Mandatory))];

    private static void Expect(DutyFacts facts, params (RecipientRole, string, Clock, bool)[] duties) => Assert.Equal(duties, For(facts));
}
