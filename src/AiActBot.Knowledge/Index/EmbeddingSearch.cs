using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace AiActBot.Knowledge.Index;

/// <summary>
/// Similarity in meaning beside the words, by a model of the organisation's choice. The two orders are joined by reciprocal rank
/// fusion (Cormack and others, 2009). When the model does not answer, the order by words stands; passages that it did not read yet are
/// read a batch at a time as questions come.
/// </summary>
/// <param name="cache">Where vectors are kept over a restart; null keeps none.</param>
public sealed class EmbeddingSearch(IEmbeddingGenerator<string, Embedding<float>> generator, VectorCache? cache = null)
{
    private const int RankOffset = 60;
    private const int Depth = 50;
    private const int BatchSize = 64;

    // Ranks lie closer together than the scores they stand for: the second is 60/61 of the first.
    private const double Contrast = 8;

    // Without a word in common there is an order, and next to no score.
    private const double LowestScore = 0.001;

    /// <summary>Characters of a passage that a model reads at most: models refuse more than some 8,000 tokens.</summary>
    internal const int LongestText = 6000;

    private readonly ConcurrentDictionary<string, ReadOnlyMemory<float>> _vectors = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _waiting = new();

    private string Model => (generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata)?.DefaultModelId ?? "unnamed";

    internal async Task LearnAsync(IReadOnlyCollection<Chunk> chunks, CancellationToken cancellationToken)
    {
        foreach (var text in chunks.Select(Content).Distinct(StringComparer.Ordinal).Where(text => !_vectors.ContainsKey(text)))
        {
            if (cache?.Find(Model, text) is { } vector)
                _vectors[text] = vector;
            else
                _waiting.Enqueue(text);
        }

        while (!_waiting.IsEmpty && await LearnBatchAsync(cancellationToken))
        {
        }
    }

    /// <returns>Whether the model answered.</returns>
    private async Task<bool> LearnBatchAsync(CancellationToken cancellationToken)
    {
        var batch = new List<string>(BatchSize);
        while (batch.Count < BatchSize && _waiting.TryDequeue(out var text))
            batch.Add(text);
        try
        {
            var vectors = await generator.GenerateAsync(batch, cancellationToken: cancellationToken);
            var learned = batch.Select((text, i) => (text, vectors[i].Vector)).ToList();
            foreach (var (text, vector) in learned)
                _vectors[text] = vector;
            cache?.Save(Model, learned);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            foreach (var text in batch.Where(text => !_vectors.ContainsKey(text)))
                _waiting.Enqueue(text);
            return false;
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

        // It answers again, or is new: what it has not read yet comes a batch at a time.
        if (!_waiting.IsEmpty)
            await LearnBatchAsync(cancellationToken);

        var known = byWords.ToDictionary(p => p.Chunk.Id, StringComparer.Ordinal);
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (passage, rank) in byWords.OrderByDescending(p => p.Score).Take(Depth).Select((p, i) => (p, i)))
            scores[passage.Chunk.Id] = 1.0 / (RankOffset + rank);

        var read = all.Select(c => (Chunk: c, Vector: _vectors.GetValueOrDefault(Content(c)))).Where(c => c.Vector.Length > 0)
            .Select(c => (c.Chunk, Likeness: Cosine(asked.Span, c.Vector.Span))).ToList();
        if (read.Count == 0)
            return byWords;

        foreach (var ((chunk, _), rank) in read.OrderByDescending(c => c.Likeness).Take(Depth).Select((c, i) => (c, i)))
        {
            scores[chunk.Id] = scores.GetValueOrDefault(chunk.Id) + 1.0 / (RankOffset + rank);
            known.TryAdd(chunk.Id, new Passage(chunk, 0, 0));
        }

        // A model finds something alike in every text, so meaning decides on the order, and words on whether the question is covered at all:
        // the first has the score and the coverage that the first by words had.
        var best = byWords.MaxBy(p => p.Score);
        var (highest, coverage) = (Math.Max(best?.Score ?? 0, LowestScore), best?.Coverage ?? 0);
        var first = scores.Values.Max();
        return [.. scores.Select(s => known[s.Key] with
        {
            Score = highest * Math.Pow(s.Value / first, Contrast),
            Coverage = Math.Max(known[s.Key].Coverage, coverage),
        })];
    }

    internal static string Content(Chunk chunk) => Cut($"{chunk.Title}\n{chunk.Heading}\n{chunk.Text}");

    internal static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

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
