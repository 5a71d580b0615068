using Microsoft.Extensions.Options;

namespace AiActBot.Reminders;

/// <summary>Looks for due reminders from time to time.</summary>
internal sealed class ReminderWorker(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReminderOptions> options, ILogger<ReminderWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ReminderScan>().RunAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<MonthlyReportScan>().RunAsync(stoppingToken);
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
    [LoggerMessage(3001, LogLevel.Error, "Looking for due reminders failed; the next round tries again.")]
    public static partial void ScanFailed(ILogger logger, Exception exception);
}
