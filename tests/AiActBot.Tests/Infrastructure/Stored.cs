using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Infrastructure;

/// <summary>How much there is in the database: what must not have changed is compared by it.</summary>
internal sealed record Stored(int People, int Conversations, int Activities, int Systems, int Parties, int Cases, int Approvals, int Notifications, int AuditEntries)
{
    public static Task<Stored> CountAsync(RunningBot bot) => bot.WithDbAsync(async db => new Stored(
        await db.People.CountAsync(), await db.Conversations.CountAsync(), await db.Inbox.CountAsync(),
        await db.AiSystems.CountAsync(), await db.Parties.CountAsync(), await db.Cases.CountAsync(),
        await db.Approvals.CountAsync(), await db.Notifications.CountAsync(), await db.AuditEntries.CountAsync()));

    /// <summary>The actions in the audit trail about one subject, in order.</summary>
    public static Task<List<string>> HistoryAsync(RunningBot bot, string subject) => bot.WithDbAsync(db => ActionsAsync(db, subject));

    private static Task<List<string>> ActionsAsync(AiActBotDbContext db, string subject) =>
        db.AuditEntries.Where(entry => entry.Subject == subject).OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync();
}
