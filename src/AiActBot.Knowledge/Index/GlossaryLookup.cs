using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Index;

/// <summary>Tells whether a text speaks of the Act's subjects: whether it has terms, synonyms or abbreviations of the glossary.</summary>
public sealed class GlossaryLookup(Glossary glossary)
{
    private const int LongPhrase = 9;

    private readonly GlossaryMatcher _matcher = new(glossary);

    /// <summary>The entries whose terms the text has, without those that it only hints at in staff's words.</summary>
    public IReadOnlyList<GlossaryEntry> Terms(string text) =>
        [.. _matcher.Find(Words.Of(text), Words.InCapitals(text)).Where(m => m.IsTerm && m.Entry.Provisions.Count > 0).Select(m => m.Entry).Distinct()];

    /// <summary>The words of the text that are a term, synonym or abbreviation of the glossary.</summary>
    public IReadOnlyList<string> Phrases(string text)
    {
        var words = Words.Of(text);
        return [.. _matcher.Find(words, Words.InCapitals(text)).Where(m => m.IsTerm).Select(m => string.Join(' ', words.Skip(m.Start).Take(m.Length)))];
    }

    /// <summary>True when the text has one of staff's own words that is long enough to be about little else ("spamfilter", "sollicitant").</summary>
    public bool Hints(string text) =>
        _matcher.Find(Words.Of(text), Words.InCapitals(text)).Any(m => !m.IsTerm && m.Entry.Provisions.Count > 0 && m.Phrase.Length >= LongPhrase);
}
