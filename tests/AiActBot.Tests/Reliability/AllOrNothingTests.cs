using AiActBot.BotFramework.Activities;
using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Reliability;

public class AllOrNothingTests
{
    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, "audit_entries")]
    [InlineData(DatabaseProvider.Sqlite, "notifications")]
    [InlineData(DatabaseProvider.Sqlite, "approvals")]
    [InlineData(DatabaseProvider.PostgreSql, "audit_entries")]
    [InlineData(DatabaseProvider.PostgreSql, "notifications")]
    [InlineData(DatabaseProvider.PostgreSql, "approvals")]
    public async Task Approval_that_breaks_changes_nothing_and_can_be_given_again(DatabaseProvider provider, string table)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var story = await TheCase.PrepareAsync(bot);
        var card = await story.IsReportedAsync();
        await TheCase.OutboxIsEmptyAsync(bot);
        var before = await StateAsync(bot);

        await bot.Database.RenameTableAsync(table, table + "_gone");
        var broken = await story.Maja.PressesAsync(card, TheCase.Approve);
        await bot.Database.RenameTableAsync(table + "_gone", table);

        Assert.Equal(Texts.SomethingWentWrong.Nl, broken.Message);
        Assert.Equal(before, await StateAsync(bot));
        var answer = await story.Maja.PressesAsync(card, TheCase.Approve);
        Assert.DoesNotContain(TheCase.Approve, answer.Card.Buttons);
        Assert.Equal(3, (await story.NoticesAreSentAsync()).Count);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Message_whose_handling_breaks_changes_nothing_and_the_person_hears_it(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var story = await TheCase.PrepareAsync(bot);
        var form = await story.Sanne.AsksForCardAsync("melden");
        await TheCase.OutboxIsEmptyAsync(bot);
        var before = await StateAsync(bot);

        await bot.Database.RenameTableAsync("approvals", "approvals_gone");
        await story.Sanne.SubmitsAsync(form, "Indienen",
            ("system", story.SystemId.ToString()), ("kind", "Withdraw"), ("facts", "Geheim feit"), ("action", "Terughalen"));
        // Each failed attempt waits longer; the clock is put past every wait until the person has heard.
        await Eventually.TrueAsync(
            () =>
            {
                bot.Time.Advance(TimeSpan.FromMinutes(1));
                return Task.FromResult(bot.Connector.Sent.Any(sent => sent.Text == Texts.SomethingWentWrong.Nl));
            },
            "the person to hear of the failure");
        await bot.Database.RenameTableAsync("approvals_gone", "approvals");

        Assert.Equal(Texts.SomethingWentWrong.Nl, await story.Sanne.SeesTextAsync());
        Assert.Equal(before, await StateAsync(bot));
        await Eventually.TrueAsync(() => bot.WithDbAsync(db => db.Inbox.AllAsync(a => a.Payload == null && a.Replies == null)), "the inbox to be done");
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Reply_that_the_channel_refuses_for_good_does_not_hold_up_the_next(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        bot.Connector.Answer = sent => sent.Text?.Contains("Welkom", StringComparison.Ordinal) == true ? Microsoft.AspNetCore.Http.Results.StatusCode(400) : null;

        // The welcome is two replies: words, which are refused here, and the card of what can be done.
        var help = await bot.Person("Sanne").InstallsAsync();

        Assert.Equal(ActivityTypes.Message, Assert.Single(bot.Connector.Sent, sent => sent.ConversationId == help.ConversationId).Type);
    }

    /// <summary>Everything that a turn of a case can change, counted and listed.</summary>
    private static Task<string> StateAsync(RunningBot bot) => bot.WithDbAsync(async db =>
    {
        var cases = await db.Cases.AsNoTracking().Select(c => new { c.Number, c.Status, c.Version }).ToListAsync();
        var approvals = await db.Approvals.AsNoTracking().Select(a => new { a.Id, a.State }).ToListAsync();
        return $"{string.Join(';', cases)} {string.Join(';', approvals)} notifications: {await db.Notifications.CountAsync()}, audit: {await db.AuditEntries.CountAsync()}";
    });
}
