using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

/// <summary>Does what is due in cases with nobody looking: approvals that run out, what waits, what is stuck.</summary>
internal sealed class CaseWorker(IServiceScopeFactory scopes, TimeProvider time, IOptions<CorrectiveActionsOptions> options, ILogger<CaseWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var expired = await scope.ServiceProvider.GetRequiredService<DueApprovals>().RunAsync(stoppingToken);
                var told = await scope.ServiceProvider.GetRequiredService<StuckNotices>().RunAsync(stoppingToken);
                if (expired + told > 0)
                    Log.LookedAfter(log, expired, told);
            }
#pragma warning disable CA1031 // The edge of a background job: the next round tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.LookingFailed(log, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Error, "Looking after cases failed; the next round tries again.")]
    public static partial void LookingFailed(ILogger logger, Exception exception);

    [LoggerMessage(5002, LogLevel.Information, "{Expired} approvals ran out; {Told} people were told of something stuck.")]
    public static partial void LookedAfter(ILogger logger, int expired, int told);
}
