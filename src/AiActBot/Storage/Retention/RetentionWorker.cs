using AiActBot.Hosting;

namespace AiActBot.Storage.Retention;

/// <summary>Erases what is too old, once an hour.</summary>
internal sealed class RetentionWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<RetentionWorker> log)
    : RecurringWork(scopes, time, TimeSpan.FromHours(1), log, atStart: false)
{
    protected override async Task DoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var erased = await services.GetRequiredService<RetentionScan>().RunAsync(cancellationToken);
        if (erased > 0)
            RetentionLog.Erased(log, erased);
    }
}

internal static partial class RetentionLog
{
    [LoggerMessage(8101, LogLevel.Information, "{Count} questions, activities, cases and forgotten files were too old and were erased.")]
    public static partial void Erased(ILogger logger, int count);
}
