using Microsoft.Data.Sqlite;

namespace AiActBot.Storage;

/// <summary>
/// The line in which the writers of this process wait for each other: a SQLite file takes one at a time, and left to it they
/// would hold a thread each and ask again and again.
/// </summary>
/// <param name="longest">How long one waits; as long as SQLite itself waits for a writer elsewhere.</param>
internal sealed class SqliteWriter(TimeSpan longest) : IDisposable
{
    private const int Busy = 5;

    private readonly SemaphoreSlim _one = new(1, 1);

    public SqliteWriter()
        : this(Longest)
    {
    }

    /// <summary>The channel waits fifteen seconds for its acknowledgement; whoever waits longer than this hears that it did not work.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(10);

    /// <returns>To be disposed of when it is written.</returns>
    /// <exception cref="SqliteException">Those before it did not finish in time: the database is busy.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (!await _one.WaitAsync(longest, cancellationToken))
            throw new SqliteException("The database is busy: other writers did not finish in time.", Busy);
        return new Entered(_one);
    }

    public void Dispose() => _one.Dispose();

    private sealed class Entered(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
