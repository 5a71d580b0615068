using System.Text.RegularExpressions;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>Reads a question against the one before it: "and for deployers?", "en wanneer?", "which article is that?".</summary>
internal static partial class FollowUp
{
    // "en bij medische hulpmiddelen?" still leans; with more of its own a question says enough.
    private const int MostOwnWords = 3;

    // The share of what a follow-up adds that one of the best passages must have.
    private const double LeastFound = 0.5;

    /// <summary>True when the question says too little to stand alone and points back; false when it has a subject of its own.</summary>
    public static bool Leans(string text)
    {
        if (Bare().IsMatch(text))
            return true;
        var (joins, pointsBack) = (Joins().IsMatch(text), PointsBack().IsMatch(text));
        if (AsksTheSameOf().IsMatch(text))
            return OwnWords(text).Count <= MostOwnWords;

        // After "and" a fine is the fine for what was asked; alone it is a subject.
        var own = OwnWords(joins || pointsBack ? Amounts().Replace(text, " ") : text);
        if (own.Count == 0)
            return joins || pointsBack || QuestionWords.Roles(text).Count > 0 || QuestionWords.Intent(text) != QuestionIntent.General;
        if (pointsBack)
            return own.Count <= 1 || (own.Count == 2 && StandsForIt().IsMatch(text)) || (joins && own.Count <= MostOwnWords);
        return joins && own.Count <= MostOwnWords && !Verb().IsMatch(text);
    }

    /// <summary>True when the question adds nothing to search for: "en wanneer?", "which article is that?".</summary>
    public static bool AddsNothing(string text) =>
        OwnWords(Amounts().Replace(text, " ")).Count == 0 && QuestionWords.Roles(text).Count == 0 && !Amounts().IsMatch(text);

    /// <summary>
    /// The two questions as one. A role that is named now takes the place of the one before: who asks "and for importers?" no longer asks
    /// for deployers.
    /// </summary>
    public static string Join(string previous, string text)
    {
        if (AddsNothing(text))
            return previous;
        return $"{(QuestionWords.Roles(text).Count > 0 ? QuestionWords.WithoutRoles(previous) : previous)} {text}";
    }

    /// <summary>True when hardly anything of what a follow-up adds is in the best passages: it is no follow-up, but something else altogether.</summary>
    public static bool IsSomethingElse(string text, IReadOnlyList<Passage> passages)
    {
        var own = OwnWords(text);
        if (own.Count == 0 || passages.Count == 0)
            return false;
        var asked = string.Join(' ', own);
        return passages.Take(3).All(p => new TermOverlap(p.Chunk.Language, asked).With($"{p.Chunk.Title}\n{p.Chunk.Heading}\n{p.Chunk.Text}") < LeastFound);
    }

    // What is left of a question when small words, roles, the kind of question and names of parts of the law are taken out.
    internal static List<string> OwnWords(string text)
    {
        var rest = QuestionWords.WithoutKind(QuestionWords.WithoutRoles(text));
        if (PointsBack().IsMatch(text))
            rest = QuestionWords.WithoutRisks(rest);
        return [.. Words.Of(PartsOfTheLaw().Replace(rest, " "))
            .Where(w => w.Length > 1 && !StopWords.Contains(DocumentLanguage.Nl, w) && !StopWords.Contains(DocumentLanguage.En, w))];
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?:waarom|hoezo|hoe dan|leg uit|leg dat uit|why|how so|how come|explain|explain that|meer|more|tell me more|vertel meer)\W*$", Options)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^\W*(?:en|maar|and|but|also|ook|dus|so)\b", Options)]
    private static partial Regex Joins();

    [GeneratedRegex(
        @"^\W*(?:(?:en|maar|and|but) )?(?:what about|how about|hoe zit (?:het|dat|dit)|geldt (?:dat|dit) ook|does (?:that|this|it) also|wat als|"
        + @"what if)\b",
        Options)]
    private static partial Regex AsksTheSameOf();

    [GeneratedRegex(@"\b(?:dat|dit|die|deze|daar\w*|hier\w*|ervoor|erover|ervan|hetzelfde|zo'n|that|this|those|these|it|they|them|the same)\b|\b(?:dan|anders|then|otherwise)\W*$", Options)]
    private static partial Regex PointsBack();

    // "Must we report that to the authority?": the word stands for what was asked before, and not in front of a noun of its own.
    [GeneratedRegex(
        @"\b(?:dat|dit|die|deze|that|this|those|these|them)\b(?=\W*$|\W+(?:bij|aan|ook|dan|nog|zelf|binnen|vanaf|op|voor|met|in|to|at|by|for|with|"
        + @"within|from|too|also|as|in)\b)",
        Options)]
    private static partial Regex StandsForIt();

    [GeneratedRegex(
        @"\b(?:is|zijn|wordt|worden|moet|moeten|mag|mogen|geldt|gelden|heeft|hebben|kan|kunnen|doe|doet|doen|staat|staan|are|was|must|may|can|"
        + @"could|should|does|do|did|has|have|applies|apply|need|needs|what's|whats)\b",
        Options)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(?:boetes?|sancties?|bedrag|maximum|maximale|fines?|penalt(?:y|ies)|amount)\b", Options)]
    private static partial Regex Amounts();

    [GeneratedRegex(
        @"\b(?:artikel(?:en)?|lid|leden|bijlagen?|overweging(?:en)?|bepaling(?:en)?|punt|articles?|paragraphs?|annex(?:es)?|recitals?|"
        + @"provisions?|point|exactly|precies)\b",
        Options)]
    private static partial Regex PartsOfTheLaw();
}
