using AiActBot.Knowledge.Index;

namespace AiActBot.Assistant;

/// <summary>
/// A search service with the embedded index beside it. The embedded one has everything at once; the service is brought up to date in the
/// background and searched when it is. While it is behind, or does not answer, the embedded one does.
/// </summary>
internal sealed class StandbyIndex(IPassageIndex service, IPassageIndex own, TimeProvider time, ILogger<StandbyIndex> log) : IPassageIndex, IDisposable
{
    /// <summary>After a failure the service is left alone for so long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, IReadOnlyCollection<Chunk>> _behind = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private DateTimeOffset _notBefore;
    private Task _catchingUp = Task.CompletedTask;

    public async Task ReplaceAsync(string source, IReadOnlyCollection<Chunk> chunks, CancellationToken cancellationToken)
    {
        await own.ReplaceAsync(source, chunks, cancellationToken);
        lock (_gate)
            _behind[source] = chunks;
        IsUpToDate();
    }

    public async Task<IReadOnlyList<Passage>> SearchAsync(PassageQuery query, int limit, CancellationToken cancellationToken)
    {
        if (!IsUpToDate())
            return await own.SearchAsync(query, limit, cancellationToken);
        try
        {
            return await service.SearchAsync(query, limit, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever the service does, there is an answer without it.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Fail(exception);
            return await own.SearchAsync(query, limit, cancellationToken);
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
        (service as IDisposable)?.Dispose();
        (own as IDisposable)?.Dispose();
    }

    /// <summary>Whether the service holds everything and may be asked; starts to bring it up to date where it does not.</summary>
    private bool IsUpToDate()
    {
        lock (_gate)
        {
            if (time.GetUtcNow() < _notBefore)
                return false;
            if (_behind.Count > 0 && _catchingUp.IsCompleted)
                _catchingUp = Task.Run(CatchUpAsync, _closing.Token);
            return _behind.Count == 0;
        }
    }

    private async Task CatchUpAsync()
    {
        try
        {
            while (Next() is var (source, chunks))
            {
                await service.ReplaceAsync(source, chunks, _closing.Token);
                lock (_gate)
                {
                    // It may have been replaced again meanwhile.
                    if (ReferenceEquals(_behind[source], chunks))
                        _behind.Remove(source);
                }
            }
        }
#pragma warning disable CA1031 // The edge of a background job: a later question tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!_closing.IsCancellationRequested)
                Fail(exception);
        }
    }

    private (string Source, IReadOnlyCollection<Chunk> Chunks)? Next()
    {
        lock (_gate)
            return _behind.Count == 0 ? null : (_behind.First().Key, _behind.First().Value);
    }

    private void Fail(Exception exception)
    {
        Log.SearchServiceFailed(log, exception);
        lock (_gate)
            _notBefore = time.GetUtcNow() + Pause;
    }
}
