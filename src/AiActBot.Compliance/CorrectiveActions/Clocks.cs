namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>When a period ends.</summary>
/// <param name="LastDay">The last day of the period, in the time zone it was reckoned in.</param>
/// <param name="CautiousLastDay">
/// The last day without the extensions for weekends and holidays. Plan by this one: it is never later than
/// <paramref name="LastDay"/>, and it is right whether or not an authority accepts the extension.
/// </param>
/// <param name="EndsAt">The end of <paramref name="LastDay"/>: the first moment that is too late.</param>
public sealed record Deadline(DateOnly LastDay, DateOnly CautiousLastDay, DateTimeOffset EndsAt);

/// <summary>
/// Turns a clock into a date by Regulation (EEC, Euratom) No 1182/71, Article 3.
/// </summary>
/// <remarks>
/// <para>
/// Certain: the day of the event is not counted (3(1)); a period in days ends with the last hour of its last day (3(2)(b));
/// weekends and holidays count in it (3(3)), so the clocks of Article 73 AI Act run on over weekends; a period in working
/// days leaves out holidays, Sundays and Saturdays (3(3), 2(2)).
/// </para>
/// <para>
/// By the letter of 1182/71, and not confirmed for Article 73 by a guideline or an authority: a last day that is a holiday, Sunday or
/// Saturday moves to the end of the next working day (3(4)), and a period of two days or more has at least two working
/// days in it (3(5)). An incident noticed on a Friday would then leave until Tuesday. Article 73 also asks for the report
/// immediately, so these extensions help nobody who waits for them; hence <see cref="Deadline.CautiousLastDay"/>.
/// </para>
/// </remarks>
public static class Clocks
{
    /// <summary>
    /// When the period ends, or null for a clock without a number: nobody can be late for a date that the law does not name.
    /// </summary>
    /// <param name="start">The event that starts the clock, for Article 73 the moment of awareness.</param>
    /// <param name="holidays">The holidays of the place where the action must be taken (1182/71, Article 2(1)).</param>
    /// <param name="timeZone">The zone of that place; it decides on which day the event fell.</param>
    public static Deadline? Deadline(Clock clock, DateTimeOffset start, PublicHolidays holidays, TimeZoneInfo timeZone)
    {
        var eventDay = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, timeZone).DateTime);
        return clock switch
        {
            Clock.CalendarDays { Days: var days } => Ending(
                AfterCalendarDays(eventDay, days, holidays), eventDay.AddDays(days), timeZone),
            Clock.WorkingDays working => AfterWorkingDays(working),
            Clock.PeriodSetByAuthority { AtMost: { } atMost } => AfterWorkingDays(atMost),
            _ => null,
        };

        Deadline AfterWorkingDays(Clock.WorkingDays working)
        {
            var last = eventDay;
            for (var counted = 0; counted < working.Days; counted++)
                last = holidays.NextWorkingDay(last.AddDays(1));
            return Ending(last, last, timeZone);
        }
    }

    private static DateOnly AfterCalendarDays(DateOnly eventDay, int days, PublicHolidays holidays)
    {
        var last = holidays.NextWorkingDay(eventDay.AddDays(days));
        if (days < 2)
            return last;

        while (WorkingDaysIn(eventDay.AddDays(1), last, holidays) < 2)
            last = holidays.NextWorkingDay(last.AddDays(1));
        return last;
    }

    private static int WorkingDaysIn(DateOnly first, DateOnly last, PublicHolidays holidays)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
            count += holidays.IsWorkingDay(day) ? 1 : 0;
        return count;
    }

    private static Deadline Ending(DateOnly lastDay, DateOnly cautious, TimeZoneInfo timeZone)
    {
        var midnight = lastDay.AddDays(1).ToDateTime(TimeOnly.MinValue);
        // Where the clocks go forward at midnight that moment does not exist; the day then begins when they have.
        while (timeZone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new Deadline(lastDay, cautious, new DateTimeOffset(midnight, timeZone.GetUtcOffset(midnight)));
    }
}
