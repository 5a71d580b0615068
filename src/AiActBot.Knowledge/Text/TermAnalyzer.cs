namespace AiActBot.Knowledge.Text;

/// <summary>
/// Turns the words of one language into index terms: stop words out, stems, and the parts of compounds beside the whole. Not safe
/// for several threads while it is being built; afterwards it only reads.
/// </summary>
internal sealed class TermAnalyzer
{
    private readonly Dictionary<string, string[]> _terms = new(StringComparer.Ordinal);
    private readonly CompoundSplitter _splitter;
    private readonly SpellingCorrector _corrector;

    public TermAnalyzer(DocumentLanguage language, IReadOnlyCollection<string> vocabulary)
    {
        Language = language;
        _splitter = new CompoundSplitter(vocabulary.Where(w => !StopWords.Contains(language, w)));
        _corrector = new SpellingCorrector(vocabulary);
        foreach (var word in vocabulary)
            _terms[word] = Analyze(word);
    }

    public DocumentLanguage Language { get; }

    public bool Knows(string word) => _terms.ContainsKey(word);

    /// <summary>The stem, then the stems of the parts if the word is a compound; nothing for a stop word.</summary>
    public IReadOnlyList<string> TermsOf(string word) => _terms.TryGetValue(word, out var terms) ? terms : Analyze(word);

    public IReadOnlyList<string> Corrections(string word) => _corrector.Correct(word);

    public string Stem(string word) => Language == DocumentLanguage.Nl ? DutchStemmer.Stem(word) : EnglishStemmer.Stem(word);

    /// <summary>
    /// Other forms that the Dutch algorithm leaves apart: "gebruikt" beside "gebruik", "gemeld" beside "meld".
    /// </summary>
    public static IEnumerable<string> DutchVerbForms(string stem)
    {
        if (stem.Length < 4)
            yield break;
        if (stem[^1] is 't' or 'd')
            yield return stem[..^1];
        else
        {
            yield return stem + "t";
            yield return stem + "d";
        }

        if (stem.StartsWith("ge", StringComparison.Ordinal) && stem.Length > 5)
        {
            yield return stem[2..];
            if (stem[^1] is 't' or 'd')
                yield return stem[2..^1];
        }
        else
        {
            yield return "ge" + stem;
            yield return "ge" + stem + "d";
            yield return "ge" + stem + "t";
        }
    }

    private string[] Analyze(string word)
    {
        if (StopWords.Contains(Language, word) || (word.Length == 1 && !char.IsDigit(word[0])))
            return [];

        var stem = Stem(word);
        var parts = _splitter.Split(word);
        return parts.Count == 0 ? [stem] : [stem, .. parts.Where(p => !StopWords.Contains(Language, p)).Select(Stem).Where(p => p != stem).Distinct()];
    }
}
