using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.Compliance.Tests.CorrectiveActions;

/// <summary>The rows of the Regulation that ask for something else than telling somebody.</summary>
public sealed class DutiesToActTests
{
    [Fact]
    public void Article_20_1_the_provider_takes_corrective_action() => Expect(
        A(OperatorRole.Provider) with { NotInConformity = true }, ("art-20.1", "immediately"));

    [Fact]
    public void Article_20_2_the_provider_investigates_the_causes_of_a_risk() => Expect(
        A(OperatorRole.Provider) with { PresentsRisk = true }, ("art-20.2", "immediately"));

    [Fact]
    public void Article_73_6_the_provider_investigates_an_incident_and_leaves_the_system_as_it_is_until_then() => Expect(
        A(OperatorRole.Provider) with { Incident = IncidentKinds.Death },
        ("art-73.6", "without delay"), ("art-73.6", "the law states no period"));

    [Fact]
    public void Article_26_5_a_deployer_that_cannot_reach_the_provider_investigates_in_its_place() => Expect(
        A(OperatorRole.Deployer) with { Incident = IncidentKinds.Death, ProviderUnreachable = true },
        ("art-73.6", "without delay"), ("art-73.6", "the law states no period"));

    [Fact]
    public void Article_73_6_a_deployer_that_reaches_the_provider_leaves_the_investigation_to_it() => Expect(
        A(OperatorRole.Deployer) with { Incident = IncidentKinds.Death });

    [Fact]
    public void Article_26_5_the_deployer_suspends_use_at_a_risk() => Expect(
        A(OperatorRole.Deployer) with { PresentsRisk = true }, ("art-26.5", "without undue delay"));

    [Fact]
    public void Article_22_4_the_representative_ends_the_mandate() => Expect(
        A(OperatorRole.AuthorisedRepresentative) with { MandateEnded = true }, ("art-22.4", "the law states no period"));

    [Fact]
    public void Article_23_2_the_importer_does_not_place_it_on_the_market() => Expect(
        A(OperatorRole.Importer) with { NotInConformity = true }, ("art-23.2", "the law states no period"));

    [Theory]
    [InlineData(false, "art-24.2")]
    [InlineData(true, "art-24.4")]
    public void Article_24_the_distributor_holds_it_back_or_corrects_what_it_already_supplied(bool madeAvailable, string provision) => Expect(
        A(OperatorRole.Distributor) with { NotInConformity = true, MadeAvailable = madeAvailable }, (provision, "the law states no period"));

    [Fact]
    public void Article_55_1_c_the_provider_of_a_model_with_systemic_risk_keeps_track() => Expect(
        A(OperatorRole.Provider) with { HighRisk = false, SystemicRiskModel = true, Incident = IncidentKinds.PropertyOrEnvironment },
        ("art-55.1.c", "without undue delay"));

    [Fact]
    public void A_system_that_is_not_high_risk_asks_for_nothing() => Assert.All(Enum.GetValues<OperatorRole>(), role =>
        Assert.Empty(DutiesToAct.For(A(role) with { HighRisk = false, NotInConformity = true, PresentsRisk = true, Incident = IncidentKinds.Death })));

    [Theory]
    [InlineData(OperatorRole.Provider, "art-18.1 art-19.1 art-47.1 art-72.1")]
    [InlineData(OperatorRole.AuthorisedRepresentative, "art-22.3.b")]
    [InlineData(OperatorRole.Importer, "art-23.5")]
    [InlineData(OperatorRole.Deployer, "art-26.6 art-26.7")]
    [InlineData(OperatorRole.Distributor, "")]
    public void What_is_kept_follows_the_role(OperatorRole role, string provisions) =>
        Assert.Equal(provisions, string.Join(' ', StandingDuties.For(A(role)).Select(duty => duty.Provision)));

    [Theory]
    [InlineData("art-18.1", "10 years")]
    [InlineData("art-47.1", "10 years")]
    [InlineData("art-22.3.b", "10 years")]
    [InlineData("art-23.5", "10 years")]
    [InlineData("art-19.1", "six months")]
    [InlineData("art-26.6", "six months")]
    public void What_is_kept_says_how_long(string provision, string period)
    {
        var duties = StandingDuties.For(A(Enum.GetValues<OperatorRole>()));

        Assert.Contains(period, duties.Single(duty => duty.Provision.ToString() == provision).KeepFor!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Articles_73_8_and_73_11_the_authority_acts_within_seven_days_and_tells_the_commission() => Assert.Equal(
        ["art-73.8", "art-73.11", "art-99.4"],
        WhatAuthoritiesDo.For(A(OperatorRole.Provider) with { Incident = IncidentKinds.Death }).Select(step => step.Provision.ToString()));

    [Fact]
    public void Article_75_1a_the_ai_office_acts_in_its_place_and_passes_on_what_it_was_told() => Assert.Equal(
        ["art-73.8", "art-75.1a", "art-99.4"],
        WhatAuthoritiesDo.For(A(OperatorRole.Provider) with { AiOfficeCompetent = true, Incident = IncidentKinds.Death }).Select(step => step.Provision.ToString()));

    [Fact]
    public void Article_79_5_and_8_without_correction_the_authority_takes_measures_that_come_to_stand() => Assert.Equal(
        ["art-79.5", "art-79.8", "art-99.4"],
        WhatAuthoritiesDo.For(A(OperatorRole.Provider) with { Finding = AuthorityFinding.NotCompliant }).Select(step => step.Provision.ToString()));

    [Fact]
    public void Article_99_names_the_fines_and_the_lower_of_the_two_for_small_enterprises()
    {
        var steps = WhatAuthoritiesDo.For(A(OperatorRole.Provider) with { AuthorityRequest = true });

        Assert.Equal(["art-99.4", "art-99.5"], steps.Select(step => step.Provision.ToString()));
        Assert.Contains("15 000 000 or 3 %", steps[0].What.En, StringComparison.Ordinal);
        Assert.Contains("7 500 000 or 1 %", steps[1].What.En, StringComparison.Ordinal);
        Assert.All(steps, step => Assert.Contains("for SMEs and small mid-caps whichever is lower (Article 99(6) and (6a))", step.What.En, StringComparison.Ordinal));
    }

    private static DutyFacts A(params OperatorRole[] roles) => new() { Roles = roles.ToHashSet(), HighRisk = true };

    private static void Expect(DutyFacts facts, params (string, string)[] duties) =>
        Assert.Equal(duties, DutiesToAct.For(facts).Select(duty => (duty.Provision.ToString(), duty.Clock.In(Language.English))));
}
