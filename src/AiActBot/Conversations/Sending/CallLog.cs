namespace AiActBot.Conversations.Sending;

/// <summary>
/// Calls to one place. A call counts from its end and not from its begin: it reached the other side somewhere in between, so
/// that however long it was on its way, the other side never counts more than is counted here.
/// </summary>
internal sealed class CallLog(RateWindow[] windows)
{
    /// <summary>How soon to look again while calls are under way whose end is what is waited for.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(20);

    private readonly RateWindow[] forMany = TeamsLimits.ForMany(windows);
    private readonly List<TimeSpan> ended = [];
    private readonly int kept = windows.Max(window => window.Calls);
    private int underWay;
    private TimeSpan? partEnded;
    private TimeSpan pausedUntil;

    /// <returns>How long until one more call may begin; zero for now.</returns>
    public TimeSpan WaitAt(TimeSpan now, bool toMany, bool isPartOfStream)
    {
        var wait = pausedUntil - now;
        foreach (var window in toMany ? forMany : windows)
        {
            var room = window.Calls - underWay;
            var free = room <= 0 ? now + AMoment : ended.Count >= room ? ended[^room] + window.Length : now;
            wait = Longer(wait, free - now);
        }

        if (isPartOfStream && partEnded is { } last)
            wait = Longer(wait, last + TeamsLimits.BetweenParts - now);
        return Longer(wait, TimeSpan.Zero);
    }

    public void Begin() => underWay++;

    public void End(TimeSpan now, bool isPartOfStream)
    {
        underWay--;
        ended.Add(now);
        if (isPartOfStream)
            partEnded = now;
        if (ended.Count > 2 * kept)
            ended.RemoveRange(0, ended.Count - kept);
    }

    /// <summary>The channel asked to wait.</summary>
    public void PauseUntil(TimeSpan moment) => pausedUntil = Longer(pausedUntil, moment);

    /// <summary>Nothing in it matters any more.</summary>
    public bool IsOver(TimeSpan now) =>
        underWay == 0 && pausedUntil <= now && (ended.Count == 0 || ended[^1] + windows.Max(window => window.Length) <= now);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
