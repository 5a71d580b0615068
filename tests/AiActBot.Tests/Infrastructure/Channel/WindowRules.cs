namespace AiActBot.Tests.Infrastructure.Channel;

/// <summary>How many calls Teams takes in a stretch of time: counted anew at every call, over the stretch just before it.</summary>
internal sealed class WindowRules(params (int Calls, TimeSpan In)[] windows)
{
    public static readonly (int Calls, TimeSpan In)[] OfConversation =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    public static readonly (int Calls, TimeSpan In)[] OfMembers =
        [(14, TimeSpan.FromSeconds(1)), (16, TimeSpan.FromSeconds(2)), (120, TimeSpan.FromSeconds(30)), (3600, TimeSpan.FromHours(1))];

    public static readonly (int Calls, TimeSpan In)[] OfTenant = [(50, TimeSpan.FromSeconds(1))];

    private readonly Lock gate = new();
    private readonly List<TimeSpan> arrivals = [];

    /// <summary>The most calls that came in any one of the windows, in their order.</summary>
    public int[] Most { get; } = new int[windows.Length];

    /// <returns>The window that this call is one too many for, or null.</returns>
    public string? Take(TimeSpan at)
    {
        lock (gate)
        {
            arrivals.Add(at);
            for (var i = 0; i < windows.Length; i++)
            {
                // Two that came at once may stand here in either order.
                var since = at - windows[i].In;
                var count = arrivals.Count(arrival => arrival > since && arrival <= at);
                Most[i] = Math.Max(Most[i], count);
                if (count > windows[i].Calls)
                    return $"{count} calls in {windows[i].In}; {windows[i].Calls} is the most.";
            }

            return null;
        }
    }

    /// <summary>The bot was started anew and cannot know what it sent before.</summary>
    public void Forget()
    {
        lock (gate)
            arrivals.Clear();
    }
}
