using AiActBot.Storage;
using Xunit.Abstractions;

namespace AiActBot.Tests.Reliability;

/// <summary>Those that run one after the other, beside the longest: more of them at once would only make each start slower.</summary>
internal static class Kills
{
    public const string Name = "Kill tests";
}

/// <summary>D1.</summary>
public sealed class SqliteKillTests(ITestOutputHelper output) : KillTests(output)
{
    [Fact]
    public Task Killed_over_and_over_nothing_is_lost_or_half_done()
    {
        var kills = Extent.Number("AIACTBOT_TEST_KILLS", Extent.Of(60, 1000));
        return Task.WhenAll(RunAsync("D1", kills / 2, new Death.Killed(), seedOffset: 0), RunAsync("D1", kills - kills / 2, new Death.Killed(), seedOffset: 1));
    }
}

/// <summary>D2.</summary>
[Collection(Kills.Name)]
public sealed class ReplicaKillTests(ITestOutputHelper output) : KillTests(output)
{
    [SkippableFact]
    public Task Three_replicas_of_which_one_after_the_other_is_killed_lose_nothing() =>
        RunAsync("D2", Extent.Number("AIACTBOT_TEST_KILLS", Extent.Of(24, 1000)), new Death.Killed(), DatabaseProvider.PostgreSql, replicas: 3);
}

/// <summary>D4.</summary>
[Collection(Kills.Name)]
public sealed class NamedPointKillTests(ITestOutputHelper output) : KillTests(output)
{
    [Theory]
    [InlineData(StartupHook.BeforeTransaction)]
    [InlineData(StartupHook.AfterInsert)]
    [InlineData(StartupHook.AfterCommit)]
    [InlineData(StartupHook.AfterClaim)]
    [InlineData(StartupHook.AfterSend)]
    [InlineData(StartupHook.AfterMark)]
    public Task Killed_at_a_named_point_a_notice_comes_twice_only_between_send_and_mark(string point) =>
        RunAsync($"D4 {point}", Extent.Of(3, 100), new Death.At(point));
}

/// <summary>D6.</summary>
[Collection(Kills.Name)]
public sealed class StopKillTests(ITestOutputHelper output) : KillTests(output)
{
    [Fact]
    public Task Stopped_under_load_it_ends_in_time_and_sends_nothing_twice() => RunAsync("D6", Extent.Of(8, 100), new Death.Stopped());
}
