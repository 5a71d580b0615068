namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>
/// The public holidays of one country, as far as they hold in the whole of it. Where a source is in doubt a day is left out,
/// so that a deadline is shown too early rather than too late. A country more is one function more.
/// </summary>
public sealed class PublicHolidays
{
    private readonly Func<int, IEnumerable<DateOnly>> _inYear;

    private PublicHolidays(string country, Func<int, IEnumerable<DateOnly>> inYear) => (Country, _inYear) = (country, inYear);

    /// <summary>The country by its ISO 3166-1 code; empty for <see cref="None"/>.</summary>
    public string Country { get; }

    /// <summary>Weekends only: the cautious choice for a country that is not here.</summary>
    public static PublicHolidays None { get; } = new("", _ => []);

    /// <summary>
    /// The days of Article 3(1) of the Algemene termijnenwet. Good Friday is only equated with them (3(2)) and is left out.
    /// </summary>
    public static PublicHolidays Netherlands { get; } = new("NL", year =>
    {
        var easter = EasterSunday(year);
        var kingsDay = new DateOnly(year, 4, 27);
        return
        [
            new(year, 1, 1), easter.AddDays(1), kingsDay.DayOfWeek == DayOfWeek.Sunday ? kingsDay.AddDays(-1) : kingsDay,
            new(year, 5, 5), easter.AddDays(39), easter.AddDays(50), new(year, 12, 25), new(year, 12, 26),
        ];
    });

    /// <summary>The ten legal holidays.</summary>
    public static PublicHolidays Belgium { get; } = new("BE", year =>
    {
        var easter = EasterSunday(year);
        return
        [
            new(year, 1, 1), easter.AddDays(1), new(year, 5, 1), easter.AddDays(39), easter.AddDays(50), new(year, 7, 21),
            new(year, 8, 15), new(year, 11, 1), new(year, 11, 11), new(year, 12, 25),
        ];
    });

    /// <summary>The nine days that all Länder share; days of single Länder are left out.</summary>
    public static PublicHolidays Germany { get; } = new("DE", year =>
    {
        var easter = EasterSunday(year);
        return
        [
            new(year, 1, 1), easter.AddDays(-2), easter.AddDays(1), new(year, 5, 1), easter.AddDays(39), easter.AddDays(50),
            new(year, 10, 3), new(year, 12, 25), new(year, 12, 26),
        ];
    });

    /// <summary>The holidays of a country by its code, or <see cref="None"/> when it is not here.</summary>
    public static PublicHolidays Of(string country) => country.ToUpperInvariant() switch
    {
        "NL" => Netherlands,
        "BE" => Belgium,
        "DE" => Germany,
        _ => None,
    };

    public IEnumerable<DateOnly> InYear(int year) => _inYear(year).Order();

    public bool IsHoliday(DateOnly day) => _inYear(day.Year).Contains(day);

    /// <summary>Neither a holiday nor a Sunday or Saturday (1182/71, Article 2(2)).</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The day itself when it is a working day, or the first one after it.</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>Easter in the Gregorian calendar, by the rule of the nineteen-year cycle and the Paschal full moon.</summary>
    public static DateOnly EasterSunday(int year)
    {
        var century = year / 100;
        var golden = year % 19;
        var moonCorrection = (century - ((century - 17) / 25)) / 3;
        var epact = (century - (century / 4) - moonCorrection + (19 * golden) + 15) % 30;
        epact -= epact / 28 * (1 - (epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11)));
        var weekday = (year + (year / 4) + epact + 2 - century + (century / 4)) % 7;
        var offset = epact - weekday;
        var month = 3 + ((offset + 40) / 44);
        return new DateOnly(year, month, offset + 28 - (31 * (month / 4)));
    }
}
