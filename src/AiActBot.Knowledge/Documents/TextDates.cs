using System.Globalization;
using System.Text.RegularExpressions;

namespace AiActBot.Knowledge.Documents;

/// <summary>Finds dates written in full in Dutch or English text: "2 december 2027", "2 December 2027", "2027-12-02".</summary>
public static partial class TextDates
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static IReadOnlyList<DateOnly> Find(string text)
    {
        var dates = new List<DateOnly>();
        foreach (Match match in Written().Matches(text))
        {
            var month = Month(match.Groups["month"].Value);
            var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
                dates.Add(new DateOnly(year, month, day));
        }

        return dates;
    }

    /// <summary>The date as people write it: "2 december 2027", "2 December 2027".</summary>
    public static string Write(DateOnly date, DocumentLanguage language) =>
        date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language == DocumentLanguage.Nl ? "nl-NL" : "en-GB"));

    private static int Month(string name)
    {
        if (int.TryParse(name, CultureInfo.InvariantCulture, out var number))
            return number;

        var start = name[..3].ToLowerInvariant() switch { "maa" or "mrt" => "mar", "mei" => "may", "okt" => "oct", var other => other };
        return Array.IndexOf(Months, start) + 1;
    }

    [GeneratedRegex(
        @"\b(?:(?<day>\d{1,2})\s+(?<month>jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|june?|juni|july?|juli|"
        + @"aug(?:ustus|ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+(?<year>(?:19|20)\d\d)|(?<month>january|"
        + @"february|march|april|may|june|july|august|september|october|november|december)\s+(?<day>\d{1,2}),?\s+(?<year>(?:19|20)\d\d)|"
        + @"(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)|(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>(?:19|20)\d\d))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
