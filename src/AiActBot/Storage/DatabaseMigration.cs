namespace AiActBot.Storage;

/// <summary>Brings the database up to date before the services that are started after it, and before the first request.</summary>
internal sealed class DatabaseMigration(IServiceProvider services, SingleProcess single) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        single.Claim();
        return StorageModule.MigrateAsync(services, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
