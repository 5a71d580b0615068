using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Index;

/// <summary>One word of the question and everything that it may stand for.</summary>
/// <param name="Word">As asked.</param>
/// <param name="Weight">How much the word tells: the rarer in the texts, the more.</param>
internal sealed record QueryWord(string Word, double Weight, IReadOnlyList<Alternative> Alternatives);

/// <summary>One reading of a word: the word itself, a correction, or a term of the glossary, which may have several words.</summary>
/// <param name="Terms">The terms by number; -1 for one that no text has.</param>
/// <param name="Trust">1 for the word itself, less for a guess.</param>
internal sealed record Alternative(int[] Terms, double Trust);

/// <summary>A question as terms of one language.</summary>
/// <param name="Related">Provisions that the glossary gives for words of the question, with how much they count.</param>
internal sealed record QueryTerms(IReadOnlyList<QueryWord> Words, IReadOnlyDictionary<ProvisionId, double> Related)
{
    public double TotalWeight { get; } = Words.Sum(w => w.Weight);

    /// <summary>The distinct terms that some text has.</summary>
    public int[] Terms { get; } = [.. Words.SelectMany(w => w.Alternatives).SelectMany(a => a.Terms).Where(t => t >= 0).Distinct()];
}
