using Microsoft.Data.Sqlite;
using Npgsql;

namespace AiActBot.Storage;

/// <summary>Tells a database that takes nothing at the moment (busy, full, gone) from one that refuses what it was given.</summary>
internal static class DatabaseUnavailable
{
    // Result codes of SQLite: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    public static bool Is(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException { SqliteErrorCode: Busy or Locked or InputOutput or Full or CannotOpen } or NpgsqlException { IsTransient: true })
                return true;
        }

        return false;
    }
}
