using AiActBot.Hosting;

namespace AiActBot.Triage;

/// <summary>Looks for systems that were triaged with older rules: at the start, when new rules have come with it, and every hour.</summary>
internal sealed class ReviewWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<ReviewWorker> log)
    : RecurringWork(scopes, time, TimeSpan.FromHours(1), log)
{
    protected override Task DoAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ReviewScan>().RunAsync(cancellationToken);
}
