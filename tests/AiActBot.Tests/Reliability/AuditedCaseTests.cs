using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Reliability;

public class AuditedCaseTests
{
    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Every_change_of_a_case_has_one_entry(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var story = await TheCase.PrepareAsync(bot);

        var asked = await story.IsReportedAsync();
        await story.Maja.PressesAsync(asked, TheCase.SendBack, ("comment", "Wie is er benadeeld?"));
        var returned = await story.Sanne.SeesCardAsync(card => card.Buttons.Contains("Opnieuw indienen"));
        await story.Sanne.PressesAsync(returned, "Opnieuw indienen", ("action", "Ook wie is afgewezen krijgt bericht."));
        var again = await story.Maja.SeesCardAsync(card => card.Buttons.Contains(TheCase.Approve));
        await story.Maja.PressesAsync(again, TheCase.Approve);
        await story.NoticesAreSentAsync();
        var notice = await story.Dirk.SeesCardAsync(card => card.Buttons.Contains(TheCase.Acknowledge));
        await story.Dirk.PressesAsync(notice, TheCase.Acknowledge);
        await story.Dirk.PressesAsync(notice, TheCase.Acknowledge);
        var carry = await story.Maja.SeesCardAsync(card => card.Buttons.Contains("Maatregel is uitgevoerd"));
        await story.Maja.CarriesOutAsync(carry);
        var close = await story.Noor.SeesCardAsync(card => card.Buttons.Contains("Maatregel werkt: dossier sluiten"));
        await story.Noor.PressesAsync(close, "Maatregel werkt: dossier sluiten", ("comment", "Twee ontvangers zijn gebeld."));
        await TheCase.OutboxIsEmptyAsync(bot);

        var (entries, sentCards) = await bot.WithDbAsync(async db =>
        {
            Assert.True((await AuditTrail.VerifyAsync(db)).Holds);
            var subject = $"case:{(await db.Cases.SingleAsync()).Id}";
            return (
                await db.AuditEntries.Where(e => e.Subject == subject).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync(),
                await db.Notifications.CountAsync(n => n.Purpose == AiActBot.Notifications.NotificationPurpose.CaseCard));
        });
        Assert.Equal(
            ["case.reported", "case.sentBack", "case.resubmitted", "case.approved", "notice.acknowledged", "case.carriedOut", "case.closed"],
            entries.Where(action => !action.EndsWith(".sent", StringComparison.Ordinal)));
        Assert.Equal(3, entries.Count(action => action == "notice.sent"));
        Assert.Equal(sentCards, entries.Count(action => action == "casecard.sent"));
        Assert.Empty(bot.Connector.Unexpected);
    }
}
