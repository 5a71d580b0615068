namespace AiActBot.Knowledge.Text;

/// <summary>How much of a question's content a sentence repeats; for choosing sentences within a passage that was found already.</summary>
public sealed class TermOverlap
{
    private readonly DocumentLanguage _language;
    private readonly HashSet<string> _asked;

    public TermOverlap(DocumentLanguage language, string question)
    {
        _language = language;
        _asked = Stems(question);
    }

    /// <summary>The share of the question's content words that the sentence has, between 0 and 1.</summary>
    public double With(string sentence)
    {
        if (_asked.Count == 0)
            return 0;
        var said = Stems(sentence);
        return (double)_asked.Count(a => said.Contains(a) || (a.Length > 4 && said.Any(s => s.Length > 4 && (s.Contains(a, StringComparison.Ordinal) || a.Contains(s, StringComparison.Ordinal))))) / _asked.Count;
    }

    private HashSet<string> Stems(string text) =>
        [.. Words.Of(text).Where(w => !StopWords.Contains(_language, w))
            .Select(w => _language == DocumentLanguage.Nl ? DutchStemmer.Stem(w) : EnglishStemmer.Stem(w))];
}
