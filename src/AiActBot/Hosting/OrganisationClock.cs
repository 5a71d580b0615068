using System.Globalization;
using AiActBot.Compliance;
using Microsoft.Extensions.Options;

namespace AiActBot.Hosting;

/// <summary>Shows moments as people of the organisation read them: in its time zone, in their language.</summary>
internal sealed class OrganisationClock(TimeProvider time, IOptions<OrganisationOptions> options)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The date on which the organisation is now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);

    /// <summary><c>22 november 2026, 09:30</c>.</summary>
    public string Show(DateTimeOffset moment, Language language) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMMM yyyy, HH:mm", Culture(language));

    public static string Show(DateOnly date, Language language) => date.ToString("d MMMM yyyy", Culture(language));

    private static CultureInfo Culture(Language language) => CultureInfo.GetCultureInfo(language == Language.Dutch ? "nl-NL" : "en-GB");
}
