using System.Collections.Concurrent;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Notifications;

public class ClaimTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Claimers_at_once_never_hold_the_same_notification(DatabaseProvider provider)
    {
        await using var database = await Outbox.EmptyDatabaseAsync(provider);
        await AddAsync(database, 300);
        var held = new ConcurrentBag<Guid>();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            // An empty hand is not the end: on PostgreSQL the rest may be locked by the others just now.
            while (held.Count < 300)
            {
                var claimed = await NotificationClaims.ClaimAsync(db, Now, Lease, 4, ignoreLeases: false, CancellationToken.None);
                Assert.InRange(claimed.Count, 0, 4);
                foreach (var notification in claimed)
                    held.Add(notification.Id);
                db.Discard();
            }
        })));

        Assert.Equal(300, held.Distinct().Count());
        Assert.Equal(300, held.Count);
        await using var after = database.Open();
        Assert.True(await after.Notifications.AllAsync(n => n.Fence == 1 && n.Attempts == 1 && n.State == NotificationState.Sending && !n.MayBeDuplicate));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task What_is_due_longest_is_claimed_first_and_what_is_not_due_is_left(DatabaseProvider provider)
    {
        await using var database = await Outbox.EmptyDatabaseAsync(provider);
        await using var db = database.Open();
        db.Notifications.AddRange(Enumerable.Range(-9, 12).Reverse().Select(minutes => Outbox.Message(Now.AddMinutes(minutes), mail: "a@example.test")));
        await db.SaveChangesAsync();
        db.Discard();

        var claimed = await NotificationClaims.ClaimAsync(db, Now, Lease, 50, ignoreLeases: false, CancellationToken.None);

        Assert.Equal(Enumerable.Range(-9, 10).Select(minutes => Now.AddMinutes(minutes)), claimed.Select(n => n.DueAt));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Lease_that_ran_out_is_claimed_again_and_flagged(DatabaseProvider provider)
    {
        await using var database = await Outbox.EmptyDatabaseAsync(provider);
        await AddAsync(database, 1);

        var first = Assert.Single(await ClaimAsync(database, Now));
        Assert.Empty(await ClaimAsync(database, Now + Lease));
        var second = Assert.Single(await ClaimAsync(database, Now + Lease + TimeSpan.FromMilliseconds(1)));

        Assert.Equal((1, 1, false), (first.Attempts, first.Fence, first.MayBeDuplicate));
        Assert.Equal((2, 2, true), (second.Attempts, second.Fence, second.MayBeDuplicate));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Only_process_of_a_database_need_not_wait_for_a_lease_at_its_start(DatabaseProvider provider)
    {
        await using var database = await Outbox.EmptyDatabaseAsync(provider);
        await AddAsync(database, 1);
        await ClaimAsync(database, Now);

        Assert.True(Assert.Single(await ClaimAsync(database, Now, ignoreLeases: true)).MayBeDuplicate);
    }

    private static async Task<IReadOnlyList<Notification>> ClaimAsync(TestDatabase database, DateTimeOffset now, bool ignoreLeases = false)
    {
        await using var db = database.Open();
        return await NotificationClaims.ClaimAsync(db, now, Lease, 10, ignoreLeases, CancellationToken.None);
    }

    private static async Task AddAsync(TestDatabase database, int count)
    {
        await using var db = database.Open();
        db.Notifications.AddRange(Enumerable.Range(0, count).Select(_ => Outbox.Message(Now, mail: "a@example.test")));
        await db.SaveChangesAsync();
    }
}
