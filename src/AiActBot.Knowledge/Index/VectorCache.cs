using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace AiActBot.Knowledge.Index;

/// <summary>
/// Vectors that a model made before, in a file, so that a restart asks for none of them again. They are found by model and text: another
/// model or a changed text has others. Nothing is lost with the file but the work.
/// </summary>
public sealed class VectorCache : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();

    private VectorCache(SqliteConnection connection) => _connection = connection;

    /// <param name="path">The file, which is made when it does not exist; its folder too.</param>
    public static VectorCache Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "CREATE TABLE IF NOT EXISTS vector (key BLOB PRIMARY KEY, numbers BLOB NOT NULL) WITHOUT ROWID";
        create.ExecuteNonQuery();
        return new VectorCache(connection);
    }

    /// <summary>The vector that this model made of this text; null when it made none yet.</summary>
    public float[]? Find(string model, string text)
    {
        lock (_gate)
        {
            using var find = _connection.CreateCommand();
            find.CommandText = "SELECT numbers FROM vector WHERE key = $key";
            find.Parameters.AddWithValue("$key", Key(model, text));
            return find.ExecuteScalar() is byte[] { Length: > 0 } bytes && bytes.Length % sizeof(float) == 0 ? MemoryMarshal.Cast<byte, float>(bytes).ToArray() : null;
        }
    }

    public void Save(string model, IEnumerable<(string Text, ReadOnlyMemory<float> Vector)> vectors)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            using var save = _connection.CreateCommand();
            save.CommandText = "INSERT OR REPLACE INTO vector (key, numbers) VALUES ($key, $numbers)";
            var (key, numbers) = (save.Parameters.Add("$key", SqliteType.Blob), save.Parameters.Add("$numbers", SqliteType.Blob));
            foreach (var (text, vector) in vectors)
            {
                key.Value = Key(model, text);
                numbers.Value = MemoryMarshal.AsBytes(vector.Span).ToArray();
                save.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    public void Dispose() => _connection.Dispose();

    private static byte[] Key(string model, string text) => SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\0{text}"));
}
