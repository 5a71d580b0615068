using System.Collections.Concurrent;

namespace AiActBot.Conversations.Sending;

/// <summary>
/// Keeps order towards somebody for whom messages wait: a later one does not go before an earlier one that was held back, whichever
/// is looked at first. Older is who has the lower id; ids are made in the order of time.
/// </summary>
internal sealed class WaitingLine(TimeProvider time)
{
    /// <summary>Somebody held back may have been sent by another replica; nobody waits for them longer than this.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, SortedDictionary<Guid, DateTimeOffset>> lines = new();

    /// <returns>Until when an older one to the same recipient is held back, or null when it is this one's turn.</returns>
    public DateTimeOffset? IsBehind(string recipient, Guid id)
    {
        if (!lines.TryGetValue(recipient, out var line))
            return null;
        lock (line)
        {
            var now = time.GetUtcNow();
            foreach (var (older, until) in line)
            {
                if (older.CompareTo(id) >= 0)
                    return null;
                if (until + Grace > now)
                    return until > now ? until : now;
            }

            return null;
        }
    }

    public void HoldBack(string recipient, Guid id, DateTimeOffset until)
    {
        var line = lines.GetOrAdd(recipient, _ => []);
        lock (line)
            line[id] = until;
    }

    public void Leave(string recipient, Guid id)
    {
        if (!lines.TryGetValue(recipient, out var line))
            return;
        lock (line)
            line.Remove(id);
    }
}
