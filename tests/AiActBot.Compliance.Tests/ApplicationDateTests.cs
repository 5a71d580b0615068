using System.Text.RegularExpressions;

namespace AiActBot.Compliance.Tests;

public sealed partial class ApplicationDateTests
{
    [Theory]
    [InlineData("art-4", RiskBasis.NotHighRisk, "2025-02-02")]
    [InlineData("art-5.1.a", RiskBasis.NotHighRisk, "2025-02-02")]
    [InlineData("art-5.1.b", RiskBasis.NotHighRisk, "2025-02-02")]
    [InlineData("art-5.1.ba", RiskBasis.NotHighRisk, "2026-12-02")]
    [InlineData("art-5.1.bb", RiskBasis.NotHighRisk, "2026-12-02")]
    [InlineData("art-5.1a", RiskBasis.NotHighRisk, "2026-12-02")]
    [InlineData("art-4a", RiskBasis.NotHighRisk, "2026-07-27")]
    [InlineData("art-6.5", RiskBasis.AnnexIII, "2026-08-02")]
    [InlineData("art-9", RiskBasis.AnnexIII, "2027-12-02")]
    [InlineData("art-9", RiskBasis.AnnexI, "2028-08-02")]
    [InlineData("art-20.1", RiskBasis.AnnexIII, "2027-12-02")]
    [InlineData("art-26.5", RiskBasis.AnnexI, "2028-08-02")]
    [InlineData("art-6.4", RiskBasis.NotHighRisk, "2027-12-02")]
    [InlineData("art-28", RiskBasis.NotHighRisk, "2025-08-02")]
    [InlineData("art-43", RiskBasis.AnnexIII, "2026-08-02")]
    [InlineData("art-50.1", RiskBasis.NotHighRisk, "2026-08-02")]
    [InlineData("art-50.2", RiskBasis.NotHighRisk, "2026-08-02")]
    [InlineData("art-53.1.a", RiskBasis.NotHighRisk, "2025-08-02")]
    [InlineData("art-78", RiskBasis.NotHighRisk, "2025-08-02")]
    [InlineData("art-99", RiskBasis.NotHighRisk, "2025-08-02")]
    [InlineData("art-101", RiskBasis.NotHighRisk, "2026-08-02")]
    [InlineData("art-105", RiskBasis.NotHighRisk, "2026-07-27")]
    [InlineData("anx-III.4.a", RiskBasis.NotHighRisk, "2027-12-02")]
    [InlineData("anx-I.A", RiskBasis.NotHighRisk, "2028-08-02")]
    public void A_provision_applies_from_its_date(string provision, RiskBasis basis, string from) =>
        Assert.Equal(Day(from), ApplicationDates.For(ArticleReference.Parse(provision), basis).From);

    [Theory]
    [InlineData("art-50.2", "2026-08-01", "2026-12-02")]
    [InlineData("art-50.2", "2026-08-02", "2026-08-02")]
    [InlineData("art-53.1.a", "2025-08-01", "2027-08-02")]
    [InlineData("art-53.1.a", "2025-08-02", "2025-08-02")]
    public void What_was_on_the_market_before_gets_more_time(string provision, string placed, string from) =>
        Assert.Equal(Day(from), ApplicationDates.For(ArticleReference.Parse(provision), RiskBasis.NotHighRisk, new(Day(placed))).From);

    [Fact]
    public void An_older_high_risk_system_comes_under_the_rules_once_its_design_changes()
    {
        var date = ApplicationDates.For(ArticleReference.Parse("art-9"), RiskBasis.AnnexIII, new(Day("2027-12-01")));

        Assert.Equal(Day("2027-12-02"), date.From);
        Assert.NotNull(date.Condition);
        Assert.Null(ApplicationDates.For(ArticleReference.Parse("art-9"), RiskBasis.AnnexIII, new(Day("2027-12-02"))).Condition);
    }

    [Fact]
    public void An_older_high_risk_system_for_public_authorities_has_until_2030() =>
        Assert.Equal(
            Day("2030-08-02"),
            ApplicationDates.For(ArticleReference.Parse("art-26"), RiskBasis.AnnexIII, new(Day("2026-01-01"), ForPublicAuthorities: true)).From);

    [Theory]
    [InlineData("art-72", RiskBasis.AnnexIII, "2027-12-02")]
    [InlineData("art-73.2", RiskBasis.AnnexIII, "2027-12-02")]
    [InlineData("art-73.2", RiskBasis.AnnexI, "2028-08-02")]
    [InlineData("art-79.2", RiskBasis.AnnexIII, "2027-12-02")]
    [InlineData("art-83.1", RiskBasis.AnnexI, "2028-08-02")]
    [InlineData("art-49.2", RiskBasis.NotHighRisk, "2027-12-02")]
    public void Where_the_law_can_be_read_in_two_ways_both_dates_are_given(string provision, RiskBasis basis, string alternative)
    {
        var date = ApplicationDates.For(ArticleReference.Parse(provision), basis);

        Assert.Equal((Day("2026-08-02"), Day(alternative)), (date.From, date.AlternativeFrom));
        Assert.NotNull(date.OpenQuestion);
    }

    [Fact]
    public void A_system_that_may_be_high_risk_by_either_annex_gets_both_dates()
    {
        var date = ApplicationDates.For(ArticleReference.Parse("art-9"), RiskBasis.Undetermined);

        Assert.Equal((Day("2027-12-02"), Day("2028-08-02")), (date.From, date.AlternativeFrom));
    }

    [Fact]
    public void A_recital_has_no_date() =>
        Assert.Throws<ArgumentException>(() => ApplicationDates.For(ArticleReference.Parse("rct-81"), RiskBasis.NotHighRisk));

    [Theory]
    [InlineData("prohibitions-and-literacy", "art-5.1.a")]
    [InlineData("gpai-and-governance", "art-53")]
    [InlineData("omnibus-in-force", "art-102")]
    [InlineData("general-application", "art-50.1")]
    [InlineData("omnibus-prohibitions", "art-5.1.ba")]
    [InlineData("high-risk-annex-iii", "anx-III")]
    [InlineData("high-risk-annex-i", "anx-I")]
    public void The_calendar_says_the_same(string entry, string provision)
    {
        var calendar = File.ReadAllText(Path.Combine(ReferenceData.RepositoryRoot, "knowledge", "calendar.yaml"));
        var date = CalendarEntry().Matches(calendar).Single(match => match.Groups["id"].Value == entry).Groups["date"].Value;

        Assert.Equal(Day(date), ApplicationDates.For(ArticleReference.Parse(provision), RiskBasis.NotHighRisk).From);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"- id: (?<id>\S+)\n  date: (?<date>\S+)")]
    private static partial Regex CalendarEntry();
}
