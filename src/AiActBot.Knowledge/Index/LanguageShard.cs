using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Index;

/// <summary>The chunks of one language with what ranking needs to know of them. Immutable after construction.</summary>
internal sealed class LanguageShard
{
    private readonly double[] _rarities;
    private readonly int[] _frequencies;
    private readonly Dictionary<string, Chunk> _bySection = new(StringComparer.Ordinal);
    private readonly Dictionary<long, AnalysedChunk> _byRow;
    private readonly ILookup<string, AnalysedChunk> _byRoot;
    private readonly Dictionary<string, int> _countByRoot;
    private readonly GlossaryMatcher _glossary;

    public LanguageShard(DocumentLanguage language, IReadOnlyList<(long Row, Chunk Chunk)> chunks, Glossary glossary, GlossaryMatcher matcher)
    {
        var vocabulary = new HashSet<string>(StringComparer.Ordinal);
        var read = chunks.Select(c => (c.Row, Words: new ChunkWords(c.Chunk, vocabulary))).ToList();
        foreach (var entry in glossary.Entries)
        {
            foreach (var term in entry.Terms(language).Concat(entry.Words(language)))
                vocabulary.UnionWith(Words.Of(term));
        }

        Language = language;
        _glossary = matcher;
        Analyzer = new TermAnalyzer(language, vocabulary);
        Chunks = [.. read.Select(c => new AnalysedChunk(c.Row, c.Words, Analyzer))];
        var averages = AnalysedChunk.AverageLengths(Chunks);
        _frequencies = new int[Analyzer.TermCount];
        foreach (var chunk in Chunks)
        {
            chunk.Normalize(averages);
            foreach (var term in chunk.Terms)
                _frequencies[term]++;
            _bySection.TryAdd(chunk.Chunk.SectionKey, chunk.Chunk);
        }

        _rarities = Array.ConvertAll(_frequencies, Rarity);
        foreach (var chunk in Chunks)
            chunk.WeighQuestions(_rarities);

        _byRow = Chunks.ToDictionary(c => c.Row);
        _byRoot = Chunks.SelectMany(c => c.Chunk.Provisions.Select(p => (Root: p.Root.ToString(), Chunk: c)).DistinctBy(p => p.Root))
            .ToLookup(p => p.Root, p => p.Chunk, StringComparer.Ordinal);
        _countByRoot = _byRoot.ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    public DocumentLanguage Language { get; }

    public IReadOnlyList<AnalysedChunk> Chunks { get; }

    public TermAnalyzer Analyzer { get; }

    /// <summary>The first chunk with this <see cref="Chunk.SectionKey"/>.</summary>
    public Chunk? Section(string key) => _bySection.GetValueOrDefault(key);

    /// <summary>
    /// The terms, without the most common when together they stand in more chunks than can be gone through in the time of a question. Up to
    /// the given number nothing is left out, and never the three rarest.
    /// </summary>
    public int[] MostTelling(int[] terms, int occurrences)
    {
        if (terms.Sum(t => (long)_frequencies[t]) <= occurrences)
            return terms;
        var kept = new List<int>();
        long sum = 0;
        foreach (var term in terms.OrderBy(t => _frequencies[t]))
        {
            sum += _frequencies[term];
            if (kept.Count >= 3 && sum > occurrences)
                break;
            kept.Add(term);
        }

        return [.. kept];
    }

    public AnalysedChunk? ByRow(long row) => _byRow.GetValueOrDefault(row);

    public IEnumerable<AnalysedChunk> About(ProvisionId provision) => _byRoot[provision.Root.ToString()];

    /// <summary>How many chunks are about the article, annex or recital.</summary>
    public int CountAbout(ProvisionId provision) => _countByRoot.GetValueOrDefault(provision.Root.ToString());

    /// <summary>How telling a term is, by its number: Robertson's inverse document frequency.</summary>
    public double Rarity(string term) => Analyzer.NumberOf(term) is >= 0 and var number ? _rarities[number] : Rarity(1);

    public double[] Rarities => _rarities;

    public bool HasTerm(string term) => Analyzer.NumberOf(term) is >= 0 and var number && _frequencies[number] > 0;

    /// <param name="isKnownElsewhere">Tells a word of the other language from a mistyped one.</param>
    public QueryTerms Read(string question, Func<string, bool> isKnownElsewhere)
    {
        var words = Correct(Text.Words.Of(question), isKnownElsewhere);
        var capitals = Text.Words.InCapitals(question);
        var matches = _glossary.Find(words.ConvertAll(w => w.Reading), capitals);
        var related = new Dictionary<ProvisionId, double>();
        foreach (var match in matches)
        {
            foreach (var provision in match.Entry.Provisions)
                related[provision] = Math.Max(related.GetValueOrDefault(provision), match.IsTerm ? 0.7 : 1);
        }

        var terms = new List<QueryWord>();
        for (var i = 0; i < words.Count; i++)
        {
            var isAbbreviation = capitals.Contains(words[i].Word) && matches.Any(m => m.Start == i && m.Length == 1);
            if (!isAbbreviation && (StopWords.Contains(Language, words[i].Reading) || StopWords.Contains(Language.Other(), words[i].Reading)))
                continue;
            if (ReadWord(words[i], Joined(words, i), [.. matches.Where(m => m.Start <= i && i < m.Start + m.Length)]) is { } word && !terms.Any(t => t.Word == word.Word))
                terms.Add(word);
        }

        return new QueryTerms(terms, related);
    }

    private List<(string Word, string Reading, double Trust)> Correct(List<string> words, Func<string, bool> isKnownElsewhere) =>
        words.ConvertAll(word =>
        {
            if (Analyzer.Knows(word) || isKnownElsewhere(word) || Analyzer.TermsOf(word) is not [var stem, ..] || HasTerm(stem))
                return (word, word, 1.0);
            return Analyzer.TermsOf(word).Count > 1 || Analyzer.Corrections(word) is not [var correction, ..] ? (word, word, 1.0) : (word, correction, 0.8);
        });

    // People part what Dutch writes as one word: "markttoezicht autoriteit", "gebruiks verantwoordelijke".
    private IEnumerable<string> Joined(List<(string Word, string Reading, double Trust)> words, int index)
    {
        for (var start = Math.Max(0, index - 2); start <= index; start++)
        {
            for (var length = 2; length <= 3 && start + length <= words.Count; length++)
            {
                var joined = string.Concat(words.GetRange(start, length).Select(w => w.Word));
                if (start + length > index && Analyzer.Knows(joined))
                    yield return joined;
            }
        }
    }

    private QueryWord? ReadWord((string Word, string Reading, double Trust) word, IEnumerable<string> joined, IReadOnlyList<GlossaryMatch> matches)
    {
        var alternatives = new List<Alternative>(joined.SelectMany(j => Analyzer.TermsOf(j).Take(1)).Where(HasTerm).Select(t => Read([t], 0.9)));
        var own = Analyzer.TermsOf(word.Reading);
        if (own.Count > 0)
        {
            if (HasTerm(own[0]))
                alternatives.Add(Read([own[0]], word.Trust));
            if (own.Count > 1)
                alternatives.Add(Read(own.Skip(1), 0.75 * word.Trust));
            if (Language == DocumentLanguage.Nl)
                alternatives.AddRange(TermAnalyzer.DutchVerbForms(own[0]).Where(HasTerm).Select(f => Read([f], 0.7 * word.Trust)));
        }

        foreach (var match in matches)
        {
            var trust = word.Trust * (match.IsTerm ? 0.75 : 0.6);
            foreach (var term in match.Entry.Terms(Language).Where(t => !string.Equals(t, match.Phrase, StringComparison.OrdinalIgnoreCase)))
            {
                string[] terms = [.. Text.Words.Of(term).SelectMany(w => Analyzer.TermsOf(w).Take(1)).Distinct()];
                if (terms.Length > 0 && terms.Any(HasTerm))
                    alternatives.Add(Read(terms, trust));
            }
        }

        if (own.Count == 0 && alternatives.Count == 0)
            return null;

        var weight = alternatives.Count == 0 || HasTerm(own is [var stem, ..] ? stem : "")
            ? Rarity(own is [var first, ..] ? first : word.Word)
            : alternatives.Max(a => a.Terms.Max(t => t < 0 ? 0 : _rarities[t]));
        return new QueryWord(word.Word, weight, alternatives);
    }

    private Alternative Read(IEnumerable<string> terms, double trust) => new([.. terms.Select(Analyzer.NumberOf)], trust);

    // A term that is nowhere counts as one that is in a single chunk.
    private double Rarity(int frequency) =>
        Math.Log(1 + (Chunks.Count - Math.Max(1, frequency) + 0.5) / (Math.Max(1, frequency) + 0.5));
}
