namespace AiActBot.BotFramework.Tests.Connector;

/// <summary>
/// A clock on which every wait is over at once and has moved the clock by its length. While it is frozen, waits stay
/// until they are fired.
/// </summary>
internal sealed class InstantTime(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    internal bool Frozen { get; init; }

    internal IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiting = new Waiting(callback, state);
        lock (_lock)
        {
            _waiting.Add(waiting);
            if (!Frozen && dueTime != Timeout.InfiniteTimeSpan)
            {
                _waits.Add(dueTime);
                _now += dueTime;
            }
        }

        if (!Frozen && dueTime != Timeout.InfiniteTimeSpan)
        {
            // Not from within this call: the caller has not kept the timer yet.
            ThreadPool.QueueUserWorkItem(_ => waiting.Fire());
        }

        return waiting;
    }

    internal void Pass(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    internal void FireAll()
    {
        Waiting[] due;
        lock (_lock)
        {
            due = [.. _waiting];
        }

        Array.ForEach(due, waiting => waiting.Fire());
    }

    private sealed class Waiting(TimerCallback callback, object? state) : ITimer
    {
        private int _over;

        internal void Fire()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => Interlocked.Exchange(ref _over, 1);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
