using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Index;

/// <summary>From passages to the articles, annexes and recitals that they are about, the most relevant first, without repeats.</summary>
public static class ProvisionRanking
{
    // A second passage of the same article supports the first.
    private const double SecondPassage = 0.3;

    // What a section is also about comes just after what it is mainly about.
    private const double AlsoAbout = 0.97;

    public static IReadOnlyList<ProvisionId> Of(IEnumerable<Passage> passages, int limit)
    {
        var scores = new Dictionary<ProvisionId, (double First, double Second)>();
        foreach (var passage in passages.OrderByDescending(p => p.Score))
        {
            foreach (var (root, share) in Roots(passage.Chunk))
            {
                var score = passage.Score * share;
                if (!scores.TryGetValue(root, out var known))
                    scores[root] = (score, 0);
                else if (known.Second == 0)
                    scores[root] = (known.First, score);
            }
        }

        return [.. scores.OrderByDescending(s => s.Value.First + SecondPassage * s.Value.Second)
            .ThenBy(s => s.Key.ToString(), StringComparer.Ordinal)
            .Select(s => s.Key)
            .Take(limit)];
    }

    private static IEnumerable<(ProvisionId Root, double Share)> Roots(Chunk chunk)
    {
        var roots = chunk.Provisions.Select((p, i) => (Root: p.Root, Share: i == 0 ? 1 : AlsoAbout));
        if (ProvisionId.TryParse(chunk.DocumentId, out var document))
            roots = roots.Append((document.Root, AlsoAbout));
        return roots.GroupBy(r => r.Root).Select(g => (g.Key, g.Max(r => r.Share)));
    }
}
