namespace AiActBot.Tests.Infrastructure;

/// <summary>The time of the machine, moved forward by a test, on the wall and on the stopwatch. Timers keep running in real time.</summary>
public class MovableTime : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref ahead));

    public override long GetTimestamp() => System.GetTimestamp() + (long)(new TimeSpan(Interlocked.Read(ref ahead)).TotalSeconds * TimestampFrequency);

    public virtual void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
