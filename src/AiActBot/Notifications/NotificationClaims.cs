using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Notifications;

/// <summary>
/// Takes due notifications in hand in one statement, so that two senders never hold the same one: on PostgreSQL rows
/// that another sender is taking are skipped, on SQLite there is one writer at a time. The rows are chosen once, before
/// the update: a plan that chose anew for each row would take more than was asked for. What somebody waits for goes before what
/// goes to many, however many; and then the oldest, by its id.
/// </summary>
internal static class NotificationClaims
{
    private static readonly string ToMany = string.Join(", ", NotificationPurposes.ToMany.Select(purpose => $"'{purpose}'"));

    /// <param name="ignoreLeases">At the start of the only process: what is being sent, nobody is sending.</param>
    public static async Task<IReadOnlyList<Notification>> ClaimAsync(
        AiActBotDbContext db, DateTimeOffset now, TimeSpan lease, int atMost, bool ignoreLeases, CancellationToken cancellationToken)
    {
        var skipLocked = db is PostgreSqlDbContext ? "FOR UPDATE SKIP LOCKED" : "";
        var leaseOver = ignoreLeases ? DateTimeOffset.MaxValue.AddYears(-1) : now;
        object[] values = [Column(db, now), Column(db, now + lease), Column(db, leaseOver), atMost];
#pragma warning disable EF1002 // What is put into the text is a constant; values are parameters.
        var claimed = await db.Notifications.FromSqlRaw(
            $$"""
            WITH due AS MATERIALIZED (
                SELECT "Id" FROM notifications
                WHERE (("State" = 'Pending' AND "DueAt" <= {0}) OR ("State" = 'Sending' AND "LeaseUntil" < {2}))
                    AND NOT EXISTS (SELECT 1 FROM outbox_holds)
                ORDER BY CASE WHEN "Purpose" IN ({{ToMany}}) THEN 1 ELSE 0 END, "Id" LIMIT {3} {{skipLocked}})
            UPDATE notifications
            SET "MayBeDuplicate" = ("MayBeDuplicate" OR "State" = 'Sending'),
                "State" = 'Sending', "LeaseUntil" = {1}, "Fence" = "Fence" + 1, "Attempts" = "Attempts" + 1
            WHERE "Id" IN (SELECT "Id" FROM due)
            RETURNING *
            """,
            values).ToListAsync(cancellationToken);
#pragma warning restore EF1002
        // Neither database promises an order for what an update returns.
        return [.. claimed.OrderBy(notification => notification.Purpose.IsToMany()).ThenBy(notification => notification.Id)];
    }

    /// <summary>A raw parameter does not pass the model's conversion, so it is given as it stands in the column.</summary>
    private static object Column(AiActBotDbContext db, DateTimeOffset time) =>
        db is PostgreSqlDbContext ? time : SortableUtcText.Write(time);
}
