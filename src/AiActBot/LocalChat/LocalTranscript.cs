using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace AiActBot.LocalChat;

/// <summary>One activity as the page shows it.</summary>
/// <param name="View">The card that an invoke gave back to this person; shown instead of the activity's own until the bot updates it.</param>
internal sealed record TranscriptEntry(long Sequence, string Id, bool FromBot, bool Updated, JsonObject Activity, JsonObject? View)
{
    public JsonObject ToJson() => new()
    {
        ["sequence"] = Sequence,
        ["id"] = Id,
        ["fromBot"] = FromBot,
        ["updated"] = Updated,
        ["activity"] = Activity.DeepClone(),
        ["view"] = View?.DeepClone(),
    };
}

/// <summary>What was said in the local chat, in a file of its own so that it outlives a restart without touching the product's storage.</summary>
internal sealed class LocalTranscript : IDisposable
{
    const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS activities (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          conversation TEXT NOT NULL,
          id TEXT NOT NULL,
          from_bot INTEGER NOT NULL,
          updated INTEGER NOT NULL DEFAULT 0,
          activity TEXT NOT NULL,
          view TEXT,
          UNIQUE (conversation, id));
        CREATE TABLE IF NOT EXISTS people (key TEXT PRIMARY KEY, installed INTEGER NOT NULL, read_up_to INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE IF NOT EXISTS mails_read (file TEXT PRIMARY KEY);
        """;

    readonly string connectionString;
    readonly TimeProvider time;
    readonly Lock idLock = new();
    long lastId;

    public LocalTranscript(string dataDirectory, TimeProvider time)
    {
        this.time = time;
        Directory.CreateDirectory(dataDirectory);
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataDirectory, "local-chat.db"),
            DefaultTimeout = 10,
        }.ToString();
        Execute(Schema);
        lastId = Query("SELECT COALESCE(MAX(CAST(id AS INTEGER)), 0) FROM activities", row => row.GetInt64(0)).Single();
    }

    /// <summary>Teams' activity ids are milliseconds since 1970 as text. Never the same twice, not even within one millisecond.</summary>
    public string NewActivityId()
    {
        lock (idLock)
        {
            lastId = Math.Max(lastId + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
            return lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    public TranscriptEntry Append(string conversation, string id, bool fromBot, JsonObject activity)
    {
        Execute(
            "INSERT INTO activities (conversation, id, from_bot, activity) VALUES ($1, $2, $3, $4)",
            conversation, id, fromBot, activity.ToJsonString());
        return Find(conversation, id) ?? throw new InvalidOperationException("An activity just stored is gone.");
    }

    public IReadOnlyList<TranscriptEntry> Read(string conversation) =>
        Query(Select + " WHERE conversation = $1 ORDER BY sequence", Entry, conversation);

    public TranscriptEntry? Find(string conversation, string id) =>
        Query(Select + " WHERE conversation = $1 AND id = $2", Entry, conversation, id).SingleOrDefault();

    /// <summary>Puts the bot's new activity in the place of its earlier one. What an invoke showed this person is out of date by then.</summary>
    public TranscriptEntry? Replace(string conversation, string id, JsonObject activity)
    {
        Execute(
            "UPDATE activities SET activity = $3, view = NULL, updated = 1 WHERE conversation = $1 AND id = $2",
            conversation, id, activity.ToJsonString());
        return Find(conversation, id);
    }

    public TranscriptEntry? ShowInstead(string conversation, string id, JsonObject card)
    {
        Execute("UPDATE activities SET view = $3 WHERE conversation = $1 AND id = $2", conversation, id, card.ToJsonString());
        return Find(conversation, id);
    }

    public void Delete(string conversation, string id) =>
        Execute("DELETE FROM activities WHERE conversation = $1 AND id = $2", conversation, id);

    /// <returns>False when the app was installed already.</returns>
    public bool Install(LocalPerson person) =>
        Execute(
            "INSERT INTO people (key, installed) VALUES ($1, 1) ON CONFLICT (key) DO UPDATE SET installed = 1 WHERE installed = 0",
            person.Key) > 0;

    public void Uninstall(LocalPerson person) => Execute("UPDATE people SET installed = 0 WHERE key = $1", person.Key);

    public bool IsInstalled(LocalPerson person) =>
        Query("SELECT 1 FROM people WHERE key = $1 AND installed = 1", row => row.GetInt64(0), person.Key).Count > 0;

    public void MarkRead(LocalPerson person) =>
        Execute(
            "UPDATE people SET read_up_to = (SELECT COALESCE(MAX(sequence), 0) FROM activities WHERE conversation = $2) WHERE key = $1",
            person.Key, person.ConversationId);

    public int Unread(LocalPerson person) =>
        Query(
            """
            SELECT COUNT(*) FROM activities WHERE conversation = $2 AND from_bot = 1
              AND sequence > COALESCE((SELECT read_up_to FROM people WHERE key = $1), 0)
            """,
            row => row.GetInt32(0), person.Key, person.ConversationId).Single();

    public void MarkMailRead(string file) => Execute("INSERT OR IGNORE INTO mails_read (file) VALUES ($1)", file);

    public IReadOnlySet<string> MailsRead() => Query("SELECT file FROM mails_read", row => row.GetString(0)).ToHashSet();

    /// <summary>Lets go of the file, so that it can be moved or deleted.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    const string Select = "SELECT sequence, id, from_bot, updated, activity, view FROM activities";

    static TranscriptEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3),
        JsonNode.Parse(row.GetString(4))!.AsObject(),
        row.IsDBNull(5) ? null : JsonNode.Parse(row.GetString(5))!.AsObject());

    int Execute(string sql, params object[] values)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params object[] values)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    static SqliteCommand Command(SqliteConnection connection, string sql, object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant above; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        return command;
    }
}
