namespace AiActBot.Conversations;

/// <summary>
/// Works on accepted activities in the background: those of one conversation one after the other, different
/// conversations side by side.
/// </summary>
internal sealed class TurnQueue(IServiceProvider services, ILogger<TurnQueue> log) : IHostedService, IDisposable
{
    /// <summary>More at once only makes them wait for the database instead of for each other.</summary>
    private const int AtOnce = 16;

    /// <summary>The channel waits fifteen seconds for its acknowledgement.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Line> lines = [];
    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly CancellationTokenSource stopping = new();

    public void Enqueue(Guid inboxId, string conversationId)
    {
        lock (gate)
            Append(conversationId, isShort: false, AfterAsync);

        async Task AfterAsync(Task before, Line line)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await places.WaitAsync(stopping.Token);
            }
            catch (OperationCanceledException)
            {
                Leave(line, isShort: false); // The inbox still has it.
                return;
            }

            await WorkAsync(stopping => services.GetRequiredService<TurnRunner>().RunAsync(inboxId, stopping), line, isShort: false);
        }
    }

    /// <summary>Works on something that takes a moment, after others of its conversation and before those that come later.</summary>
    /// <param name="giveUp">Called instead when its turn does not come soon: those before it wait for something.</param>
    /// <returns>False when others before it may take long: then nothing happens.</returns>
    public bool TryEnter(string conversationId, Func<CancellationToken, Task> work, Action giveUp)
    {
        lock (gate)
        {
            if (lines.TryGetValue(conversationId, out var line) && line.Long > 0)
                return false;
            Append(conversationId, isShort: true, AfterAsync);
            return true;
        }

        async Task AfterAsync(Task before, Line line)
        {
            await before.WaitAsync(Soon).ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
            if (before.IsCompleted && places.Wait(0))
            {
                await WorkAsync(work, line, isShort: true);
                return;
            }

            giveUp();
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Leave(line, isShort: true);
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

    private void Append(string conversationId, bool isShort, Func<Task, Line, Task> after)
    {
        if (!lines.TryGetValue(conversationId, out var line))
            lines[conversationId] = line = new Line(conversationId);
        line.Waiting++;
        line.Long += isShort ? 0 : 1;
        line.Last = after(line.Last, line);
    }

    private async Task WorkAsync(Func<CancellationToken, Task> work, Line line, bool isShort)
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
            Leave(line, isShort);
        }
    }

    private void Leave(Line line, bool isShort)
    {
        lock (gate)
        {
            line.Long -= isShort ? 0 : 1;
            if (--line.Waiting == 0)
                lines.Remove(line.ConversationId);
        }
    }

    private sealed class Line(string conversationId)
    {
        public string ConversationId => conversationId;

        public Task Last { get; set; } = Task.CompletedTask;

        public int Waiting { get; set; }

        /// <summary>How many of those waiting may take long.</summary>
        public int Long { get; set; }
    }
}
