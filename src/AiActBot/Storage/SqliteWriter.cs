namespace AiActBot.Storage;

/// <summary>
/// The line in which the writers of this process wait for each other: a SQLite file takes one at a time, and left to it they
/// would hold a thread each and ask again and again.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <returns>To be disposed of when it is written.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        return new Entered(_one);
    }

    public void Dispose() => _one.Dispose();

    private sealed class Entered(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
