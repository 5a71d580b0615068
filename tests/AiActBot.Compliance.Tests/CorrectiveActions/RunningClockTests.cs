using System.Globalization;
using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.Compliance.Tests.CorrectiveActions;

/// <summary>A clock in a case: what started it, what stops it, when it ends, and whether its duty applies yet.</summary>
public sealed class RunningClockTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly DateTimeOffset Reported = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_clock_of_an_incident_starts_with_awareness_and_not_with_the_report()
    {
        var clock = Running(IncidentKinds.SeriousHarmToHealth, new ClockStarts(Reported, Aware: Reported.AddDays(-3)));

        Assert.Equal(Reported.AddDays(-3), clock.StartedAt);
        Assert.Equal(new DateOnly(2026, 12, 7), clock.Deadline!.LastDay); // 5 December is a Saturday
        Assert.Equal(new DateOnly(2026, 12, 5), clock.Deadline.CautiousLastDay);
        Assert.Contains("reference", clock.StoppedBy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_moment_of_awareness_there_is_no_date_to_trust() =>
        Assert.Equal((null, null), (Running(IncidentKinds.Death, new ClockStarts(Reported)) is var clock ? clock.StartedAt : null, clock.Deadline));

    [Fact]
    public void Immediately_runs_from_the_report_and_never_gets_a_number()
    {
        var facts = A(OperatorRole.Provider) with { NotInConformity = true };
        var clocks = Recipients.For(facts).Select(duty => RunningClock.For(duty, new ClockStarts(Reported), PublicHolidays.Netherlands, Amsterdam));

        Assert.All(clocks, clock => Assert.Equal((Reported, null), (clock.StartedAt!.Value, clock.Deadline)));
    }

    [Fact]
    public void What_a_deployer_tells_of_an_incident_runs_from_awareness_and_the_provider_is_first()
    {
        var facts = A(OperatorRole.Deployer) with { Incident = IncidentKinds.Death, Parties = new HashSet<RecipientRole> { RecipientRole.Importer, RecipientRole.Provider } };
        var duties = Recipients.For(facts);
        var clock = RunningClock.For(duties[0], new ClockStarts(Reported, Aware: Reported.AddDays(-1)), PublicHolidays.Netherlands, Amsterdam);

        Assert.Equal(RecipientRole.Provider, duties[0].Recipient);
        Assert.Equal((Reported.AddDays(-1), null), (clock.StartedAt!.Value, clock.Deadline));
        Assert.Contains("aware", clock.StartedBy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_period_of_an_authority_starts_with_its_decision()
    {
        var facts = A(OperatorRole.Provider) with { Finding = AuthorityFinding.NotCompliant };
        var clock = RunningClock.For(Recipients.For(facts)[0], new ClockStarts(Reported, Decided: Reported.AddDays(7)), PublicHolidays.Netherlands, Amsterdam);

        Assert.Equal(new DateOnly(2026, 12, 21), clock.Deadline!.LastDay);
    }

    [Theory]
    [InlineData("art-20.1", RiskBasis.AnnexIII, "2026-11-22", DutyApplies.Later, "2027-12-02")]
    [InlineData("art-20.1", RiskBasis.AnnexIII, "2027-12-02", DutyApplies.Now, "2027-12-02")]
    [InlineData("art-26.5", RiskBasis.AnnexI, "2027-12-02", DutyApplies.Later, "2028-08-02")]
    [InlineData("art-73.2", RiskBasis.AnnexIII, "2026-08-01", DutyApplies.Later, "2026-08-02")]
    [InlineData("art-73.2", RiskBasis.AnnexIII, "2026-11-22", DutyApplies.OpenQuestion, "2026-08-02")]
    [InlineData("art-73.2", RiskBasis.AnnexIII, "2027-12-02", DutyApplies.Now, "2026-08-02")]
    [InlineData("art-79.2", RiskBasis.AnnexI, "2028-08-01", DutyApplies.OpenQuestion, "2026-08-02")]
    [InlineData("art-55.1.c", RiskBasis.NotHighRisk, "2026-11-22", DutyApplies.Now, "2025-08-02")]
    public void Which_duty_applies_on_which_date_is_said_and_an_open_question_is_named(
        string provision, RiskBasis basis, string day, DutyApplies expected, string from)
    {
        var (applies, date) = DutyDates.On(DateOnly.Parse(day, CultureInfo.InvariantCulture), ArticleReference.Parse(provision), basis);

        Assert.Equal((expected, DateOnly.Parse(from, CultureInfo.InvariantCulture)), (applies, date.From));
        Assert.True(applies != DutyApplies.OpenQuestion || date.OpenQuestion is not null);
    }

    [Theory]
    [InlineData("2026-11-22", DutyApplies.Later)]
    [InlineData("2027-12-02", DutyApplies.OnCondition)]
    public void Of_a_system_that_was_there_before_a_duty_applies_only_once_its_design_changes(string day, DutyApplies expected)
    {
        var before = new MarketHistory(new DateOnly(2026, 8, 1));

        var (applies, date) = DutyDates.On(DateOnly.Parse(day, CultureInfo.InvariantCulture), ArticleReference.Parse("art-20.1"), RiskBasis.AnnexIII, before);

        Assert.Equal(expected, applies);
        Assert.Contains("111(2)", date.Condition!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alternative_is_told_only_where_the_first_is_not_there()
    {
        var atRisk = A(OperatorRole.Deployer) with { PresentsRisk = true };

        Assert.Equal([RecipientRole.Provider, RecipientRole.MarketSurveillanceAuthority], Told(atRisk, RecipientRole.Provider, RecipientRole.Distributor));
        Assert.Contains(RecipientRole.Distributor, Told(atRisk, RecipientRole.Distributor));
    }

    private static List<RecipientRole> Told(DutyFacts facts, params RecipientRole[] parties)
    {
        var there = parties.ToHashSet();
        return [.. Recipients.For(facts with { Parties = there }).Where(duty => Recipients.IsTold(duty, there)).Select(duty => duty.Recipient)];
    }

    private static RunningClock Running(IncidentKinds incident, ClockStarts starts) => RunningClock.For(
        Recipients.For(A(OperatorRole.Provider) with { Incident = incident })[0], starts, PublicHolidays.Netherlands, Amsterdam);

    private static DutyFacts A(params OperatorRole[] roles) => new() { Roles = roles.ToHashSet(), HighRisk = true };
}
