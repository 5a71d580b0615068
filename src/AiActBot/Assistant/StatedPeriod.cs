using System.Globalization;
using System.Text.RegularExpressions;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>A period of time as somebody wrote it.</summary>
/// <param name="Unit">hour, day, working day, week, month or year, in English.</param>
internal sealed record StatedPeriod(int Number, string Unit, string Words)
{
    /// <summary>In hours where that is exact, so that 72 hours and three days are alike.</summary>
    private (double Size, string Measure) Size => Unit switch
    {
        "hour" => (Number, "hour"),
        "day" => (Number * 24, "hour"),
        "week" => (Number * 168, "hour"),
        "month" => (Number, "month"),
        "year" => (Number * 12, "month"),
        _ => (Number, Unit),
    };

    public bool IsAsLongAs(StatedPeriod other) => Size == other.Size;
}

/// <summary>Finds periods in text, and those that a question says the law sets.</summary>
internal static partial class StatedPeriods
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["een"] = 1, ["one"] = 1, ["twee"] = 2, ["two"] = 2, ["drie"] = 3, ["three"] = 3, ["vier"] = 4, ["four"] = 4, ["vijf"] = 5, ["five"] = 5,
        ["zes"] = 6, ["six"] = 6, ["zeven"] = 7, ["seven"] = 7, ["acht"] = 8, ["eight"] = 8, ["negen"] = 9, ["nine"] = 9, ["tien"] = 10, ["ten"] = 10,
        ["twaalf"] = 12, ["twelve"] = 12, ["veertien"] = 14, ["fourteen"] = 14, ["vijftien"] = 15, ["fifteen"] = 15, ["twintig"] = 20, ["twenty"] = 20,
        ["dertig"] = 30, ["thirty"] = 30, ["zestig"] = 60, ["sixty"] = 60, ["negentig"] = 90, ["ninety"] = 90,
    };

    public static IReadOnlyList<StatedPeriod> In(string text)
    {
        var periods = new List<StatedPeriod>();
        foreach (Match match in Period().Matches(Words.Fold(text).ToLowerInvariant()))
        {
            var written = match.Groups["n"].Value;
            if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || Numbers.TryGetValue(written, out number))
                periods.Add(new StatedPeriod(number, UnitOf(match.Groups["u"].Value), match.Value));
        }

        return periods;
    }

    /// <summary>True when the question gives the period as what the law or a duty says, and not as what happened.</summary>
    public static bool SaysItIsTheRule(string text) => Rule().IsMatch(text);

    private static string UnitOf(string word) => word switch
    {
        _ when word.StartsWith("werkdag", StringComparison.Ordinal) || word.StartsWith("working", StringComparison.Ordinal) || word.StartsWith("business", StringComparison.Ordinal) => "working day",
        _ when word.StartsWith("uur", StringComparison.Ordinal) || word.StartsWith("ur", StringComparison.Ordinal) || word.StartsWith("hour", StringComparison.Ordinal) => "hour",
        _ when word.StartsWith("da", StringComparison.Ordinal) => "day",
        _ when word.StartsWith("we", StringComparison.Ordinal) => "week",
        _ when word.StartsWith('m') => "month",
        _ => "year",
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?<n>\d{1,3}|een|one|twee|two|drie|three|vier|four|vijf|five|zes|six|zeven|seven|acht|eight|negen|nine|tien|ten|twaalf|twelve|veertien|fourteen|vijftien|fifteen|twintig|twenty|dertig|thirty|zestig|sixty|negentig|ninety)[ -]?(?:hele |full )?(?<u>werkdagen|werkdag|working days?|business days?|uur|uren|hours?|dagen|dag|days?|weken|week|weeks?|maanden|maand|months?|jaar|jaren|years?)\b")]
    private static partial Regex Period();

    [GeneratedRegex(
        @"\b(?:geeft|geven|gives?|krijg(?:en|t)?|gets?|heb(?:ben)?|have|termijn|deadline|periode?|window|binnen|within|in time|moet(?:en)?|must|"
        + @"has to|need(?:s|ed)? to|needs? to be|should be|verplicht|requires?|required|demands?|vereist|volgens|says?|zegt|bewaren|bewaard|keeps?|"
        + @"kept|retain(?:ed)?|retention|stored?)\b",
        Options)]
    private static partial Regex Rule();
}
