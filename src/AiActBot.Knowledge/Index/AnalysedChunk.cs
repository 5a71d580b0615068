using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Index;

/// <summary>A question that a section answers (or its heading, which often reads as one): its terms, and how telling they are together.</summary>
internal readonly record struct AnalysedQuestion(int[] Terms, double Weight);

/// <summary>A chunk with the terms of its fields as numbers; the lengths are brought to the average when all chunks are known.</summary>
internal sealed class AnalysedChunk
{
    // A term in a heading or in a question that the section answers says more than one in the text; the first paragraph is the answer.
    private static readonly (Func<ChunkWords, IEnumerable<string>> Field, float Weight)[] Fields =
    [
        (c => c.Title, 1.4f),
        (c => c.Heading, 2.2f),
        (c => c.Lead, 1.3f),
        (c => c.Rest, 0.7f),
        (c => c.Questions.SelectMany(question => question), 1.3f),
    ];

    // A part of a compound counts less than the compound itself.
    private const float PartWeight = 0.5f;
    private const float LengthMatters = 0.5f;

    private readonly float[] _lengths;
    private readonly int[][] _questions;
    private Dictionary<int, float>[] _fields;
    private float[] _frequencies = [];

    public AnalysedChunk(long row, ChunkWords words, TermAnalyzer analyzer)
    {
        Row = row;
        Chunk = words.Chunk;
        _fields = [.. Fields.Select(f => Count(f.Field(words), analyzer))];
        _lengths = [.. _fields.Select(f => f.Values.Sum())];
        _questions = [.. words.Questions.Append(words.Heading).Select(q => Count(q, analyzer).Keys.ToArray())];
    }

    public long Row { get; }

    public Chunk Chunk { get; }

    public IReadOnlyList<AnalysedQuestion> Questions { get; private set; } = [];

    /// <summary>The terms of all fields, ascending.</summary>
    public int[] Terms { get; private set; } = [];

    /// <summary>The terms of each field, for the full-text table; nothing once they were released.</summary>
    public IEnumerable<IEnumerable<int>> FieldTerms => _fields.Select(f => f.Keys);

    /// <summary>How often a term occurs, over all fields, weighted and brought to the average length (BM25F).</summary>
    public float Frequency(int term) => Array.BinarySearch(Terms, term) is >= 0 and var at ? _frequencies[at] : 0;

    /// <summary>Gives up what only the full-text table needs: it is most of what a chunk takes in memory.</summary>
    public void ReleaseFields() => _fields = [];

    public static float[] AverageLengths(IReadOnlyCollection<AnalysedChunk> chunks) =>
        [.. Enumerable.Range(0, Fields.Length).Select(i => Math.Max(1f, chunks.Count == 0 ? 1f : chunks.Average(c => c._lengths[i])))];

    public void Normalize(float[] averages)
    {
        var frequencies = new Dictionary<int, float>();
        for (var i = 0; i < Fields.Length; i++)
        {
            var norm = Fields[i].Weight / (1 - LengthMatters + LengthMatters * _lengths[i] / averages[i]);
            foreach (var (term, count) in _fields[i])
                frequencies[term] = frequencies.GetValueOrDefault(term) + count * norm;
        }

        Terms = [.. frequencies.Keys];
        _frequencies = [.. frequencies.Values];
        Array.Sort(Terms, _frequencies);
    }

    public void WeighQuestions(double[] rarities) =>
        Questions = [.. _questions.Select(q => new AnalysedQuestion(q, q.Sum(t => rarities[t])))];

    private static Dictionary<int, float> Count(IEnumerable<string> words, TermAnalyzer analyzer)
    {
        var counts = new Dictionary<int, float>();
        foreach (var word in words)
        {
            var terms = analyzer.NumbersOf(word);
            for (var i = 0; i < terms.Length; i++)
                counts[terms[i]] = counts.GetValueOrDefault(terms[i]) + (i == 0 ? 1f : PartWeight);
        }

        return counts;
    }
}
