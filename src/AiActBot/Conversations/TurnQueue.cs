namespace AiActBot.Conversations;

/// <summary>
/// Works on accepted activities in the background: those of one conversation one after the other, different
/// conversations side by side.
/// </summary>
internal sealed class TurnQueue(IServiceProvider services, ILogger<TurnQueue> log) : IHostedService, IDisposable
{
    /// <summary>More at once only makes them wait for the database instead of for each other.</summary>
    private const int AtOnce = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Line> lines = [];
    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly CancellationTokenSource stopping = new();

    public void Enqueue(Guid inboxId, string conversationId)
    {
        lock (gate)
        {
            if (!lines.TryGetValue(conversationId, out var line))
                lines[conversationId] = line = new Line();
            line.Waiting++;
            line.Last = WorkAsync(line.Last, inboxId, conversationId);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Finishes what is in hand; what is not finished in time is still in the inbox.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] open;
        lock (gate)
            open = [.. lines.Values.Select(line => line.Last)];
        var finished = Task.WhenAll(open);
        await finished.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stopping.CancelAsync();
        await finished.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        places.Dispose();
        stopping.Dispose();
    }

    private async Task WorkAsync(Task before, Guid inboxId, string conversationId)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await places.WaitAsync(stopping.Token);
            try
            {
                await services.GetRequiredService<TurnRunner>().RunAsync(inboxId, stopping.Token);
            }
            finally
            {
                places.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The inbox still has it.
        }
#pragma warning disable CA1031 // The edge of a turn: whatever went wrong, the inbox still has it, and others go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.TurnFailed(log, exception, inboxId);
        }
        finally
        {
            Leave(conversationId);
        }
    }

    private void Leave(string conversationId)
    {
        lock (gate)
        {
            if (--lines[conversationId].Waiting == 0)
                lines.Remove(conversationId);
        }
    }

    private sealed class Line
    {
        public Task Last { get; set; } = Task.CompletedTask;

        public int Waiting { get; set; }
    }
}
