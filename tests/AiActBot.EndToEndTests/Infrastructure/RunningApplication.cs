using AiActBot.Assistant;
using AiActBot.Hosting;
using AiActBot.Reminders;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiActBot.EndToEndTests.Infrastructure;

/// <summary>The real application in local mode, on a free port of this machine, with a data directory of its own.</summary>
internal sealed class RunningApplication : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("aiactbot-e2e-");
    private readonly ErrorLog errors = new();
    private WebApplication? app;

    /// <summary>Stays the same when the application is stopped and started again.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>What the application logged as an error, since the first start.</summary>
    public IReadOnlyCollection<string> Errors => errors.Entries;

    /// <param name="remindAfter">After how long a notice that is not acknowledged is reminded of; by default not within a test.</param>
    public async Task StartAsync(TimeSpan? remindAfter = null)
    {
        app = AiActBotApplication.Build(
            [
                "--environment", "Development",
                "--urls", Address.ToString(),
                "--Storage:DataDirectory", data.FullName,
                "--Reminders:NotAcknowledgedAfter", (remindAfter ?? TimeSpan.FromDays(1)).ToString(),
                "--Reminders:PollInterval", "00:00:00.200",
                "--Notifications:PollInterval", "00:00:00.200",
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Logging.AddProvider(errors);
                builder.Services.AddSingleton<IKnowledgeReading>(KnowledgeReadOnce.Instance);
            });
        await AiActBotApplication.StartAsync(app);
        Address = new Uri(app.Services.GetRequiredService<OwnAddress>().Listening);
    }

    public async Task StopAsync()
    {
        if (app is null)
            return;
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>Looks for due reminders now, so that a test need not wait to see that there are none.</summary>
    public async Task<int> GiveDueRemindersAsync()
    {
        await using var scope = app!.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReminderScan>().RunAsync(CancellationToken.None);
    }

    public async Task<AuditVerification> VerifyAuditTrailAsync()
    {
        await using var scope = app!.Services.CreateAsyncScope();
        return await AuditTrail.VerifyAsync(scope.ServiceProvider.GetRequiredService<AiActBotDbContext>());
    }

    public T Service<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        data.Delete(recursive: true);
    }
}
