namespace AiActBot.Tests.Reliability;

/// <summary>Waits for something that another thread or process brings about, and fails with words when it does not come.</summary>
internal static class Eventually
{
    /// <summary>Only a failure takes so long; on a busy machine a start alone can take many seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<T> GetAsync<T>(Func<Task<T>> look, Func<T, bool> isThere, string what)
    {
        using var timeout = new CancellationTokenSource(Longest);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        var seen = await look();
        while (!isThere(seen))
        {
            try
            {
                await timer.WaitForNextTickAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Waited for {what}; last seen: {seen}");
            }

            seen = await look();
        }

        return seen;
    }

    public static Task TrueAsync(Func<Task<bool>> look, string what) => GetAsync(look, isThere => isThere, what);
}
