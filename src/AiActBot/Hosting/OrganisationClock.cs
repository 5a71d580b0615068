using System.Globalization;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using Microsoft.Extensions.Options;

namespace AiActBot.Hosting;

/// <summary>Shows moments as people of the organisation read them: in its time zone, in their language.</summary>
internal sealed class OrganisationClock(TimeProvider time, IOptions<OrganisationOptions> options)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The date on which the organisation is now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);

    /// <summary>Days on which the organisation does not work, beside weekends.</summary>
    public PublicHolidays Holidays { get; } = PublicHolidays.Of(options.Value.Country);

    /// <summary>The date that a moment falls on for the organisation.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The time of day at a moment for the organisation.</summary>
    public TimeSpan TimeOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).TimeOfDay;

    /// <summary>The moment at which a day begins for the organisation.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The zone of the organisation, where its deadlines end.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The zone in which a person reads times.</summary>
    public TimeZoneInfo ZoneOf(Conversations.Person reader) =>
        reader.TimeZone is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var found) ? found : zone;

    /// <summary>A moment as this person reads it: in their language and their zone.</summary>
    public string Show(DateTimeOffset moment, Conversations.Person reader) =>
        TimeZoneInfo.ConvertTime(moment, ZoneOf(reader)).ToString("d MMMM yyyy, HH:mm", Culture(reader.Language));

    /// <summary><c>22 november 2026, 09:30</c>.</summary>
    public string Show(DateTimeOffset moment, Language language) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMMM yyyy, HH:mm", Culture(language));

    public static string Show(DateOnly date, Language language) => date.ToString("d MMMM yyyy", Culture(language));

    private static CultureInfo Culture(Language language) => CultureInfo.GetCultureInfo(language == Language.Dutch ? "nl-NL" : "en-GB");
}
