using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Conversations;

/// <summary>
/// Writes what comes to the inbox at the same time in one go: while one commit reaches the disk, those that come meanwhile gather for
/// the next. Nobody waits longer for that, and the disk is waited for once for all of them.
/// </summary>
internal sealed class InboxWriter(IServiceScopeFactory scopes)
{
    private readonly Lock gate = new();
    private List<Entry> gathered = [];
    private bool isWriting;

    /// <summary>Stores an activity; when this returns it is on the disk.</summary>
    /// <returns>False when it came before, and nothing was stored.</returns>
    public Task<bool> AddAsync(InboxActivity activity) => WriteAsync(new Entry(activity, IsNew: true));

    /// <summary>Notes that everything that a turn had to say was sent. Were it lost to a crash, it would be said again.</summary>
    /// <returns>False when another worker took it over meanwhile, which then does this.</returns>
    public Task<bool> CompleteAsync(InboxActivity activity)
    {
        (activity.State, activity.Replies) = (InboxState.Completed, null);
        return WriteAsync(new Entry(activity, IsNew: false));
    }

    private Task<bool> WriteAsync(Entry entry)
    {
        lock (gate)
        {
            gathered.Add(entry);
            if (isWriting)
                return entry.Written.Task;
            isWriting = true;
        }

        _ = WriteGatheredAsync();
        return entry.Written.Task;
    }

    private async Task WriteGatheredAsync()
    {
        var together = Take();
        while (together is not null)
        {
            await WriteAsync(together);
            together = Take();
            // Whoever began this goes on with their own turn.
            if (together is not null)
                await Task.Yield();
        }
    }

    private async Task WriteAsync(List<Entry> together)
    {
        try
        {
            await SaveAsync(together);
            together.ForEach(entry => entry.Written.SetResult(true));
        }
        catch (DbUpdateException exception) when (together.Count > 1 && !DatabaseUnavailable.Is(exception))
        {
            // It is one of them, mostly one that was there already: the others are not to suffer from it.
            foreach (var entry in together)
                await WriteAsync([entry]);
        }
#pragma warning disable CA1031 // Each of those who wait gets to see it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            together.ForEach(entry => Fail(entry, exception));
        }
    }

    private static void Fail(Entry entry, Exception exception)
    {
        if (exception is DbUpdateException update && (entry.IsNew ? UniqueViolation.Is(update) : update is DbUpdateConcurrencyException))
            entry.Written.SetResult(false);
        else
            entry.Written.SetException(exception);
    }

    private async Task SaveAsync(IReadOnlyList<Entry> together)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        db.Inbox.AddRange(together.Where(entry => entry.IsNew).Select(entry => entry.Activity));
        foreach (var completed in together.Where(entry => !entry.IsNew))
        {
            // A save that did not succeed has counted it up already.
            completed.Activity.Version = completed.Version;
            var activity = db.Inbox.Attach(completed.Activity);
            activity.Property(a => a.State).IsModified = true;
            activity.Property(a => a.Replies).IsModified = true;
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <returns>What gathered; null when it was nothing, and nobody writes any more.</returns>
    private List<Entry>? Take()
    {
        lock (gate)
        {
            isWriting = gathered.Count > 0;
            if (!isWriting)
                return null;
            var taken = gathered;
            gathered = [];
            return taken;
        }
    }

    private sealed record Entry(InboxActivity Activity, bool IsNew)
    {
        public int Version { get; } = Activity.Version;

        public TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
