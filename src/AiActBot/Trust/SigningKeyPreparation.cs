using AiActBot.BotFramework.Authentication;

namespace AiActBot.Trust;

/// <summary>Reads the keys of the channel at the start, so that the first message does not wait for them.</summary>
internal sealed class SigningKeyPreparation(SigningKeys keys, TimeProvider time, ILogger<SigningKeyPreparation> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var isKnown = true;
        do
        {
            var wasKnown = isKnown;
            isKnown = await keys.PrepareAsync(stoppingToken);
            if (wasKnown && !isKnown)
                Log.KeysUnavailable(log);
            else if (isKnown && !wasKnown)
                Log.KeysAvailable(log);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
