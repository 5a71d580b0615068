namespace AiActBot.BotFramework.Connector;

/// <summary>How long to go on trying while a person waits for the answer.</summary>
public sealed class ConnectorRetryOptions
{
    /// <summary>How often to try again after the first time.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The longest first wait; each next one may be twice as long, up to <see cref="MaxDelay"/>.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>
    /// No try begins later than this after the first began; the channel waits some 15 seconds for the turn. When the
    /// Connector asks to wait beyond it, its answer is returned at once, for a later try by someone with more time.
    /// </summary>
    public TimeSpan TotalTime { get; set; } = TimeSpan.FromSeconds(10);
}
