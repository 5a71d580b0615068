namespace AiActBot.Conversations.Sending;

/// <summary>So many calls in any stretch of time of this length.</summary>
internal readonly record struct RateWindow(int Calls, TimeSpan Length);

/// <summary>What Teams takes of one bot before it answers 429. Source: its page on rate limiting.</summary>
internal static class TeamsLimits
{
    /// <summary>Sending to one conversation or opening it.</summary>
    public static readonly RateWindow[] Sends =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];

    /// <summary>Asking who is in one conversation.</summary>
    public static readonly RateWindow[] Members =
        [new(14, TimeSpan.FromSeconds(1)), new(16, TimeSpan.FromSeconds(2)), new(120, TimeSpan.FromSeconds(30)), new(3600, TimeSpan.FromHours(1))];

    /// <summary>Everything in one tenant.</summary>
    public static readonly RateWindow[] Tenant = [new(50, TimeSpan.FromSeconds(1))];

    /// <summary>Parts of a streamed answer.</summary>
    public static readonly TimeSpan BetweenParts = TimeSpan.FromSeconds(1);

    /// <summary>What goes out to many takes four fifths, so that whoever waits for an answer does not wait for them.</summary>
    public static RateWindow[] ForMany(RateWindow[] windows) => [.. windows.Select(window => window with { Calls = window.Calls * 4 / 5 })];
}
