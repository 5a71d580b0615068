using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Index;

/// <summary>A glossary entry found in the words of a question.</summary>
/// <param name="IsTerm">True for a term or synonym, false for one of staff's own words.</param>
internal sealed record GlossaryMatch(GlossaryEntry Entry, int Start, int Length, bool IsTerm, string Phrase);

/// <summary>Finds glossary phrases of both languages in a list of words, by stems, the longest first.</summary>
internal sealed class GlossaryMatcher
{
    private readonly Dictionary<string, List<Phrase>> _byFirst = new(StringComparer.Ordinal);

    public GlossaryMatcher(Glossary glossary)
    {
        foreach (var entry in glossary.Entries)
        {
            foreach (var language in DocumentLanguages.All)
            {
                foreach (var term in entry.Terms(language))
                    Add(entry, language, term, isTerm: true);
                foreach (var word in entry.Words(language))
                    Add(entry, language, word, isTerm: false);
            }
        }
    }

    /// <param name="capitals">The words that are written in capitals, as <see cref="Words.InCapitals"/> gives them.</param>
    public IReadOnlyList<GlossaryMatch> Find(IReadOnlyList<string> words, IReadOnlySet<string> capitals)
    {
        var matches = new List<GlossaryMatch>();
        var stems = words.Select(w => (Nl: DutchStemmer.Stem(w), En: EnglishStemmer.Stem(w))).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            // A word that reads the same in both languages is looked up once for each.
            foreach (var phrase in Candidates(stems[i].Nl, DocumentLanguage.Nl).Concat(Candidates(stems[i].En, DocumentLanguage.En)))
            {
                if (i + phrase.Stems.Length <= words.Count && Fits(phrase, stems, i) && (!phrase.OnlyInCapitals || capitals.Contains(words[i]))
                    && !matches.Any(m => m.Entry == phrase.Entry && m.Start == i && m.Length == phrase.Stems.Length))
                    matches.Add(new GlossaryMatch(phrase.Entry, i, phrase.Stems.Length, phrase.IsTerm, phrase.Text));
            }
        }

        // "high-risk system" is not also "system": a phrase inside a longer one says nothing of its own.
        return [.. matches.Where(m => !matches.Any(o => o.Length > m.Length && o.Start <= m.Start && o.Start + o.Length >= m.Start + m.Length))];
    }

    private IEnumerable<Phrase> Candidates(string stem, DocumentLanguage language) =>
        _byFirst.TryGetValue(stem, out var list) ? list.Where(p => p.Language == language) : [];

    private static bool Fits(Phrase phrase, List<(string Nl, string En)> stems, int start)
    {
        for (var i = 0; i < phrase.Stems.Length; i++)
        {
            var stem = phrase.Language == DocumentLanguage.Nl ? stems[start + i].Nl : stems[start + i].En;
            if (!string.Equals(stem, phrase.Stems[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private void Add(GlossaryEntry entry, DocumentLanguage language, string text, bool isTerm)
    {
        string[] stems = [.. Words.Of(text).Select(w => language == DocumentLanguage.Nl ? DutchStemmer.Stem(w) : EnglishStemmer.Stem(w))];
        if (stems.Length == 0)
            return;
        if (!_byFirst.TryGetValue(stems[0], out var list))
            _byFirst[stems[0]] = list = [];
        list.Add(new Phrase(entry, language, stems, isTerm, text, stems.Length == 1 && IsSmallWord(text)));
    }

    // "OR", "AP": in small letters they say something else.
    private static bool IsSmallWord(string text) =>
        text.All(char.IsUpper) && DocumentLanguages.All.Any(language => StopWords.Contains(language, text.ToLowerInvariant()));

    private sealed record Phrase(GlossaryEntry Entry, DocumentLanguage Language, string[] Stems, bool IsTerm, string Text, bool OnlyInCapitals);
}
