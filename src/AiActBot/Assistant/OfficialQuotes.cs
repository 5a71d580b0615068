using AiActBot.Knowledge;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>
/// Gives the citations of our own documents the words of the law itself, where the organisation has imported them and they still stand. The
/// document stays the source of the answer.
/// </summary>
internal static class OfficialQuotes
{
    private const int Longest = 420;

    public static Answer Quote(Answer answer, OfficialText official) =>
        answer.Citations.Count == 0 || !official.IsThere(answer.Language)
            ? answer
            : answer with { Citations = [.. answer.Citations.Select(citation => Quote(citation, official, answer.Language))] };

    /// <summary>Our own explanation is quoted before the law that it explains: that is right, but hard to read.</summary>
    public static IReadOnlyList<Passage> OwnWordsFirst(IReadOnlyList<Passage> passages)
    {
        var explained = passages.Where(p => p.Chunk.Kind == SourceKind.Requirement).SelectMany(p => p.Chunk.Provisions).Select(p => p.Root).ToHashSet();
        return [.. passages.Where(p => p.Chunk.Kind != SourceKind.OfficialText || !p.Chunk.Provisions.Any(provision => explained.Contains(provision.Root)))];
    }

    private static Citation Quote(Citation citation, OfficialText official, DocumentLanguage language)
    {
        // Outside documents and the organisation's own positions are quoted as they are.
        if (citation.Provision == default || !ProvisionId.TryParse(citation.DocumentId, out _))
            return citation;
        var said = new TermOverlap(language, citation.Quote);
        var best = official.Find(citation.Provision, language).MaxBy(passage => said.With(passage.Text));
        // What Regulation (EU) 2026/1744 changed is quoted in our own words, which are of today.
        return best is null || best.Superseded is not null
            ? citation
            : citation with { Quote = Stretch(best.Text, said), Url = best.Url, Licence = best.Licence, IsOfficial = true };
    }

    // The sentence that says most of what our own words say, with those after it as far as a quote may be long.
    private static string Stretch(string text, TermOverlap said)
    {
        if (text.Length <= Longest)
            return text;
        var sentences = Sentences.Of(text);
        var first = Enumerable.Range(0, sentences.Count).MaxBy(i => said.With(sentences[i].Text));
        var last = first;
        while (last + 1 < sentences.Count && End(last + 1) - sentences[first].Start <= Longest)
            last++;
        return text[sentences[first].Start..End(last)];

        int End(int i) => sentences[i].Start + sentences[i].Length;
    }
}
