namespace AiActBot.Hosting;

/// <summary>Work that is done again and again with nobody looking. A round that fails is logged, and the next one tries again.</summary>
/// <param name="atStart">Whether the first round is soon after the start, and not one interval later.</param>
internal abstract class RecurringWork(IServiceScopeFactory scopes, TimeProvider time, TimeSpan interval, ILogger log, bool atStart = true) : BackgroundService
{
    /// <summary>The start has enough to do, and so has whoever is the first to ask something.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(3);

    /// <param name="services">A scope of this round's own.</param>
    protected abstract Task DoAsync(IServiceProvider services, CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        if (atStart && interval > AfterStart)
        {
            await Task.Delay(AfterStart, time, stoppingToken);
            await DoRoundAsync(stoppingToken);
        }

        while (await timer.WaitForNextTickAsync(stoppingToken))
            await DoRoundAsync(stoppingToken);
    }

    private async Task DoRoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await DoAsync(scope.ServiceProvider, stoppingToken);
        }
#pragma warning disable CA1031 // The edge of a background job: the next round tries again.
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var work = GetType().Name;
            RecurringWorkLog.RoundFailed(log, exception, work);
        }
    }
}

internal static partial class RecurringWorkLog
{
    [LoggerMessage(1101, LogLevel.Error, "{Work} failed; the next round tries again.")]
    public static partial void RoundFailed(ILogger logger, Exception exception, string work);
}
