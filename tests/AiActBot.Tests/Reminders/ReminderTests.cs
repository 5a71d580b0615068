using AiActBot.Notifications;
using AiActBot.Reminders;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Reliability;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Reminders;

public class ReminderTests
{
    private static readonly TimeSpan Overdue = TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1);

    private static readonly (string, string)[] TwoOfficers =
        [("Organisation:ComplianceTeam:1", Drivers.Person.ObjectIdOf("Sanne")), ("CorrectiveActions:ApprovalValidFor", "30.00:00:00")];

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Each_officer_is_reminded_of_each_notice_once(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider, TwoOfficers);
        var notices = await SentNoticesAsync(bot);

        bot.Time.Advance(Overdue);
        await RemindersSentAsync(bot, 6);
        await bot.RestartAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ScanAsync(bot)));
        bot.Time.Advance(Overdue);
        await ScanAsync(bot);
        await TheCase.OutboxIsEmptyAsync(bot);

        var reminders = await RemindersAsync(bot);
        Assert.Equal(6, reminders.Select(r => (r.AboutId, r.PersonId)).Distinct().Count());
        Assert.Equal(6, reminders.Count);
        Assert.Equal(notices.Select(n => (Guid?)n.Id), reminders.Select(r => r.AboutId).Distinct().Order());
        Assert.Equal(6, bot.Connector.Sent.Count(sent => sent.Activity["summary"]?.GetValue<string>() == ReminderTexts.NotAcknowledged.Nl));
        Assert.Equal(6, await bot.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Action == "reminder.given")));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Scans_at_once_remind_once(DatabaseProvider provider)
    {
        // The application's own scan stays out of it.
        await using var bot = await RunningBot.StartAsync(provider, [.. TwoOfficers, ("Reminders:PollInterval", "1.00:00:00")]);
        await SentNoticesAsync(bot);
        bot.Time.Advance(Overdue);

        var given = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ScanAsync(bot))));

        Assert.Equal(6, given.Sum());
        Assert.Equal(6, (await RemindersAsync(bot)).Count);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Notice_acknowledged_in_time_is_not_reminded_of(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var notices = await SentNoticesAsync(bot);
        await bot.Person("Dirk").PressesAcknowledgeAsync(bot, notices);

        bot.Time.Advance(Overdue);
        await RemindersSentAsync(bot, 2);
        await ScanAsync(bot);

        var toDirk = notices.Single(n => n.Route == NotificationRoute.Teams).Id;
        Assert.DoesNotContain(await RemindersAsync(bot), reminder => reminder.AboutId == toDirk);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Notice_acknowledged_between_due_and_sending_is_not_reminded_of(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var notices = await SentNoticesAsync(bot);
        // The channel asks to wait, so the reminders are due and not sent.
        bot.Connector.Answer = sent => sent.Activity["summary"]?.GetValue<string>() == ReminderTexts.NotAcknowledged.Nl
            ? ChannelAnswers(60) : null;
        bot.Time.Advance(Overdue);
        // One conversation: when the first was told to wait, the bot does not even try the others.
        await Eventually.GetAsync(
            () => RemindersAsync(bot), found => found.Count == 3 && found.TrueForAll(r => r.State == NotificationState.Pending) && found.Exists(r => r.Attempts > 0), "three reminders that wait");
        Assert.DoesNotContain(bot.Connector.Sent, sent => sent.Activity["summary"]?.GetValue<string>() == ReminderTexts.NotAcknowledged.Nl);

        await bot.Person("Dirk").PressesAcknowledgeAsync(bot, notices);
        bot.Connector.Answer = _ => null;
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        await TheCase.OutboxIsEmptyAsync(bot);

        var toDirk = notices.Single(n => n.Route == NotificationRoute.Teams).Id;
        Assert.All(await RemindersAsync(bot), reminder => Assert.Equal(
            reminder.AboutId == toDirk ? NotificationState.Withdrawn : NotificationState.Sent, reminder.State));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Reminder_that_is_there_stops_asking_when_the_notice_is_acknowledged(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var notices = await SentNoticesAsync(bot);
        bot.Time.Advance(Overdue);
        await RemindersSentAsync(bot, 3);

        await bot.Person("Dirk").PressesAcknowledgeAsync(bot, notices);
        var done = await bot.Person("Noor").SeesAsync(ReminderTexts.DoneTitle.Nl);
        await TheCase.OutboxIsEmptyAsync(bot);

        Assert.True(done.IsUpdate);
        Assert.Empty(done.Buttons);
        Assert.Equal(3, bot.Connector.Sent.Count(sent => sent.Method == "POST" && sent.Activity["summary"]?.GetValue<string>() == ReminderTexts.NotAcknowledged.Nl));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Many_that_were_reminded_of_do_not_keep_a_later_notice_from_it(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider, ("Reminders:PollInterval", "1.00:00:00"));
        var like = (await SentNoticesAsync(bot))[0];
        await bot.WithDbAsync(db =>
        {
            db.Notifications.AddRange(Enumerable.Range(0, 402).Select(_ => new Notification
            {
                Id = Guid.NewGuid(),
                Purpose = NotificationPurpose.Notice,
                Route = like.Route,
                State = NotificationState.Sent,
                SentAt = like.SentAt,
                CaseId = like.CaseId,
                PartyId = like.PartyId,
                MailAddress = "a@example.test",
                Language = like.Language,
                Subject = like.Subject,
                DueAt = like.DueAt,
                CreatedAt = like.CreatedAt,
            }));
            return db.SaveChangesAsync();
        });
        bot.Time.Advance(Overdue);

        // The bot's own scan, soon after its start, may have some of them.
        while (await ScanAsync(bot) > 0)
        {
        }

        await Eventually.GetAsync(() => RemindersAsync(bot), found => found.Count == 405, "a reminder of each");
    }

    private static IResult ChannelAnswers(int seconds) => Notifications.ChannelAnswers.Throttled(TimeSpan.FromSeconds(seconds));

    private static async Task<List<Notification>> SentNoticesAsync(RunningBot bot)
    {
        var story = await TheCase.PrepareAsync(bot);
        var card = await story.IsReportedAsync();
        await story.Maja.PressesAsync(card, TheCase.Approve);
        var notices = await story.NoticesAreSentAsync();
        await TheCase.OutboxIsEmptyAsync(bot);
        return notices;
    }

    private static async Task<int> ScanAsync(RunningBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReminderScan>().RunAsync(CancellationToken.None);
    }

    private static Task<List<Notification>> RemindersAsync(RunningBot bot) => bot.WithDbAsync(db =>
        db.Notifications.AsNoTracking().Where(n => n.Purpose == NotificationPurpose.Reminder).ToListAsync());

    private static Task<List<Notification>> RemindersSentAsync(RunningBot bot, int count) => Eventually.GetAsync(
        () => RemindersAsync(bot), found => found.Count == count && found.TrueForAll(r => r.State == NotificationState.Sent), $"{count} reminders sent");
}

file static class Acknowledging
{
    public static async Task PressesAcknowledgeAsync(this Drivers.Person dirk, RunningBot bot, List<Notification> notices)
    {
        var notice = notices.Single(n => n.Route == NotificationRoute.Teams);
        await dirk.InvokesAsync(global::AiActBot.Conversations.Verbs.Acknowledge, new System.Text.Json.Nodes.JsonObject { ["notice"] = notice.Id.ToString() }, notice.ActivityId!);
        var found = await bot.WithDbAsync(db => db.Notifications.AsNoTracking().SingleAsync(n => n.Id == notice.Id));
        Assert.NotNull(found.AcknowledgedAt);
    }
}
