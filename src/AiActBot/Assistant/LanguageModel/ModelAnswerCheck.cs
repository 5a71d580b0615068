using System.Text.RegularExpressions;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>
/// Checks what a model wrote against the passages that it was shown. It cannot check meaning; it checks what can be counted: citations,
/// provisions, quotes, numbers, dates, denials, words in common, language, length and plainness. One objection and nothing of it is shown.
/// </summary>
internal sealed partial class ModelAnswerCheck(ModelPrompt prompt, IReadOnlyList<SourcePassage> passages, string question, DocumentLanguage language, int mostSentences)
{
    /// <summary>An answer of more characters is none that people read.</summary>
    public const int Longest = 3000;

    private const int LongestSentence = 700;
    private const int MostCitations = 4;

    /// <summary>The share of a sentence's content words that passage and question must have, and the passage alone.</summary>
    private const double Support = 0.5;
    private const double SupportOfPassage = 0.3;

    /// <summary>A shorter sentence says too little of its language.</summary>
    private const int WordsThatTellLanguage = 8;

    private const string NoAnswer = "NO ANSWER";

    private readonly LeakCheck _leaks = new(prompt, passages.Select(p => p.All));

    public (IReadOnlyList<CitedSentence> Sentences, AnswerObjection? Objection) Check(string written)
    {
        var sentences = written.Length <= Longest ? CitedSentences.Of(written) : [];
        return (sentences, ObjectionToAll(written, sentences) ?? sentences.Select(ObjectionTo).FirstOrDefault(o => o is not null));
    }

    private AnswerObjection? ObjectionToAll(string written, IReadOnlyList<CitedSentence> sentences)
    {
        if (written.Length > Longest)
            return AnswerObjection.Length;
        if (_leaks.Leaks(written))
            return AnswerObjection.Leak;
        if (string.IsNullOrWhiteSpace(written) || sentences.Count == 0 || written.Contains(NoAnswer, StringComparison.OrdinalIgnoreCase))
            return AnswerObjection.NoAnswer;
        if (!PlainAnswerText.Is(CitedSentences.WithoutEmphasis(written)))
            return AnswerObjection.NotPlain;
        if (sentences.Count > mostSentences)
            return AnswerObjection.Length;
        return IsIn(language, string.Join(' ', sentences.Select(s => s.Text))) ? null : AnswerObjection.Language;
    }

    private AnswerObjection? ObjectionTo(CitedSentence sentence)
    {
        var text = sentence.Text;
        if (text.Length > LongestSentence)
            return AnswerObjection.Length;
        if (sentence.Passages.Count == 0)
            return AnswerObjection.NotCited;
        if (sentence.Passages.Count > MostCitations || sentence.Passages.Any(number => number < 1 || number > passages.Count))
            return AnswerObjection.UnknownPassage;
        if (Words.Of(text).Count >= WordsThatTellLanguage && !IsIn(language, text))
            return AnswerObjection.Language;

        var cited = sentence.Passages.Select(number => passages[number - 1]).ToList();
        var references = ReferenceFinder.Find(text);
        if (references.Any(reference => !cited.Any(passage => passage.Names(reference))) || NamesAnUnreadProvision(text, references))
            return AnswerObjection.Provision;
        if (!QuotesStand(text, cited))
            return AnswerObjection.Quote;
        if (!StatedNumbers.Of(Without(text, references)).All(number => cited.Any(passage => passage.Numbers.Contains(number))))
            return AnswerObjection.Number;
        if (SourcePassage.Denies(text) && !cited.Any(passage => passage.HasNegation))
            return AnswerObjection.Denial;
        return IsSupported(text, cited) ? null : AnswerObjection.Unsupported;
    }

    // Every passage that is cited has to carry its part; a sentence cites the passages for all that it says.
    private bool IsSupported(string text, List<SourcePassage> cited)
    {
        var overlap = new TermOverlap(language, text);
        var all = string.Join('\n', cited.Select(passage => passage.All));
        return overlap.With(all) >= SupportOfPassage && overlap.With($"{all}\n{question}") >= Support;
    }

    // "Article nine hundred" is a provision that the finder cannot read, so nobody could check it.
    private static bool NamesAnUnreadProvision(string text, IReadOnlyList<LawReference> references) =>
        ProvisionWord().Matches(text).Any(word =>
            !references.Any(r => word.Index >= r.Start && word.Index < r.Start + r.Length) && !Pointing().IsMatch(text[..word.Index]));

    private static bool QuotesStand(string text, List<SourcePassage> cited)
    {
        // Quotation marks that open and never close would hide a quote.
        if (text.Count(c => c is '"') % 2 != 0 || text.Count(c => c is '“' or '„' or '«') != text.Count(c => c is '”' or '»') && !text.Contains('„', StringComparison.Ordinal))
            return false;
        return Quote().Matches(text).Select(match => match.Groups["words"].Value.Trim().TrimEnd('.', ',', ';', ':', '!', '?'))
            .All(words => words.Length == 0 || cited.Any(passage => passage.Holds(words)));
    }

    private static string Without(string text, IReadOnlyList<LawReference> references)
    {
        foreach (var reference in references.OrderByDescending(r => r.Start))
            text = text.Remove(reference.Start, reference.Length);
        return text;
    }

    private static bool IsIn(DocumentLanguage language, string text) => LanguageDetector.Detect(text, language) == language;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:artikel|article|bijlage|annex|overweging|recital)\b|§", Options)]
    private static partial Regex ProvisionWord();

    [GeneratedRegex(@"\b(?:dit|dat|deze|die|this|that|same|zelfde)\s+$", Options)]
    private static partial Regex Pointing();

    [GeneratedRegex("""(?:[“„«](?<words>[^”“»]+)[”“»])|"(?<words>[^"]+)"|‘(?<words>[^’]+)’(?!\w)|(?<!\w)'(?<words>[^']{3,})'(?!\w)""", RegexOptions.CultureInvariant)]
    private static partial Regex Quote();
}
