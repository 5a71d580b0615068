using AiActBot.Compliance.CorrectiveActions;
using AiActBot.CorrectiveActions;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Approval = AiActBot.CorrectiveActions.Approval;

namespace AiActBot.Tests.Reliability;

public class ApprovalRaceTests
{
    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Of_approving_and_sending_back_at_once_one_wins(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var story = await TheCase.PrepareAsync(bot);
        foreach (var round in Enumerable.Range(1, 8))
        {
            var card = await story.IsReportedAsync();
            var (approve, sendBack) = (story.Maja.PressesAsync(card, TheCase.Approve),
                story.Maja.PressesAsync(card, TheCase.SendBack, ("comment", "Nog niet")));
            await Task.WhenAll(approve, sendBack);

            var (decided, notices, entries) = await OutcomeAsync(bot, round);
            Assert.Contains(decided.State, new[] { ApprovalState.Approved, ApprovalState.SentBack });
            Assert.Equal(decided.State == ApprovalState.Approved ? 3 : 0, notices);
            Assert.Equal([decided.State == ApprovalState.Approved ? "case.approved" : "case.sentBack"], entries);
        }
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Approval_pressed_twenty_times_at_once_by_two_clients_counts_once(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var story = await TheCase.PrepareAsync(bot);
        var card = await story.IsReportedAsync();
        var otherClient = bot.Person("Maja", "en-GB");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? story.Maja : otherClient).PressesAsync(card, TheCase.Approve)));

        Assert.All(answers, answer => Assert.DoesNotContain(TheCase.Approve, answer.Card.Buttons));
        var (decided, notices, entries) = await OutcomeAsync(bot, 1);
        Assert.Equal(ApprovalState.Approved, decided.State);
        Assert.Equal(3, notices);
        Assert.Equal(["case.approved"], entries);
        Assert.Equal(CorrectiveActionStatus.CarryingOut, await bot.WithDbAsync(db => db.Cases.Select(c => c.Status).SingleAsync()));
    }

    private static Task<(Approval Decided, int Notices, List<string> Entries)> OutcomeAsync(RunningBot bot, int round) => bot.WithDbAsync(async db =>
    {
        var number = $"CA-{bot.Time.GetUtcNow().Year}-{round:0000}";
        var caseId = await db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync();
        var subject = $"case:{caseId}";
        return (
            await db.Approvals.AsNoTracking().SingleAsync(a => a.CaseId == caseId),
            await db.Notifications.CountAsync(n => n.CaseId == caseId && n.Purpose == AiActBot.Notifications.NotificationPurpose.Notice),
            await db.AuditEntries.Where(e => e.Subject == subject && (e.Action == "case.approved" || e.Action == "case.sentBack"))
                .Select(e => e.Action).ToListAsync());
    });
}
