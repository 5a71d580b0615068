namespace AiActBot.Triage;

/// <summary>Looks for systems that were triaged with older rules: at the start, when new rules have come with it, and every hour.</summary>
internal sealed class ReviewWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<ReviewWorker> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ReviewScan>().RunAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The edge of a background job: the next round tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.ScanFailed(log, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

internal static partial class Log
{
    [LoggerMessage(6001, LogLevel.Error, "Looking for systems to triage again failed; the next round tries again.")]
    public static partial void ScanFailed(ILogger logger, Exception exception);
}
