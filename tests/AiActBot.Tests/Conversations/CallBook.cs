using AiActBot.Conversations.Sending;

namespace AiActBot.Tests.Conversations;

/// <summary>Every call that began and ended, counted anew at every question, as plainly as can be.</summary>
internal sealed class CallBook
{
    private readonly Dictionary<string, List<Entry>> entries = [];
    private readonly Dictionary<string, TimeSpan> pausedUntil = [];
    private readonly List<Entry> underWay = [];

    public IReadOnlyList<Entry> UnderWay => [.. underWay];

    public void Begin(PacedCall call, SendingSlot slot, TimeSpan now)
    {
        var entry = new Entry(call, slot, now);
        underWay.Add(entry);
        At(PlaceOf(call)).Add(entry);
        At(call.TenantId!).Add(entry);
    }

    public void End(Entry entry, TimeSpan now, TimeSpan? pause)
    {
        entry.Ended = now;
        underWay.Remove(entry);
        var place = PlaceOf(entry.Call);
        if (pause is { } asked)
            pausedUntil[place] = new[] { pausedUntil.GetValueOrDefault(place), now + asked }.Max();
    }

    public bool IsFree(PacedCall call, bool toMany, TimeSpan now)
    {
        var here = At(PlaceOf(call));
        return pausedUntil.GetValueOrDefault(PlaceOf(call)) <= now
            && Fits(here, LimitsOf(call))
            && Fits(At(call.TenantId!), TeamsLimits.Tenant)
            && !(call.IsPartOfStream && here.Exists(entry => entry.Call.IsPartOfStream && entry.Ended > now - TeamsLimits.BetweenParts));

        bool Fits(List<Entry> before, RateWindow[] windows) => Array.TrueForAll(
            toMany ? TeamsLimits.ForMany(windows) : windows,
            window => before.Count(entry => entry.Ended is null || entry.Ended > now - window.Length) < window.Calls);
    }

    /// <summary>In no stretch of the length of a window did more calls arrive than it takes.</summary>
    public void ShouldFit(Func<Entry, TimeSpan> arrival)
    {
        foreach (var (place, calls) in entries.Where(pair => pair.Value.Count > 0))
            ShouldFit(calls, place == calls[0].Call.TenantId ? TeamsLimits.Tenant : LimitsOf(calls[0].Call), arrival);
    }

    private static void ShouldFit(IEnumerable<Entry> calls, RateWindow[] windows, Func<Entry, TimeSpan> arrival)
    {
        var arrivals = calls.Select(arrival).Order().ToList();
        foreach (var window in windows)
        {
            for (var i = window.Calls; i < arrivals.Count; i++)
                Assert.True(arrivals[i] - arrivals[i - window.Calls] >= window.Length, $"more than {window.Calls} calls in {window.Length} at {arrivals[i]}");
        }
    }

    private List<Entry> At(string place)
    {
        if (!entries.TryGetValue(place, out var there))
            entries[place] = there = [];
        return there;
    }

    private static RateWindow[] LimitsOf(PacedCall call) => call.IsAboutMembers ? TeamsLimits.Members : TeamsLimits.Sends;

    private static string PlaceOf(PacedCall call) => $"{call.ConversationId} {call.IsAboutMembers}";

    internal sealed class Entry(PacedCall call, SendingSlot slot, TimeSpan began)
    {
        public PacedCall Call => call;

        public SendingSlot Slot => slot;

        public TimeSpan Began => began;

        public TimeSpan? Ended { get; set; }
    }
}
