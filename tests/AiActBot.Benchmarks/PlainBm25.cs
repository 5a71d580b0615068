using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;
using Microsoft.Data.Sqlite;

namespace AiActBot.Benchmarks;

/// <summary>What to compare with: the same texts in a full-text table as SQLite makes it, and its own BM25.</summary>
internal sealed class PlainBm25 : IDisposable
{
    private const int Limit = 40;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _query;
    private readonly SqliteParameter _match;

    public PlainBm25(IEnumerable<Chunk> chunks)
    {
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE plain USING fts5(title, heading, text, tokenize = 'unicode61', content = '')";
        create.ExecuteNonQuery();
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO plain (rowid, title, heading, text) VALUES ($0, $1, $2, $3)";
        var parameters = Enumerable.Range(0, 4).Select(i => insert.Parameters.AddWithValue($"${i}", "")).ToList();
        long row = 0;
        foreach (var chunk in chunks)
        {
            (parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value) = (++row, chunk.Title, chunk.Heading, chunk.Text);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        _query = _connection.CreateCommand();
        _query.CommandText = $"SELECT rowid FROM plain WHERE plain MATCH $match ORDER BY bm25(plain) LIMIT {Limit}";
        _match = _query.Parameters.AddWithValue("$match", "");
    }

    public int Search(string question)
    {
        _match.Value = string.Join(" OR ", Words.Of(question).Select(word => $"\"{word}\""));
        using var reader = _query.ExecuteReader();
        var found = 0;
        while (reader.Read())
            found++;
        return found;
    }

    public void Dispose()
    {
        _query.Dispose();
        _connection.Dispose();
    }
}
