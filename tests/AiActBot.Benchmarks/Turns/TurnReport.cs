using System.Diagnostics;

namespace AiActBot.Benchmarks.Turns;

/// <summary>
/// What a message that the bot answers costs, beside the least that a bot can do: one message in, one reply out, a number of
/// people at once, each waiting for their reply. The servers take turns within a round, so that a ratio is one of its time.
/// </summary>
internal static class TurnReport
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(6);

    public static IReadOnlyList<string> Heading { get; } =
    [
        "| server | replies/s | of the floor | CPU per reply, µs | times the floor | times the floor that writes | cold start ms | memory MB |",
        "|---|---|---|---|---|---|---|---|",
    ];

    public static async Task<IReadOnlyList<string>> MeasureAsync(int rounds, int people)
    {
        await using var channel = await Channel.StartAsync();
        await using var floor = await ServerProcess.StartAsync("floor", channel, server => [Self, "floor", server.Address.ToString()]);
        await using var writing = await ServerProcess.StartAsync(
            "floor that writes", channel, server => [Self, "floor", server.Address.ToString(), server.FileIn("seen.db")]);
        await using var bot = await ServerProcess.StartAsync(
            "AiActBot", channel, server => [Product, "--urls", server.Address.ToString()], channel.Settings);
        ServerProcess[] servers = [floor, writing, bot];
        foreach (var server in servers)
            await LoadAsync(channel, server, people, Warming);

        var measured = servers.ToDictionary(server => server, _ => new List<Sample>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var server in servers)
                measured[server].Add(await LoadAsync(channel, server, people, Window));
        }

        return [.. servers.Select(server => Row(server, measured[server], measured[floor], measured[writing]))];
    }

    private static string Self => typeof(TurnReport).Assembly.Location;

    /// <summary>The product as it was built beside this.</summary>
    private static string Product => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "AiActBot", new DirectoryInfo(AppContext.BaseDirectory).Name, "AiActBot.dll"));

    private static async Task<Sample> LoadAsync(Channel channel, ServerProcess server, int people, TimeSpan duration)
    {
        var replies = 0;
        var (cpu, clock) = (server.ProcessorTime, Stopwatch.StartNew());
        using var patience = new CancellationTokenSource(duration + TimeSpan.FromSeconds(30));
        await Task.WhenAll(Enumerable.Range(0, people).Select(async person =>
        {
            while (clock.Elapsed < duration)
            {
                await channel.ConverseAsync(server.Address, person, patience.Token);
                Interlocked.Increment(ref replies);
            }
        }));
        return new Sample(replies / clock.Elapsed.TotalSeconds, (server.ProcessorTime - cpu).TotalMicroseconds / replies);
    }

    private static string Row(ServerProcess server, List<Sample> own, List<Sample> floor, List<Sample> writing) =>
        $"| {server.Name} | {Median(own.Select(s => s.RepliesPerSecond)):0} | {Median(own.Zip(floor, (a, b) => a.RepliesPerSecond / b.RepliesPerSecond)):0.00} "
        + $"| {Median(own.Select(s => s.CpuPerReply)):0} | {Median(own.Zip(floor, (a, b) => a.CpuPerReply / b.CpuPerReply)):0.0} "
        + $"| {Median(own.Zip(writing, (a, b) => a.CpuPerReply / b.CpuPerReply)):0.0} | {server.ColdStart.TotalMilliseconds:0} | {server.Memory / 1e6:0} |";

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record Sample(double RepliesPerSecond, double CpuPerReply);
}
