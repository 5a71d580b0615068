namespace AiActBot.Knowledge.Tests.Builders;

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public static FixedClock AtNovember2026 { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;
}
