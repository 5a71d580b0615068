namespace AiActBot.Tests.Infrastructure;

/// <summary>A clock that stands still until a test moves it, and every timer with it: an hour of waiting takes no time.</summary>
public sealed class SteppedTime : MovableTime
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<SteppedTimer> timers = [];
    private TimeSpan elapsed;

    public TimeSpan Elapsed
    {
        get
        {
            lock (gate)
                return elapsed;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    /// <summary>Goes from timer to timer, so that each rings at its own moment.</summary>
    public override void Advance(TimeSpan by)
    {
        var until = Elapsed + by;
        while (true)
        {
            SteppedTimer? next;
            lock (gate)
            {
                next = timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
                elapsed = next is null ? until : next.Due > elapsed ? next.Due.Value : elapsed;
                next?.Rewind(elapsed);
            }

            if (next is null)
                return;
            next.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state);
        timer.Change(dueTime, period);
        lock (gate)
            timers.Add(timer);
        return timer;
    }

    /// <summary>Moves on step by step until it is so; between two steps whatever was woken gets time to work.</summary>
    public async Task RunUntilAsync(Func<bool> isSo, FakeConnector connector, string what)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        using var breath = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!isSo())
        {
            Assert.False(timeout.IsCancellationRequested, $"Waited for {what} until {Elapsed}");
            await breath.WaitForNextTickAsync(CancellationToken.None);
            if (connector.InHand == 0)
                Advance(TimeSpan.FromMilliseconds(50));
        }
    }

    private sealed class SteppedTimer(SteppedTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public TimeSpan? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                this.period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time.elapsed + dueTime;
                return true;
            }
        }

        public void Rewind(TimeSpan now) => Due = period == Timeout.InfiniteTimeSpan || period <= TimeSpan.Zero ? null : now + period;

        public void Ring() => callback(state);

        public void Dispose()
        {
            lock (time.gate)
            {
                Due = null;
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
