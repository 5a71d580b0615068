using AiActBot.CorrectiveActions.Attachments;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Storage.Backup;

/// <summary>A copy of everything that is kept, as of one moment, made while the service writes. Where it is restored, its outbox is held.</summary>
internal sealed class SqliteBackup(SqliteDbContext db, AttachmentStore attachments, DataDirectory data, TimeProvider time)
{
    /// <param name="folder">Must not be there yet. To restore it, have Storage:DataDirectory point to it, or to a copy of it.</param>
    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "aiactbot.db");
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
        {
            await copy.OpenAsync(cancellationToken);
            ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
            await using var hold = copy.CreateCommand();
            hold.CommandText = """INSERT OR REPLACE INTO outbox_holds ("Id", "Since", "Because") VALUES (1, $since, 'restored')""";
            hold.Parameters.AddWithValue("$since", SortableUtcText.Write(time.GetUtcNow()));
            await hold.ExecuteNonQueryAsync(cancellationToken);
            await using var check = copy.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            if (await check.ExecuteScalarAsync(cancellationToken) is not "ok")
                throw new IOException("The copy of the database is not whole.");
        }

        // After the rows that name them. One that is added in between is named by none, and is swept away where it is restored.
        var within = Path.GetRelativePath(data.Root, attachments.Folder);
        attachments.CopyTo(Path.Combine(folder, within.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(within) ? "attachments" : within));
    }
}
