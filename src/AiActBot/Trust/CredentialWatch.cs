namespace AiActBot.Trust;

/// <summary>Says in the log, each day, that the credential is to be renewed.</summary>
internal sealed class CredentialWatch(CredentialState credential, TimeProvider time, ILogger<CredentialWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), time);
        do
        {
            if (credential is { IsToBeRenewed: true, DaysLeft: { } days })
                Log.RenewCredential(log, days);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
