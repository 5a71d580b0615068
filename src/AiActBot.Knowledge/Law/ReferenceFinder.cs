using System.Globalization;
using System.Text.RegularExpressions;

namespace AiActBot.Knowledge.Law;

/// <summary>A provision as somebody wrote it. It may not exist, and it may belong to another law.</summary>
/// <param name="OtherLaw">The other law it was attributed to ("AVG", "GDPR"), or null when it means the AI Act.</param>
public sealed record LawReference(ProvisionId Provision, int Start, int Length, string? OtherLaw);

/// <summary>
/// Finds references such as "artikel 26 lid 5", "art. 5(1)(f)", "lid 5 van artikel 26", "bijlage III punt 4", "Annex III 4(a)",
/// "AIA 50", "artikel 4 bis" and "overweging 81", with the numbers in digits or in words.
/// </summary>
public static partial class ReferenceFinder
{
    private static readonly string[] Roman = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
        "XVI", "XVII", "XVIII", "XIX", "XX"];

    public static IReadOnlyList<LawReference> Find(string text)
    {
        var written = SpelledNumbers.Rewrite(text);
        return [.. FindInDigits(written.Text).Select(found => found with
        {
            Start = written.Was(found.Start),
            Length = written.Was(found.Start + found.Length) - written.Was(found.Start),
        })];
    }

    private static List<LawReference> FindInDigits(string text)
    {
        var found = new List<LawReference>();
        foreach (Match match in Start().Matches(text))
        {
            if (found.Count > 0 && match.Index < found[^1].Start + found[^1].Length)
                continue;

            if (match.Groups["recital"] is { Success: true } recital)
                Add($"rct-{recital.Value}", match.Index, match.Index + match.Length);
            else if (match.Groups["annex"] is { Success: true } annex)
                ReadAnnex(annex, match.Groups["annexPointBefore"].Value, match.Index + match.Length, match.Index);
            else
                ReadArticle(match);
        }

        return found;

        void ReadArticle(Match match)
        {
            var id = $"art-{match.Groups["article"].Value}{Suffix(match.Groups["inserted"].Value)}";
            var end = match.Index + match.Length;
            if (match.Groups["before"] is { Success: true } before)
                id += $".{before.Value}{Suffix(match.Groups["beforeInserted"].Value)}";

            id = ReadParts(id, ref end);
            if (match.Groups["pointBefore"] is { Success: true } point)
                id += $".{point.Value.ToLowerInvariant()}";
            Add(id, match.Index, end);
            var plural = match.Groups["word"].Value.EndsWith("en", StringComparison.OrdinalIgnoreCase)
                || match.Groups["word"].Value.EndsWith('s');
            while (plural && Another().Match(text, end) is { Success: true } another)
            {
                var start = end;
                end += another.Length;
                Add(ReadParts($"art-{another.Groups[1].Value}{Suffix(another.Groups[2].Value)}", ref end), start, end);
            }
        }

        string ReadParts(string id, ref int end)
        {
            for (var part = Part().Match(text, end); part.Success; part = Part().Match(text, end))
            {
                var longer = id + "." + (part.Groups["n"].Success ? part.Groups["n"].Value : part.Groups["p"].Value.ToLowerInvariant())
                    + Suffix(part.Groups["i"].Value);
                if (IsAside(part, longer))
                    break;
                id = longer;
                end += part.Length;
            }

            return id;
        }

        void ReadAnnex(Group number, string pointBefore, int end, int start)
        {
            var roman = number.Value.ToUpperInvariant();
            if (int.TryParse(roman, CultureInfo.InvariantCulture, out var arabic))
                roman = arabic < Roman.Length ? Roman[arabic] : "XX";

            var id = $"anx-{roman}";
            var pointed = pointBefore.Length > 0;
            for (var part = AnnexPart().Match(text, end); part.Success; part = AnnexPart().Match(text, end))
            {
                // "points 1, 6 and 7" is a list: only the first number is a point of its own.
                var isPoint = part.Groups["point"].Success;
                var longer = id + "." + (part.Groups["section"].Success ? part.Groups["section"].Value.ToUpperInvariant()
                    : isPoint ? part.Groups["point"].Value : part.Groups["p"].Value.ToLowerInvariant());
                if ((isPoint && pointed) || IsAside(part, longer))
                    break;
                pointed |= isPoint;
                id = longer;
                end += part.Length;
            }

            Add(pointBefore.Length > 0 ? $"{id}.{pointBefore}" : id, start, end);
        }

        void Add(string id, int start, int end)
        {
            if (ProvisionId.TryParse(id, out var provision))
                found.Add(new LawReference(provision, start, end - start, OtherLawAfter(text, end) ?? OtherLawBefore(text, start)));
        }
    }

    private static string? OtherLawAfter(string text, int end)
    {
        var match = OtherLaw().Match(text, end);
        return match.Success && !ThisAct().IsMatch(match.Groups[1].Value) ? match.Groups[1].Value.Trim() : null;
    }

    private static string? OtherLawBefore(string text, int start)
    {
        var match = LawBefore().Match(text[Math.Max(0, start - 60)..start]);
        return match.Success && !ThisAct().IsMatch(match.Groups[1].Value) ? match.Groups[1].Value : null;
    }

    // "Article 9 (g)" in a list labels the list, and "Article 5 (1) (f)" names a point: what exists is meant.
    private static bool IsAside(Match part, string id) =>
        part.Value.TrimStart().StartsWith('(') && part.Value[0] != '('
        && !(ProvisionId.TryParse(id, out var provision) && ActStructure.Current.Exists(provision));

    private static string Suffix(string inserted) => inserted.ToUpperInvariant() switch
    {
        "BIS" => "a",
        "TER" => "b",
        "QUATER" => "c",
        "QUINQUIES" => "d",
        "SEXIES" => "e",
        "SEPTIES" => "f",
        "OCTIES" => "g",
        var letter => letter.ToLowerInvariant(),
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:(?:punt|point|onder|letter|onderdeel|sub)(?:\s+\(?|\()(?<pointBefore>[a-z]|\d{1,2})\)?\s*(?:van|of|in|"
        + @"uit)\s+(?:the\s+)?)?(?:(?:lid|paragraph|par\.?)\s*(?<before>\d{1,2})\s*(?<beforeInserted>bis|ter|quater|[a-e](?![a-z]))?\s*(?:van|"
        + @"of)\s+(?:the\s+)?)?(?<word>artikel(?:en)?|articles?|arts?\.?|AIA|AI[- ]?act|"
        + @"AI[- ]?verordening)\s*(?:§\s*)?(?<article>[1-9]\d{0,2})(?!\d|\s*(?:jan|feb|mrt|maart|march|apr|mei\b|may\b|jun|jul|aug|sep(?!ties)|okt|"
        + @"oct|nov|dec|jaar|year|maand|month|dag|day|%))(?:\s*(?<inserted>bis|ter|quater|quinquies|sexies|septies|octies)\b|"
        + @"(?<inserted>[a-h])(?![a-z0-9]))?|"
        + @"\b(?:(?:punt|point|onder|nummer|number)(?:\s+\(?|\()(?<annexPointBefore>\d{1,2})\)?\s*(?:van|of|in|uit)\s+(?:the\s+)?)?(?:bijlagen?|"
        + @"annex(?:es)?|appendix)\s*(?<annex>[IVX]{1,5}|\d{1,2})\b|\b(?:overweging(?:en)?|recitals?)\s*(?<recital>[1-9]\d{0,2})\b",
        Options)]
    private static partial Regex Start();

    [GeneratedRegex(
        @"\G(?:\s*,?\s*(?:lid|leden|paragraphs?|paragraaf|para\.?|par\.?|§)\s*(?<n>\d{1,2})(?:\s*(?<i>bis|ter|quater|quinquies|sexies)\b|"
        + @"(?<i>[a-e])(?![a-z]))?|\s?\(\s*(?<n>\d{1,2})(?<i>[a-e])?\s*\)|\.(?<n>\d{1,2})(?<i>[a-e])?(?![\d-])|\s*,?\s*(?:eerste alinea,?\s*|"
        + @"first subparagraph,?\s*)?(?:aanhef en\s*)?(?:punt(?:en)?|onder|sub|points?|letter|onderdeel)\s*(?:\(?\s*(?<p>[a-z]{1,3}|"
        + @"[ivx]{1,5})(?:\s(?<i>bis|ter))?\s*\)|(?<p>[a-z])(?![a-z])|(?<n>\d{1,2})(?<i>[ab])?)|\s?\(\s*(?<p>[a-z]{1,4})\s*\))",
        Options)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"\G\s*(?:,|en|and|&|of|or)\s+(?:(?:en|and|of|or)\s+)?(?:artikel|article)?\s*([1-9]\d{0,2})(?!\d|\s*(?:jan|feb|mrt|maart|mar|apr|mei|may|"
        + @"jun|jul|aug|sep|okt|oct|nov|dec|%))([a-e])?\b",
        Options)]
    private static partial Regex Another();

    [GeneratedRegex(
        @"\G(?:\s*,?\s*(?:afdeling|section|deel|part)\s*(?<section>[A-C]|[12])\b|\.(?<section>[A-C])\b|\s*,?\s*(?:punten|punt|points?|onder|"
        + @"nr\.?|no\.?|onderdeel|sub)?\s*\(?(?<point>\d{1,2})(?![\d%])\)?\.?(?=\W|$|[a-z]\))|\.(?<p>\d{1,2})|\s*,?\s*(?:(?:punten|punt|points?|"
        + @"onder|sub|letter)\s*\(?|\()(?<p>[a-z])\)?(?![a-z])|\s*,\s*(?<p>[a-z])\)|(?<=\d)\s?(?<p>[a-h])\)?(?![a-z]))",
        Options)]
    private static partial Regex AnnexPart();

    [GeneratedRegex(
        @"\G\s*,?\s*(?:\(\s*)?(?:van\s+(?:(?:de|het)\s+)?|(?:of|to)\s+(?:the\s+)?|bij\s+(?:de\s+)?|uit\s+de\s+|in\s+(?:de|the)\s+|"
        + @"under\s+(?:the\s+)?)?((?:[A-Z]{2,6}\b|GDPR|AVG|UAVG|DSA|DMA|NIS\s?2|DORA|CRA|MDR|IVDR|WVG|BW|Awb|(?:Verordening|Regulation|Richtlijn|"
        + @"Directive|Besluit|Decision)(?:\s*\((?:EU|EG|EC)\))?\s*(?:[Nn]r\.?\s*|[Nn]o\.?\s*)?\d[\d/]*|Handvest|Charter|VWEU|TFEU|Treaty|Verdrag|"
        + @"Grondwet|Algemene verordening|General Data|Data Act|Dataverordening|Cyber|Digital Services|Digital Markets|Burgerlijk|Civil Code|"
        + @"(?:that|die) (?:Regulation|Directive|verordening|richtlijn))[^\s,.;:?!)]*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex OtherLaw();

    [GeneratedRegex(
        @"\b(AVG|GDPR|UAVG|DSA|DMA|NIS\s?2|DORA|CRA|MDR|IVDR|Awb|Handvest|Charter|(?:Verordening|Regulation|Richtlijn|Directive)(?:\s*\((?:EU|EG|"
        + @"EC)\))?\s*(?:[Nn]r\.?\s*|[Nn]o\.?\s*)?\d[\d/]*(?:/(?:EU|EG|EC))?)\s*,?\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex LawBefore();

    [GeneratedRegex(@"^(?:AIA|AI|AI-(?:verordening|act|wet)|AIV|EU|KI|MSA|SME|HR|IT|2024/1689|.*2024/1689|.*2026/1744)$", Options)]
    private static partial Regex ThisAct();
}
