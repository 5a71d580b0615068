using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;

namespace AiActBot.Knowledge.Azure;

/// <summary>
/// Orders what the service found by the same reading of the question as the embedded index (provisions it names, questions that a
/// section answers, roles, trust), plus what the service makes of it. Scores and coverage of both indexes so mean the same, and an
/// assistant that asks whether a question is covered need not know which one answered.
/// </summary>
internal sealed class CandidateRanking(Glossary glossary, GlossaryMatcher matcher)
{
    // As in the embedded index.
    private const double TwinShare = 0.35;
    private const double OtherLanguageOnly = 0.75;

    public IReadOnlyList<Passage> Rank(PassageQuery query, IReadOnlyCollection<Candidate> candidates, int limit)
    {
        LanguageShard? own = null, other = null;
        Parallel.Invoke(() => own = Shard(query.Language, candidates), () => other = Shard(query.Language.Other(), candidates));
        var likeness = candidates.GroupBy(c => c.Chunk.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(c => c.Likeness), StringComparer.Ordinal);
        var merged = Merge(Score(own!, other!, query, likeness), Score(other!, own!, query, likeness));
        return [.. merged.OrderByDescending(p => p.Score).ThenBy(p => p.Chunk.Id, StringComparer.Ordinal).Take(limit)];
    }

    private LanguageShard Shard(DocumentLanguage language, IEnumerable<Candidate> candidates) => new(
        language,
        [.. candidates.Select(c => c.Chunk).Where(c => c.Language == language).DistinctBy(c => c.Id).Select((c, i) => ((long)i, c))],
        glossary,
        matcher);

    private static List<Passage> Score(LanguageShard shard, LanguageShard elsewhere, PassageQuery query, Dictionary<string, double> likeness)
    {
        var ranker = new PassageRanker(shard.Read(query.Text, elsewhere.Analyzer.Knows), query, shard);
        return [.. shard.Chunks.Select(c =>
        {
            var (score, coverage) = ranker.Score(c);
            return new Passage(c.Chunk, score + likeness[c.Chunk.Id], coverage);
        }).Where(p => p.Score > 0)];
    }

    private static IEnumerable<Passage> Merge(List<Passage> own, List<Passage> other)
    {
        var twins = other.GroupBy(p => p.Chunk.SectionKey, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Score)!, StringComparer.Ordinal);
        foreach (var passage in own)
        {
            yield return twins.TryGetValue(passage.Chunk.SectionKey, out var twin)
                ? passage with { Score = passage.Score + TwinShare * twin.Score, Coverage = Math.Max(passage.Coverage, twin.Coverage) }
                : passage;
        }

        var known = own.Select(p => p.Chunk.SectionKey).ToHashSet(StringComparer.Ordinal);
        foreach (var twin in twins.Values.Where(t => !known.Contains(t.Chunk.SectionKey)))
            yield return twin with { Score = OtherLanguageOnly * twin.Score };
    }
}
