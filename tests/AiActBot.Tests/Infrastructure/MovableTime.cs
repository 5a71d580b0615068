namespace AiActBot.Tests.Infrastructure;

/// <summary>The time of the machine, moved forward by a test. Timers keep running in real time.</summary>
public class MovableTime : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref ahead));

    public virtual void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
