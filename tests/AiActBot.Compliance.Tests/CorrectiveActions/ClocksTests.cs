using System.Globalization;
using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.Compliance.Tests.CorrectiveActions;

public sealed class ClocksTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    [InlineData(15, "2026-11-23", "2026-12-08")] // Monday, ends on a Tuesday
    [InlineData(10, "2026-11-23", "2026-12-03")]
    [InlineData(2, "2026-11-23", "2026-11-25")]
    [InlineData(10, "2026-11-25", "2026-12-07")] // would end on Saturday 5 December
    [InlineData(15, "2026-12-10", "2026-12-28")] // would end on Christmas Day, a Friday; Boxing Day is a Saturday
    [InlineData(2, "2026-11-20", "2026-11-24")] // Friday: Sunday moves to Monday, and two working days make it Tuesday
    [InlineData(2, "2026-11-19", "2026-11-23")] // Thursday: Saturday moves to Monday, with Friday two working days
    [InlineData(2, "2026-12-24", "2026-12-29")] // both Christmas days and a weekend follow
    [InlineData(1, "2026-11-20", "2026-11-23")] // one day: no minimum of two working days
    public void A_period_in_days_ends_by_the_rules_of_1182_71(int days, string start, string last) =>
        Assert.Equal(Day(last), Ends(new Clock.CalendarDays(days), start).LastDay);

    [Theory]
    [InlineData(15, "2026-11-23", "2026-12-14")]
    [InlineData(15, "2026-12-14", "2027-01-06")] // Christmas Day and New Year's Day are Fridays
    [InlineData(1, "2026-11-20", "2026-11-23")]
    [InlineData(5, "2027-03-25", "2027-04-02")] // over Easter Monday
    public void A_period_in_working_days_leaves_out_weekends_and_holidays(int days, string start, string last) =>
        Assert.Equal(Day(last), Ends(new Clock.WorkingDays(days), start).LastDay);

    [Fact]
    public void The_longest_period_an_authority_may_set_is_reckoned_in_working_days() =>
        Assert.Equal(
            Day("2026-12-14"),
            Ends(new Clock.PeriodSetByAuthority(new Clock.WorkingDays(15)), "2026-11-23").LastDay);

    [Fact]
    public void The_cautious_day_does_not_use_the_weekend()
    {
        var deadline = Ends(new Clock.CalendarDays(2), "2026-11-20");

        Assert.Equal(Day("2026-11-22"), deadline.CautiousLastDay);
    }

    [Fact]
    public void The_cautious_day_is_never_the_later_one()
    {
        for (var day = Day("2026-01-01"); day < Day("2028-01-01"); day = day.AddDays(1))
        {
            foreach (var days in new[] { 2, 10, 15 })
            {
                var deadline = Ends(new Clock.CalendarDays(days), day.ToString("O", CultureInfo.InvariantCulture));
                Assert.True(deadline.CautiousLastDay <= deadline.LastDay);
                Assert.True(PublicHolidays.Netherlands.IsWorkingDay(deadline.LastDay));
            }
        }
    }

    [Fact]
    public void A_period_ends_with_the_last_hour_of_its_last_day_where_the_action_is_taken()
    {
        var deadline = Ends(new Clock.CalendarDays(15), "2026-11-23");

        Assert.Equal(new DateTimeOffset(2026, 12, 9, 0, 0, 0, TimeSpan.FromHours(1)), deadline.EndsAt);
    }

    [Fact]
    public void The_day_of_the_event_is_the_local_one()
    {
        // 23:30 UTC on Monday is Tuesday in Amsterdam.
        var late = new DateTimeOffset(2026, 11, 23, 23, 30, 0, TimeSpan.Zero);

        Assert.Equal(Day("2026-12-09"), Clocks.Deadline(new Clock.CalendarDays(15), late, PublicHolidays.Netherlands, Amsterdam)!.LastDay);
    }

    [Fact]
    public void A_day_that_begins_in_another_offset_than_it_ends_is_whole()
    {
        // Summer time ends on Sunday 25 October 2026; the period ends on the Monday.
        var deadline = Ends(new Clock.CalendarDays(10), "2026-10-16");

        Assert.Equal(new DateTimeOffset(2026, 10, 27, 0, 0, 0, TimeSpan.FromHours(1)), deadline.EndsAt);
    }

    [Fact]
    public void Where_midnight_does_not_exist_the_day_begins_later()
    {
        var santiago = TimeZoneInfo.FindSystemTimeZoneById("America/Santiago");
        var start = new DateTimeOffset(2026, 9, 4, 12, 0, 0, TimeSpan.Zero);
        for (var days = 0; days < 400; days++)
        {
            var deadline = Clocks.Deadline(new Clock.CalendarDays(1), start.AddDays(days), PublicHolidays.None, santiago)!;
            Assert.Equal(deadline.LastDay.AddDays(1), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(deadline.EndsAt, santiago).DateTime));
        }
    }

    [Fact]
    public void What_the_law_gives_no_number_for_has_no_deadline()
    {
        Clock[] clocks = [new Clock.Immediately(), new Clock.WithoutUndueDelay(), new Clock.PeriodSetByAuthority(), new Clock.NoPeriodStated()];

        Assert.All(clocks, clock => Assert.Null(Clocks.Deadline(clock, ACase.Now, PublicHolidays.Netherlands, Amsterdam)));
        Assert.All(clocks, clock => Assert.NotEqual(clock.In(Language.Dutch), clock.In(Language.English)));
    }

    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2028, "2028-04-16")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2049, "2049-04-18")]
    [InlineData(2076, "2076-04-19")]
    [InlineData(1981, "1981-04-19")]
    [InlineData(1954, "1954-04-18")]
    public void Easter_is_found_also_in_the_years_with_an_exception(int year, string easter) =>
        Assert.Equal(Day(easter), PublicHolidays.EasterSunday(year));

    [Theory]
    [InlineData("NL", "2026-04-27 2026-05-05 2026-05-14 2026-05-25", "2026-04-03 2026-05-01")]
    [InlineData("NL", "2025-04-26", "2025-04-27")] // 27 April 2025 is a Sunday
    [InlineData("be", "2026-07-21 2026-11-11 2026-04-06", "2026-12-26 2026-05-05")]
    [InlineData("DE", "2026-10-03 2026-04-03 2026-12-26", "2026-11-01 2026-01-06")]
    [InlineData("FR", "", "2026-07-14")]
    public void Each_country_has_its_own_holidays(string country, string holidays, string ordinary)
    {
        var calendar = PublicHolidays.Of(country);

        Assert.All(Days(holidays), day => Assert.True(calendar.IsHoliday(day), $"{day} is a holiday"));
        Assert.All(Days(ordinary), day => Assert.False(calendar.IsHoliday(day), $"{day} is no holiday"));
    }

    private static Deadline Ends(Clock clock, string day) => Clocks.Deadline(
        clock,
        new DateTimeOffset(Day(day).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero),
        PublicHolidays.Netherlands,
        Amsterdam)!;

    private static IEnumerable<DateOnly> Days(string days) => days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
