using System.Globalization;
using System.Text.RegularExpressions;
using AiActBot.Knowledge.Documents;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>The numbers and dates that a text states, in figures or in words of either language, so that two texts can be compared.</summary>
internal static partial class StatedNumbers
{
    /// <summary>"One" and "een" are left out: they are articles more often than numbers.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["twee"] = "2", ["two"] = "2", ["drie"] = "3", ["three"] = "3", ["vier"] = "4", ["four"] = "4", ["vijf"] = "5", ["five"] = "5",
        ["zes"] = "6", ["six"] = "6", ["zeven"] = "7", ["seven"] = "7", ["acht"] = "8", ["eight"] = "8", ["negen"] = "9", ["nine"] = "9",
        ["tien"] = "10", ["ten"] = "10", ["elf"] = "11", ["eleven"] = "11", ["twaalf"] = "12", ["twelve"] = "12", ["veertien"] = "14",
        ["fourteen"] = "14", ["vijftien"] = "15", ["fifteen"] = "15", ["achttien"] = "18", ["eighteen"] = "18", ["twintig"] = "20",
        ["twenty"] = "20", ["vierentwintig"] = "24", ["dertig"] = "30", ["thirty"] = "30", ["zesendertig"] = "36", ["veertig"] = "40",
        ["forty"] = "40", ["vijftig"] = "50", ["fifty"] = "50", ["zestig"] = "60", ["sixty"] = "60", ["negentig"] = "90", ["ninety"] = "90",
        ["honderd"] = "100", ["hundred"] = "100", ["duizend"] = "1000", ["thousand"] = "1000", ["miljoen"] = "million", ["million"] = "million",
        ["miljard"] = "billion", ["billion"] = "billion", ["procent"] = "%", ["percent"] = "%",
        ["dozijn"] = "12", ["dozen"] = "12", ["helft"] = "half", ["half"] = "half", ["dubbele"] = "double", ["double"] = "double",
    };

    public static HashSet<string> Of(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match figure in Figure().Matches(text))
            found.Add(Separators().Replace(figure.Value, "").TrimStart('0'));
        foreach (var word in Knowledge.Text.Words.Of(text))
        {
            if (Words.TryGetValue(word, out var number))
                found.Add(number);
        }

        if (text.Contains('%', StringComparison.Ordinal))
            found.Add("%");
        // "2 August" has the figures of "2 December".
        foreach (var date in TextDates.Find(text))
            found.Add(date.ToString("O", CultureInfo.InvariantCulture));
        return found;
    }

    [GeneratedRegex(@"\d+(?:[.,\s]\d{3}(?!\d))*(?:[.,]\d{1,2}(?!\d))?", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"[.,\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
