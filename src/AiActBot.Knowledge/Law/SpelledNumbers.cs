using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiActBot.Knowledge.Law;

/// <summary>
/// Writes numbers that are spelled out after the name of a part of a law in digits: "artikel honderdtwintig" becomes "artikel 120",
/// "article twenty-six, paragraph two" becomes "article 26, paragraph 2", and "het vijfde lid" becomes "het lid 5".
/// </summary>
public static partial class SpelledNumbers
{
    private static readonly string[] Dutch =
    [
        "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien",
        "vijftien", "zestien", "zeventien", "achttien", "negentien",
    ];

    private static readonly string[] English =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] DutchTens = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];
    private static readonly string[] EnglishTens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] DutchOrdinals =
        ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde", "dertiende"];

    private static readonly string[] EnglishOrdinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth"];

    public static string InDigits(string text) => Rewrite(text).Text;

    internal static RewrittenText Rewrite(string text)
    {
        var rewritten = new RewrittenText(text);
        if (!Spelled().IsMatch(text))
            return rewritten;
        foreach (Match match in Named().Matches(text))
        {
            if (match.Groups["ordinal"] is { Success: true } ordinal)
            {
                rewritten.Replace(match.Index, match.Length, $"{match.Groups["part"].Value} {Ordinal(ordinal.Value)}");
                continue;
            }

            var number = match.Groups["number"];
            rewritten.Replace(number.Index, number.Length, Digits(number.Value));
            if (!match.Groups["word"].Value.EndsWith("en", StringComparison.OrdinalIgnoreCase) && !match.Groups["word"].Value.EndsWith('s'))
                continue;
            for (var next = Another().Match(text, match.Index + match.Length); next.Success; next = Another().Match(text, next.Index + next.Length))
                rewritten.Replace(next.Groups["number"].Index, next.Groups["number"].Length, Digits(next.Groups["number"].Value));
        }

        return rewritten;
    }

    private static string Digits(string written) =>
        int.TryParse(written, CultureInfo.InvariantCulture, out _) ? written : ValueOf(written).ToString(CultureInfo.InvariantCulture);

    private static string Ordinal(string written)
    {
        var digits = string.Concat(written.TakeWhile(char.IsAsciiDigit));
        if (digits.Length > 0)
            return digits;
        var word = written.ToLowerInvariant();
        var at = Math.Max(Array.IndexOf(DutchOrdinals, word), Array.IndexOf(EnglishOrdinals, word));
        return (at + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static int ValueOf(string written)
    {
        var word = Text.Words.Fold(written).ToLowerInvariant();
        foreach (var hundred in (string[])["hundred", "honderd"])
        {
            var at = word.IndexOf(hundred, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var before = word[..at].Trim(' ', '-');
            var rest = AndBefore().Replace(word[(at + hundred.Length)..].Trim(' ', '-'), "");
            return ((before.Length is 0 or 1 ? 1 : BelowHundred(before)) * 100) + (rest.Length == 0 ? 0 : BelowHundred(rest));
        }

        return BelowHundred(word);
    }

    private static int BelowHundred(string word)
    {
        var small = Math.Max(Array.IndexOf(Dutch, word), Array.IndexOf(English, word));
        if (small >= 0)
            return small;
        for (var i = 0; i < DutchTens.Length; i++)
        {
            var tens = (i + 2) * 10;
            if (word == DutchTens[i] || word == EnglishTens[i])
                return tens;
            if (word.EndsWith(DutchTens[i], StringComparison.Ordinal))
                return tens + BelowHundred(word[..^(DutchTens[i].Length + 2)]);
            if (word.StartsWith(EnglishTens[i], StringComparison.Ordinal))
                return tens + BelowHundred(word[EnglishTens[i].Length..].Trim(' ', '-'));
        }

        return 0;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string DutchUnit = "(?:[eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen)";
    private const string DutchTen = "(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)";

    private const string DutchBelow =
        $"(?:{DutchUnit}[eë]n{DutchTen}|{DutchTen}|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|tien|elf|twaalf|{DutchUnit})";

    private const string EnglishUnit = "(?:one|two|three|four|five|six|seven|eight|nine)";
    private const string EnglishTen = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";

    private const string EnglishBelow =
        $"(?:{EnglishTen}(?:[ -]?{EnglishUnit})?|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|ten|eleven|twelve|{EnglishUnit})";

    // "een" without accents is mostly the article of the next word: it counts where nothing follows that it could belong to.
    private const string Number =
        $@"(?:(?:(?:a|{EnglishUnit})[ -]?)?hundred(?:(?:[ -]and)?[ -]{EnglishBelow})?|(?:{DutchUnit} ?)?honderd(?: ?en)? ?{DutchBelow}|(?:{DutchUnit} ?)?honderd|"
        + $@"een(?=\s*(?:$|[.,;:?!)]|van\b|lid\b|punt\b|sub\b|onder\b|bis\b))|(?!een\b){DutchBelow}|{EnglishBelow})";

    private const string Ordinals =
        "(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|first|second|third|fourth|fifth|sixth|"
        + "seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|\\d{1,2}(?:ste|de|e|st|nd|rd|th))";

    [GeneratedRegex(@"honderd|hundred|twintig|t[iy]?en\b|tig\b|twent|ty\b|\b(?:[eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf|one|two|three|"
        + @"four|five|six|seven|eight|nine|eleven|twelve)\b|teen\b|(?:de|ste|e|th|st|nd|rd|first|second|third)\s+(?:lid|paragraph)\b|ty[ -]", Options)]
    private static partial Regex Spelled();

    [GeneratedRegex(
        $@"\b(?<word>artikel(?:en)?|articles?|arts?\.?|lid|leden|paragraphs?|paragraaf|para|bijlagen?|annex(?:es)?|overweging(?:en)?|recitals?|punt(?:en)?|"
        + $@"points?|hoofdstuk(?:ken)?|chapters?|afdeling|section|definitie|definition)\s+(?:(?:nummer|number|nr\.?)\s+)?(?<number>{Number})(?![\w-])|"
        + $@"\b(?<ordinal>{Ordinals})\s+(?<part>lid|paragraph)\b",
        Options)]
    private static partial Regex Named();

    [GeneratedRegex($@"\G\s*(?:,|en|and|&|of|or)\s+(?:(?:en|and|of|or)\s+)?(?<number>\d{{1,3}}|{Number})(?![\w-])", Options)]
    private static partial Regex Another();

    [GeneratedRegex("^(?:and|en(?=[ a-z]))[ -]?", Options)]
    private static partial Regex AndBefore();
}

/// <summary>A text of which pieces were replaced, from left to right, with the way back to where a place was.</summary>
internal sealed class RewrittenText(string original)
{
    private readonly StringBuilder _text = new();
    private readonly List<(int At, int Length, int Was, int WasLength)> _pieces = [];
    private int _read;

    public string Text => _pieces.Count == 0 ? original : _text + original[_read..];

    public void Replace(int index, int length, string by)
    {
        if (index < _read)
            return;
        _text.Append(original, _read, index - _read);
        _pieces.Add((_text.Length, by.Length, index, length));
        _text.Append(by);
        _read = index + length;
    }

    /// <summary>Where a place in the new text was in the original; the end of a replaced piece for a place inside it.</summary>
    public int Was(int index)
    {
        var moved = 0;
        foreach (var (at, length, was, wasLength) in _pieces)
        {
            if (index <= at)
                break;
            if (index < at + length)
                return was + wasLength;
            moved = was + wasLength - at - length;
        }

        return index + moved;
    }
}
