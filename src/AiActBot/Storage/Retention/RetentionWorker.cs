namespace AiActBot.Storage.Retention;

/// <summary>Erases what is too old, once an hour.</summary>
internal sealed class RetentionWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<RetentionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        // Not at the start, which has enough to do.
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var erased = await scope.ServiceProvider.GetRequiredService<RetentionScan>().RunAsync(stoppingToken);
                if (erased > 0)
                    RetentionLog.Erased(log, erased);
            }
#pragma warning disable CA1031 // The edge of a background job: the next round tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                RetentionLog.Failed(log, exception);
            }
        }
    }
}

internal static partial class RetentionLog
{
    [LoggerMessage(8101, LogLevel.Information, "{Count} questions and activities were too old and were erased.")]
    public static partial void Erased(ILogger logger, int count);

    [LoggerMessage(8102, LogLevel.Error, "Erasing what is too old failed; the next round tries again.")]
    public static partial void Failed(ILogger logger, Exception exception);
}
