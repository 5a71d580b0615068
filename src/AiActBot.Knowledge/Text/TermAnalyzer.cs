namespace AiActBot.Knowledge.Text;

/// <summary>
/// Turns the words of one language into index terms: stop words out, stems, and the parts of compounds beside the whole. Every term of
/// the texts has a number. Reads only, once it is made.
/// </summary>
internal sealed class TermAnalyzer
{
    private readonly Dictionary<string, string[]> _terms;
    private readonly Dictionary<string, int[]> _numbers;
    private readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);
    private readonly CompoundSplitter _splitter;
    private readonly Lazy<SpellingCorrector> _corrector;

    public TermAnalyzer(DocumentLanguage language, IReadOnlyCollection<string> vocabulary)
    {
        Language = language;
        _splitter = new CompoundSplitter(vocabulary.Where(w => !StopWords.Contains(language, w)));
        _corrector = new Lazy<SpellingCorrector>(() => new SpellingCorrector(vocabulary));
        _terms = new(vocabulary.Count, StringComparer.Ordinal);
        _numbers = new(vocabulary.Count, StringComparer.Ordinal);
        foreach (var word in vocabulary)
        {
            var terms = Analyze(word);
            _terms[word] = terms;
            _numbers[word] = Array.ConvertAll(terms, Number);
        }
    }

    public DocumentLanguage Language { get; }

    /// <summary>One more than the highest number of a term.</summary>
    public int TermCount => _numberOf.Count;

    public bool Knows(string word) => _terms.ContainsKey(word);

    /// <summary>The number of a term, or -1 when no text has it.</summary>
    public int NumberOf(string term) => _numberOf.GetValueOrDefault(term, -1);

    /// <summary>The terms of a word of the texts by their numbers: the stem first, then the parts.</summary>
    public int[] NumbersOf(string word) => _numbers.TryGetValue(word, out var numbers) ? numbers : [];

    /// <summary>The stem, then the stems of the parts if the word is a compound; nothing for a stop word.</summary>
    public IReadOnlyList<string> TermsOf(string word) => _terms.TryGetValue(word, out var terms) ? terms : Analyze(word);

    public IReadOnlyList<string> Corrections(string word) => _corrector.Value.Correct(word);

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

    private string Stem(string word) => Language == DocumentLanguage.Nl ? DutchStemmer.Stem(word) : EnglishStemmer.Stem(word);

    private int Number(string term)
    {
        if (!_numberOf.TryGetValue(term, out var number))
            _numberOf[term] = number = _numberOf.Count;
        return number;
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
