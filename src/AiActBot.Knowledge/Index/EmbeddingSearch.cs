using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace AiActBot.Knowledge.Index;

/// <summary>
/// Similarity in meaning beside the words, by a model of the organisation's choice. The two orders are joined by reciprocal rank
/// fusion (Cormack and others, 2009). When the model does not answer, the order by words stands.
/// </summary>
public sealed class EmbeddingSearch(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    private const int RankOffset = 60;
    private const int Depth = 50;
    private const int BatchSize = 64;

    private readonly ConcurrentDictionary<string, ReadOnlyMemory<float>> _vectors = new(StringComparer.Ordinal);

    internal async Task LearnAsync(IReadOnlyCollection<Chunk> chunks, CancellationToken cancellationToken)
    {
        foreach (var batch in chunks.Where(c => !_vectors.ContainsKey(Content(c))).DistinctBy(Content).Chunk(BatchSize))
        {
            var vectors = await generator.GenerateAsync(batch.Select(Content), cancellationToken: cancellationToken);
            for (var i = 0; i < batch.Length; i++)
                _vectors[Content(batch[i])] = vectors[i].Vector;
        }
    }

    internal async Task<List<Passage>> FuseAsync(PassageQuery query, List<Passage> byWords, IEnumerable<Chunk> all, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<float> asked;
        try
        {
            asked = (await generator.GenerateAsync([query.Text], cancellationToken: cancellationToken))[0].Vector;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return byWords;
        }

        var known = byWords.ToDictionary(p => p.Chunk.Id, StringComparer.Ordinal);
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (passage, rank) in byWords.OrderByDescending(p => p.Score).Take(Depth).Select((p, i) => (p, i)))
            scores[passage.Chunk.Id] = 1.0 / (RankOffset + rank);

        var byMeaning = all.Select(c => (Chunk: c, Likeness: _vectors.TryGetValue(Content(c), out var v) ? Cosine(asked.Span, v.Span) : 0))
            .OrderByDescending(c => c.Likeness).Take(Depth).ToList();
        foreach (var ((chunk, likeness), rank) in byMeaning.Select((c, i) => (c, i)))
        {
            scores[chunk.Id] = scores.GetValueOrDefault(chunk.Id) + 1.0 / (RankOffset + rank);
            known[chunk.Id] = known.TryGetValue(chunk.Id, out var passage)
                ? passage with { Coverage = Math.Max(passage.Coverage, likeness) }
                : new Passage(chunk, 0, likeness);
        }

        return [.. scores.Select(s => known[s.Key] with { Score = s.Value })];
    }

    private static string Content(Chunk chunk) => $"{chunk.Title}\n{chunk.Heading}\n{chunk.Text}";

    private static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length)
            return 0;
        double dot = 0, lengthA = 0, lengthB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            dot += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }

        return lengthA == 0 || lengthB == 0 ? 0 : dot / Math.Sqrt(lengthA * lengthB);
    }
}
