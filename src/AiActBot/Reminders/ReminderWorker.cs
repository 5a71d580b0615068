using AiActBot.Hosting;
using Microsoft.Extensions.Options;

namespace AiActBot.Reminders;

/// <summary>Looks for due reminders from time to time.</summary>
internal sealed class ReminderWorker(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReminderOptions> options, ILogger<ReminderWorker> log)
    : RecurringWork(scopes, time, options.Value.PollInterval, log)
{
    protected override async Task DoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<ReminderScan>().RunAsync(cancellationToken);
        await services.GetRequiredService<MonthlyReportScan>().RunAsync(cancellationToken);
    }
}
