using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Notifications;

public class DeliveryTests
{
    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Throttled_notification_waits_as_long_as_the_channel_asks(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        await bot.Person("Dirk").InstallsAsync();
        var until = bot.Time.GetUtcNow().AddSeconds(90);
        var answers = new Queue<IResult>([ChannelAnswers.Throttled(TimeSpan.FromSeconds(7)), ChannelAnswers.Throttled(until), ChannelAnswers.Throttled()]);
        bot.Connector.Answer = _ => answers.TryDequeue(out var answer) ? answer : null;
        var message = await bot.HoldsAsync("Dirk");

        var afterSeconds = await bot.BecomesAsync(message, found => found is { State: NotificationState.Pending, Attempts: 1 }, "throttled");
        bot.Time.Advance(TimeSpan.FromSeconds(7));
        var afterDate = await bot.BecomesAsync(message, found => found is { State: NotificationState.Pending, Attempts: 2 }, "throttled again");
        bot.Time.Advance(TimeSpan.FromSeconds(90));
        var sent = await bot.BecomesAsync(message, NotificationState.Sent);

        Assert.Equal(TimeSpan.FromSeconds(7), afterSeconds.DueAt - afterSeconds.DeliveryAttempts[0].At);
        // A date in a header has whole seconds.
        Assert.True(afterDate.DueAt >= until.AddSeconds(-1), $"{afterDate.DueAt:O} is before {until:O}");
        Assert.True(afterDate.DeliveryAttempts[1].At >= afterSeconds.DueAt);
        Assert.Equal(["1 Teams Throttled", "2 Teams Throttled", "3 Teams Throttled", "4 Teams delivered"], sent.Outcomes());
        Assert.False(sent.MayBeDuplicate);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task What_the_channel_refuses_for_good_is_given_up_and_not_tried_again(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        await bot.Person("Dirk").InstallsAsync();
        foreach (var (status, code) in new[] { (400, "Permanent"), (401, "BotNotRegistered"), (413, "TooLarge"), (500, "Permanent") })
        {
            var calls = 0;
            bot.Connector.Answer = _ =>
            {
                Interlocked.Increment(ref calls);
                return ChannelAnswers.Error(status, "SomeError");
            };

            var refused = await bot.BecomesAsync(await bot.HoldsAsync("Dirk"), NotificationState.DeadLetter);
            bot.Time.Advance(TimeSpan.FromDays(1));
            bot.Connector.Answer = _ => null;
            await bot.BecomesAsync(await bot.HoldsAsync("Dirk"), NotificationState.Sent);

            Assert.Equal(1, calls);
            Assert.Equal([$"1 Teams {code}"], refused.Outcomes());
            var subject = refused.AuditSubject;
            Assert.Equal(["message.undeliverable"], await bot.WithDbAsync(db => db.AuditEntries.Where(e => e.Subject == subject).Select(e => e.Action).ToListAsync()));
        }
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Who_cannot_be_reached_in_Teams_is_reached_by_mail(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        await bot.Person("Dirk").InstallsAsync();
        foreach (var (error, code) in new[] { ("BotNotInConversationRoster", "NotInRoster"), ("MessageWritesBlocked", "BlockedByUser") })
        {
            bot.Connector.Answer = _ => ChannelAnswers.Error(403, error);

            var mailed = await bot.BecomesAsync(await bot.HoldsAsync("Dirk", mail: "dirk@example.test"), NotificationState.Sent);
            var unreachable = await bot.BecomesAsync(await bot.HoldsAsync("Dirk"), found => found.LastFailure is not null, "a failure");

            Assert.Equal([$"1 Teams {code}", "2 Mail delivered"], mailed.Outcomes());
            Assert.True(File.Exists(Path.Combine(bot.MailFolder, $"{mailed.Id}.eml")));
            Assert.NotEqual(NotificationState.Sent, unreachable.State);
            Assert.Equal(NotificationRoute.Teams, unreachable.Route);
            await bot.BecomesInTimeAsync(unreachable, NotificationState.DeadLetter);
        }
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Notifications_that_always_break_do_not_hold_up_the_others(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider, ("Notifications:MaximumAttempts", "4"), ("Notifications:Lease", "00:00:20"));
        await bot.Person("Dirk").InstallsAsync();
        await bot.Person("Sanne").InstallsAsync();
        var sannes = bot.Person("Sanne").ConversationId;
        await bot.WithDbAsync(db => db.Conversations.Where(c => c.ConversationId == sannes).ExecuteUpdateAsync(set => set.SetProperty(c => c.ServiceUrl, "::no address")));
        // An outcome that the database refuses: the activity's id is longer than its column.
        bot.Connector.Answer = sent => sent.Text == "lang" ? Results.Json(new { id = new string('x', 5000) }, statusCode: 201) : null;

        var broken = await bot.HoldsAsync("Sanne");
        var unwritable = await bot.HoldsAsync("Dirk", text: "lang");
        var others = new List<Notification>();
        for (var i = 0; i < 12; i++)
            others.Add(await bot.HoldsAsync(mail: $"persoon{i}@example.test"));

        foreach (var other in others)
            Assert.Equal(["1 Mail delivered"], (await bot.BecomesAsync(other, NotificationState.Sent)).Outcomes());
        Assert.Equal("broken", (await bot.BecomesAsync(broken, NotificationState.DeadLetter)).LastFailure);
        Assert.Equal(4, (await bot.FindAsync(broken)).Attempts);
        if (provider == DatabaseProvider.PostgreSql)
            Assert.Equal("never_finished", (await bot.BecomesInTimeAsync(unwritable, NotificationState.DeadLetter)).LastFailure);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Sender_that_lost_its_lease_writes_nothing(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        await bot.Person("Dirk").InstallsAsync();
        var taken = bot.Time.GetUtcNow().AddMinutes(5);
        bot.Connector.Answer = sent =>
        {
            if (sent.Text != "overgenomen")
                return null;
            // While the channel is at it, another sender finds the lease run out and claims.
            using var db = bot.Database.Open();
            db.Notifications.Where(n => n.Text == "overgenomen").ExecuteUpdate(set => set
                .SetProperty(n => n.Fence, n => n.Fence + 1).SetProperty(n => n.Attempts, n => n.Attempts + 1).SetProperty(n => n.LeaseUntil, taken));
            return null;
        };

        var message = await bot.HoldsAsync("Dirk", text: "overgenomen");
        // A later one to the same person is only sent when this one is finished with.
        await bot.BecomesAsync(message, found => found.Fence == 2, "taken over");
        await bot.BecomesAsync(await bot.HoldsAsync("Dirk"), NotificationState.Sent);

        var found = await bot.FindAsync(message);
        Assert.Equal((NotificationState.Sending, 2, null), (found.State, found.Fence, found.ActivityId));
        Assert.Empty(found.DeliveryAttempts);
        Assert.NotNull(found.LeaseUntil);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Mail_sent_again_takes_the_place_of_the_first(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var message = await bot.HoldsAsync(mail: "grace@example.test");
        await bot.BecomesAsync(message, NotificationState.Sent);
        var first = await File.ReadAllTextAsync(Path.Combine(bot.MailFolder, $"{message.Id}.eml"));

        // As it was just before the outcome was written.
        await bot.WithDbAsync(db => db.DeliveryAttempts.Where(a => a.NotificationId == message.Id).ExecuteDeleteAsync());
        await bot.WithDbAsync(db => db.Notifications.Where(n => n.Id == message.Id).ExecuteUpdateAsync(set => set
            .SetProperty(n => n.State, NotificationState.Sending).SetProperty(n => n.LeaseUntil, bot.Time.GetUtcNow().AddMinutes(-1))));
        var again = await bot.BecomesAsync(message, NotificationState.Sent);

        var second = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(bot.MailFolder, "*", SearchOption.AllDirectories)));
        Assert.Equal((2, true), (again.Attempts, again.MayBeDuplicate));
        Assert.DoesNotContain("May-Be-Duplicate", first, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("X-AiActBot-May-Be-Duplicate: true", second, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"<{message.Id}@example.test>", first, StringComparison.Ordinal);
        Assert.Contains($"<{message.Id}@example.test>", second, StringComparison.Ordinal);
    }
}
