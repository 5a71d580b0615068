using Microsoft.Data.Sqlite;

namespace AiActBot.Storage;

/// <summary>The embedded database. When the service ends it lets go of the file, so that the folder can be moved or deleted.</summary>
internal sealed class SqliteFile(DataDirectory data) : IDisposable
{
    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = data.PathOf("aiactbot.db"),
        DefaultTimeout = (int)SqliteWriter.Longest.TotalSeconds,
    }.ToString();

    public void Dispose()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
