using System.Data;
using System.Globalization;
using AiActBot.Knowledge.Documents;
using Microsoft.Data.Sqlite;

namespace AiActBot.Knowledge.Index;

/// <summary>
/// The embedded index: full-text tables of SQLite in memory, made at the start, and ranking in code. A full-text query gives the
/// candidates of each language, <see cref="PassageRanker"/> their order, and a section takes part of the score of its twin.
/// </summary>
public sealed class SqlitePassageIndex : IPassageIndex, IDisposable
{
    private const int Candidates = 120;

    // Far more than the product's own documents come to; beyond it the full-text query leaves out the commonest terms of a question.
    private const int MostOccurrences = 40_000;

    // Chunks that the glossary points to are looked at unasked, but not by the thousand.
    private const int MostRelated = 1_000;
    private const double TwinShare = 0.35;
    private const double OtherLanguageOnly = 0.75;

    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Glossary _glossary;
    private readonly GlossaryMatcher _matcher;
    private readonly EmbeddingSearch? _embeddings;
    private readonly List<(long Row, string Source, Chunk Chunk)> _rows = [];
    private long _lastRow;
    private volatile Shards _shards;

    private SqlitePassageIndex(SqliteConnection connection, Glossary glossary, EmbeddingSearch? embeddings)
    {
        _connection = connection;
        _glossary = glossary;
        _matcher = new GlossaryMatcher(glossary);
        _embeddings = embeddings;
        _shards = Build();
    }

    /// <param name="glossary">Widens questions with synonyms and with the terms of the other language.</param>
    /// <param name="embeddings">Adds similarity in meaning when a model is configured.</param>
    public static SqlitePassageIndex Open(Glossary glossary, EmbeddingSearch? embeddings = null)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        return new SqlitePassageIndex(connection, glossary, embeddings);
    }

    public async Task ReplaceAsync(string source, IReadOnlyCollection<Chunk> chunks, CancellationToken cancellationToken)
    {
        if (_embeddings is not null)
            await _embeddings.LearnAsync(chunks, cancellationToken);

        await _gate.WaitAsync(cancellationToken);
        try
        {
            _rows.RemoveAll(r => r.Source == source);
            _rows.AddRange(chunks.Select(chunk => (++_lastRow, source, chunk)));
            _shards = Build();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<IReadOnlyList<Passage>> SearchAsync(PassageQuery query, int limit, CancellationToken cancellationToken)
    {
        var shards = _shards;
        var own = await SearchShardAsync(shards.Of(query.Language), shards.Of(query.Language.Other()), query, cancellationToken);
        var other = await SearchShardAsync(shards.Of(query.Language.Other()), shards.Of(query.Language), query, cancellationToken);
        var merged = Merge(own, other, shards.Of(query.Language));
        if (_embeddings is not null)
            merged = await _embeddings.FuseAsync(query, merged, shards.Of(query.Language).Chunks.Select(c => c.Chunk), cancellationToken);
        return [.. merged.OrderByDescending(p => p.Score).ThenBy(p => p.Chunk.Id, StringComparer.Ordinal).Take(limit)];
    }

    public void Dispose()
    {
        _connection.Dispose();
        _gate.Dispose();
    }

    private async Task<List<Passage>> SearchShardAsync(LanguageShard shard, LanguageShard elsewhere, PassageQuery query, CancellationToken cancellationToken)
    {
        var terms = shard.Read(query.Text, elsewhere.Analyzer.Knows);
        var candidates = new HashSet<AnalysedChunk>();
        foreach (var row in await MatchAsync(shard.Language, shard.MostTelling(terms.Terms, MostOccurrences), cancellationToken))
        {
            if (shard.ByRow(row) is { } chunk)
                candidates.Add(chunk);
        }

        foreach (var provision in query.Provisions.Concat(terms.Related.Keys.Where(p => shard.CountAbout(p) <= MostRelated)))
            candidates.UnionWith(shard.About(provision));

        var ranker = new PassageRanker(terms, query, shard);
        return [.. candidates.Select(c =>
        {
            var (score, coverage) = ranker.Score(c);
            return new Passage(c.Chunk, score, coverage);
        })];
    }

    private async Task<List<long>> MatchAsync(DocumentLanguage language, int[] terms, CancellationToken cancellationToken)
    {
        // The table holds the numbers of the terms: t12 t7 ...
        var match = string.Join(" OR ", terms.Select(t => string.Create(CultureInfo.InvariantCulture, $"t{t}")));
        if (match.Length == 0)
            return [];

        await _gate.WaitAsync(cancellationToken);
        try
        {
            using var command = _connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture,
                $"SELECT rowid FROM temp.terms_{language.Code()} WHERE terms_{language.Code()} MATCH $a ORDER BY bm25(terms_{language.Code()}, 1.4, 2.2, 1.3, 0.7, 1.3) LIMIT {Candidates}");
            command.Parameters.AddWithValue("$a", match);
            using var reader = command.ExecuteReader();
            var rows = new List<long>();
            while (reader.Read())
                rows.Add(reader.GetInt64(0));
            return rows;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static List<Passage> Merge(List<Passage> own, List<Passage> other, LanguageShard shard)
    {
        var twins = other.GroupBy(p => p.Chunk.SectionKey, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Score)!, StringComparer.Ordinal);
        var merged = new List<Passage>(own.Count);
        foreach (var passage in own)
        {
            merged.Add(twins.Remove(passage.Chunk.SectionKey, out var twin)
                ? passage with { Score = passage.Score + TwinShare * twin.Score, Coverage = Math.Max(passage.Coverage, twin.Coverage) }
                : passage);
        }

        foreach (var (key, twin) in twins)
        {
            merged.Add(shard.Section(key) is { } chunk
                ? new Passage(chunk, TwinShare * twin.Score, twin.Coverage)
                : twin with { Score = OtherLanguageOnly * twin.Score });
        }

        return merged;
    }

    private Shards Build()
    {
        LanguageShard? dutch = null, english = null;
        Parallel.Invoke(
            () => dutch = new LanguageShard(DocumentLanguage.Nl, Of(DocumentLanguage.Nl), _glossary, _matcher),
            () => english = new LanguageShard(DocumentLanguage.En, Of(DocumentLanguage.En), _glossary, _matcher));
        Write(dutch!);
        Write(english!);
        return new Shards(dutch!, english!);

        List<(long Row, Chunk Chunk)> Of(DocumentLanguage language) =>
            [.. _rows.Where(r => r.Chunk.Language == language).Select(r => (r.Row, r.Chunk))];
    }

    // The terms depend on the whole vocabulary (compounds), so the full-text tables are made anew.
    private void Write(LanguageShard shard)
    {
        var table = $"terms_{shard.Language.Code()}";
        using var transaction = _connection.BeginTransaction(IsolationLevel.Serializable);
        Execute(_connection, $"DROP TABLE IF EXISTS temp.{table}");
        Execute(_connection, $"CREATE VIRTUAL TABLE temp.{table} USING fts5(title, heading, lead, rest, questions, tokenize = 'ascii', content = '')");
        using var insert = _connection.CreateCommand();
        insert.CommandText = $"INSERT INTO temp.{table} (rowid, title, heading, lead, rest, questions) VALUES ($0, $1, $2, $3, $4, $5)";
        var parameters = Enumerable.Range(0, 6).Select(i => insert.Parameters.Add($"${i}", i == 0 ? SqliteType.Integer : SqliteType.Text)).ToList();
        foreach (var chunk in shard.Chunks)
        {
            parameters[0].Value = chunk.Row;
            foreach (var (terms, i) in chunk.FieldTerms.Select((t, i) => (t, i)))
                parameters[i + 1].Value = string.Join(' ', terms.Select(t => string.Create(CultureInfo.InvariantCulture, $"t{t}")));
            insert.ExecuteNonQuery();
            chunk.ReleaseFields();
        }

        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Shards(LanguageShard Nl, LanguageShard En)
    {
        public LanguageShard Of(DocumentLanguage language) => language == DocumentLanguage.Nl ? Nl : En;
    }
}
