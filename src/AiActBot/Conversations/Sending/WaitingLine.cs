namespace AiActBot.Conversations.Sending;

/// <summary>
/// Keeps order towards somebody for whom messages wait: a later one does not go before an earlier one that was held back, whichever
/// is looked at first. Older is who has the lower id; ids are made in the order of time.
/// </summary>
internal sealed class WaitingLine(TimeProvider time)
{
    /// <summary>Somebody held back may have been sent by another replica; nobody waits for them longer than this.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Whoever waits for one that is on its way looks again after this, and not at once.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedDictionary<Guid, DateTimeOffset>> lines = [];

    /// <returns>Until when to wait for an older one to the same recipient, or null when it is this one's turn.</returns>
    public DateTimeOffset? IsBehind(string recipient, Guid id)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (!lines.TryGetValue(recipient, out var line))
                return null;
            foreach (var (gone, _) in line.Where(held => held.Value + Grace <= now).ToList())
                Remove(recipient, gone);
            if (line.Count == 0)
                return null;
            var (older, until) = line.First();
            if (older.CompareTo(id) >= 0)
                return null;
            return until > now + LookAgain ? until : now + LookAgain;
        }
    }

    public void HoldBack(string recipient, Guid id, DateTimeOffset until)
    {
        lock (gate)
        {
            if (!lines.TryGetValue(recipient, out var line))
                lines[recipient] = line = [];
            line[id] = until;
        }
    }

    public void Leave(string recipient, Guid id)
    {
        lock (gate)
            Remove(recipient, id);
    }

    private void Remove(string recipient, Guid id)
    {
        if (lines.TryGetValue(recipient, out var line) && line.Remove(id) && line.Count == 0)
            lines.Remove(recipient);
    }
}
