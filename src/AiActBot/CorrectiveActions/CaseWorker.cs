using AiActBot.Hosting;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

/// <summary>Does what is due in cases with nobody looking: approvals that run out, what waits, what is stuck.</summary>
internal sealed class CaseWorker(IServiceScopeFactory scopes, TimeProvider time, IOptions<CorrectiveActionsOptions> options, ILogger<CaseWorker> log)
    : RecurringWork(scopes, time, options.Value.PollInterval, log)
{
    protected override async Task DoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var expired = await services.GetRequiredService<DueApprovals>().RunAsync(cancellationToken);
        var told = await services.GetRequiredService<StuckNotices>().RunAsync(cancellationToken);
        if (expired + told > 0)
            Log.LookedAfter(log, expired, told);
    }
}

internal static partial class Log
{
    [LoggerMessage(5002, LogLevel.Information, "{Expired} approvals ran out; {Told} people were told of something stuck.")]
    public static partial void LookedAfter(ILogger logger, int expired, int told);

    [LoggerMessage(5003, LogLevel.Error, "Files for a case could not be stored; nothing was added.")]
    public static partial void AttachmentsNotStored(ILogger logger, Exception exception);
}
