using System.Globalization;
using System.Text.RegularExpressions;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Law;

namespace AiActBot.Assistant;

/// <summary>Chapters, sections and numbered definitions that a question names and the Act does not have.</summary>
internal static partial class ActDivisions
{
    private const int Chapters = 13;

    private static readonly int[] FirstArticles = [1, 5, 6, 50, 51, 57, 64, 71, 72, 95, 97, 99, 102];

    // Chapter III has five sections, V four, VII two, IX five; the others have none. Section 5 of Chapter III is the last one.
    private static readonly Dictionary<int, int> Sections = new() { [3] = 5, [5] = 4, [7] = 2, [9] = 5 };

    /// <summary>What does not exist, and what does instead; null when all does.</summary>
    public static string? Missing(string question, DocumentLanguage language)
    {
        var text = SpelledNumbers.InDigits(question);
        if (OfAnotherLaw().IsMatch(text))
            return null;
        foreach (Match match in Chapter().Matches(text))
        {
            if (NumberOf(match.Groups["chapter"].Value) is not { } chapter)
                continue;
            var name = match.Groups["chapter"].Value.ToUpperInvariant();
            if (chapter is 0 or > Chapters)
            {
                return language.Choose(
                    $"Hoofdstuk {name} bestaat niet: de AI-verordening heeft de hoofdstukken I tot en met XIII.",
                    $"Chapter {name} does not exist: the AI Act has Chapters I to XIII.");
            }

            if (NumberOf(match.Groups["section"].Value) is { } section && section > Sections.GetValueOrDefault(chapter))
            {
                var has = Sections.GetValueOrDefault(chapter);
                return has == 0
                    ? language.Choose($"Hoofdstuk {name} van de AI-verordening is niet in afdelingen verdeeld.", $"Chapter {name} of the AI Act is not divided into sections.")
                    : language.Choose($"Hoofdstuk {name} van de AI-verordening heeft {has} afdelingen; een afdeling {section} is er niet.", $"Chapter {name} of the AI Act has {has} sections; there is no Section {section}.");
            }
        }

        return Definition().Match(text) is { Success: true } definition
            && ProvisionId.TryParse($"art-3.{definition.Groups["n"].Value}{definition.Groups["m"].Value}", out var id) && !ActStructure.Current.Exists(id)
            ? AnswerTexts.Missing(id, ProvisionId.Parse("art-3"), ActStructure.Current.PartsOf(ProvisionId.Parse("art-3")).Count(), language)
            : null;
    }

    /// <summary>The first article of each chapter that is named; a chapter has no text of its own.</summary>
    public static IEnumerable<ProvisionId> Opening(string text) => OfAnotherLaw().IsMatch(text) ? [] : Chapter().Matches(SpelledNumbers.InDigits(text))
        .Select(match => NumberOf(match.Groups["chapter"].Value)).OfType<int>().Where(chapter => chapter is > 0 and <= Chapters)
        .Select(chapter => ProvisionId.Parse(string.Create(CultureInfo.InvariantCulture, $"art-{FirstArticles[chapter - 1]}")));

    private static int? NumberOf(string written)
    {
        if (written.Length == 0)
            return null;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var total = 0;
        for (var i = 0; i < written.Length; i++)
        {
            var value = Value(written[i]);
            total += i + 1 < written.Length && Value(written[i + 1]) > value ? -value : value;
        }

        return total;

        static int Value(char digit) => char.ToUpperInvariant(digit) switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 };
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"(?:\b(?:afdeling|section|sectie)\s+(?<section>\d{1,2}|[IVXL]+)\s+(?:van|of|in|uit)\s+)?\b(?:hoofdstuk|hfst\.?|chapter|"
        + @"ch\.)\s*(?<chapter>\d{1,3}|[IVXL]+)\b(?:,?\s*(?:afdeling|section|sectie)\s+(?<section>\d{1,2}|[IVXL]+)\b)?",
        Options)]
    private static partial Regex Chapter();

    [GeneratedRegex(
        @"\b(?:definitie|begripsomschrijving|begrip|definition|term)\s*(?:met )?(?:is )?(?:nummer|number|nr\.?|no\.?|#)?\s*(?<n>\d{1,3})\b|"
        + @"(?<=\b(?:artikel|article|art\.?) 3\b.{0,30})\b(?:de|the)\s+(?<m>\d{1,3})(?:e|de|ste|th|st|nd|rd) (?:definitie|begrip|definition|term)\b",
        Options)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\b(?:handboek|manual|boek|book|GDPR|AVG|wetboek|code|Awb|beleid|policy|rapport|report|ISO)\b", Options)]
    private static partial Regex OfAnotherLaw();
}
