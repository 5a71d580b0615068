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
            line.Last = WaitAndWorkAsync(line.Last, stopping => services.GetRequiredService<TurnRunner>().RunAsync(inboxId, stopping), conversationId);
        }
    }

    /// <summary>Works on something at once, and keeps others of its conversation waiting until it is done.</summary>
    /// <returns>False when it would have to wait: then nothing happens.</returns>
    public bool TryEnter(string conversationId, Func<CancellationToken, Task> work)
    {
        lock (gate)
        {
            if (lines.ContainsKey(conversationId) || !places.Wait(0))
                return false;
            var line = lines[conversationId] = new Line { Waiting = 1 };
            line.Last = Task.Run(() => WorkAsync(work, conversationId));
            return true;
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

    private async Task WaitAndWorkAsync(Task before, Func<CancellationToken, Task> work, string conversationId)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await places.WaitAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            Leave(conversationId); // The inbox still has it.
            return;
        }

        await WorkAsync(work, conversationId);
    }

    private async Task WorkAsync(Func<CancellationToken, Task> work, string conversationId)
    {
        try
        {
            await work(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The inbox still has it.
        }
#pragma warning disable CA1031 // The edge of a turn: whatever went wrong, the inbox still has it, and others go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.LineFailed(log, exception);
        }
        finally
        {
            places.Release();
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
