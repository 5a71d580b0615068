using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AiActBot.Storage;

/// <summary>
/// What an acknowledged write is worth is a setting of each connection: with <c>synchronous=FULL</c> it has reached the
/// disk, whatever the default of the library at hand. SQLite's own waiting for another writer looks again after a few
/// milliseconds; the library's would sleep for 150 each time.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
