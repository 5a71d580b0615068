using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Storage.Backup;
using AiActBot.Tests.Builders;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace AiActBot.Tests.Reliability;

/// <summary>A copy made while the bot works is whole; where it is restored, nobody is told again what they were told before.</summary>
[Collection(TheConsole.Name)]
public sealed class BackupTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiactbot-backup").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>D18.</summary>
    [Fact]
    public async Task A_backup_made_while_cases_are_approved_is_whole_every_time()
    {
        var backups = Extent.Of(4, 20);
        await using var bot = await RunningBot.StartAsync();
        var story = await TheCase.PrepareAsync(bot);
        using var stop = new CancellationTokenSource();
        var working = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await story.Maja.PressesAsync(await story.IsReportedAsync(), TheCase.Approve);
        });
        var waiting = 0;
        for (var number = 0; number < backups; number++)
        {
            var copy = Path.Combine(folder, $"{number}");
            var ran = await Ran.CommandAsync(bot.Database, "backup", copy);
            Assert.True(ran.ExitCode == 0, ran.Error);
            waiting += await AssertWholeAsync(copy);
        }

        await stop.CancelAsync();
        await working;
        await TheCase.OutboxIsEmptyAsync(bot);
        output.WriteLine($"FIGURE D18: {backups} backups while writing, each whole with its chain, {waiting} notifications waiting in them, all held");
    }

    [Fact]
    public async Task What_waits_in_a_restored_backup_is_sent_when_the_operator_says_so_and_not_before()
    {
        var copy = Path.Combine(folder, "copy");
        await using (var cast = await Cast.StartAsync())
        {
            await (await cast.Pieter.OpensFilesAsync(await cast.AwaitsPieterAsync())).SendsAsync(("a.pdf", A.Pdf));
            await TheCase.OutboxIsEmptyAsync(cast.Bot);
            Assert.Equal(0, (await Ran.CommandAsync(cast.Bot.Database, "outbox", "hold")).ExitCode);
            await cast.Pieter.ApprovesAsync(await cast.Pieter.IsAskedToDecideAsync());
            Assert.Equal(0, (await Ran.CommandAsync(cast.Bot.Database, "backup", copy)).ExitCode);
            Assert.Equal(1, (await Ran.CommandAsync(cast.Bot.Database, "backup", copy)).ExitCode);
        }

        await using var restored = await RunningBot.StartAsync(settings: ("Storage:DataDirectory", copy));
        await using var db = TestDatabase.OpenSqlite(copy);
        var waiting = await db.Notifications.CountAsync(n => n.State == NotificationState.Pending || n.State == NotificationState.Sending);
        Assert.True(waiting > 0);
        Assert.Equal("ready; outbox held", await restored.Http.GetStringAsync(new Uri(restored.Address, "/health/ready")));
        // It is alive and answers who speaks to it; and has looked at its outbox many times by then.
        Assert.NotEmpty(await restored.Person("Karel", "en-GB").AsksForTextAsync("nederlands"));
        Assert.Empty(await NotificationClaims.ClaimAsync(db, restored.Time.GetUtcNow().AddDays(1), TimeSpan.FromMinutes(1), 10, ignoreLeases: true, CancellationToken.None));
        Assert.All(restored.Connector.Sent, sent => Assert.Equal("a:Karel", sent.ConversationId));
        Assert.Empty(Mails(copy));
        Assert.Single(Directory.GetFiles(Path.Combine(copy, "attachments")));

        await using (var scope = restored.Services.CreateAsyncScope())
            Assert.Equal(new OutboxRelease(0, 0, waiting), await scope.ServiceProvider.GetRequiredService<OutboxHolds>().ReleaseAsync(withdraw: false, CancellationToken.None));

        // Mails go to the folder of the copy; the channel of the people in it is gone with the bot that was.
        await Eventually.TrueAsync(() => Task.FromResult(Mails(copy).Length == 2), "the mails to go out");
        Assert.Equal("ready", await restored.Http.GetStringAsync(new Uri(restored.Address, "/health/ready")));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task What_is_from_before_the_hold_can_be_withdrawn_and_what_came_since_goes_on(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var story = await TheCase.PrepareAsync(bot);
        await TheCase.OutboxIsEmptyAsync(bot);
        // The channel asks to wait, so that a notice and an answer are left over.
        bot.Connector.Answer = _ => ChannelAnswers.Throttled(TimeSpan.FromMinutes(5));
        var old = await bot.HoldsAsync("Dirk");
        await bot.BecomesAsync(old, found => found is { State: NotificationState.Pending, Attempts: 1 }, "throttled");
        var karel = bot.Person("Karel");
        await karel.WritesAsync("nederlands");
        await Eventually.TrueAsync(() => bot.WithDbAsync(db => db.Inbox.AnyAsync(a => a.State == InboxState.Handled && a.Attempts > 0)), "an answer that waits");
        var held = await Ran.CommandAsync(bot.Database, "outbox", "hold");
        Assert.Contains("Held since", held.Output, StringComparison.Ordinal);
        bot.Connector.Answer = _ => null;
        await story.Sanne.InvokesAsync(Verbs.Report, story.Report());
        var since = await bot.WithDbAsync(db => db.Notifications.CountAsync(n => n.State == NotificationState.Pending && n.Id != old.Id));
        Assert.True(since > 0);

        var released = await Ran.CommandAsync(bot.Database, "outbox", "release", "--withdraw");

        Assert.Equal($"Released: 1 withdrawn, 1 messages from before left unanswered, {since} will be sent.", released.Output.Trim());
        Assert.StartsWith("Not held:", (await Ran.CommandAsync(bot.Database, "outbox", "status")).Output, StringComparison.Ordinal);
        Assert.Equal(["outbox.held", "outbox.released"], await Stored.HistoryAsync(bot, "outbox"));
        await TheCase.OutboxIsEmptyAsync(bot);
        Assert.Equal((NotificationState.Withdrawn, "restored"), await bot.WithDbAsync(async db => (await db.Notifications.SingleAsync(n => n.State != NotificationState.Sent)) is var one ? (one.State, one.LastFailure) : default));
        var left = await bot.WithDbAsync(db => db.Inbox.AsNoTracking().SingleAsync(a => a.State == InboxState.Failed));
        Assert.Equal((karel.ConversationId, null, null), (left.ConversationId, left.Payload, left.Replies));
        Assert.Empty(karel.Received);
        bot.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.NotEmpty(await karel.AsksForTextAsync("nederlands"));
    }

    [SkippableFact]
    public async Task A_hold_that_a_restored_database_brought_along_counts_from_the_restore()
    {
        await using var original = await RunningBot.StartAsync(DatabaseProvider.PostgreSql);
        Assert.Equal(0, (await Ran.CommandAsync(original.Database, "outbox", "hold")).ExitCode);
        var before = await original.WithDbAsync(db => db.OutboxHolds.SingleAsync());
        await original.StopAsync();
        await using var elsewhere = await TestDatabase.CopyAsync(original.Database);

        await using var restored = await RunningBot.StartAsync(DatabaseProvider.PostgreSql, ("Storage:ConnectionString", elsewhere.ConnectionString));

        await using var db = elsewhere.Open();
        var hold = await db.OutboxHolds.SingleAsync();
        Assert.Equal(("operator", "restored"), (before.Because, hold.Because));
        Assert.True(hold.Since > before.Since);
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Action == "outbox.held"));
    }

    [SkippableFact]
    public async Task PostgreSQL_restored_somewhere_else_is_held_by_itself_and_one_that_is_started_again_is_not()
    {
        await using var original = await RunningBot.StartAsync(DatabaseProvider.PostgreSql);
        await original.RestartAsync();
        Assert.Equal("ready", await original.Http.GetStringAsync(new Uri(original.Address, "/health/ready")));
        await original.StopAsync();
        await using var elsewhere = await TestDatabase.CopyAsync(original.Database);

        await using var restored = await RunningBot.StartAsync(DatabaseProvider.PostgreSql, ("Storage:ConnectionString", elsewhere.ConnectionString));

        Assert.Equal("ready; outbox held", await restored.Http.GetStringAsync(new Uri(restored.Address, "/health/ready")));
    }

    /// <returns>How much waits in the copy.</returns>
    private static async Task<int> AssertWholeAsync(string copy)
    {
        await using var db = TestDatabase.OpenSqlite(copy);
        Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").SingleAsync());
        var verification = await AuditTrail.VerifyAsync(db);
        Assert.True(verification.Holds, verification.Fault);
        // Each decision with its notices, or neither.
        Assert.Equal(3 * await db.Approvals.CountAsync(a => a.State == ApprovalState.Approved), await db.Notifications.CountAsync(n => n.Purpose == NotificationPurpose.Notice));
        Assert.Equal("restored", (await db.OutboxHolds.SingleAsync()).Because);
        Assert.Empty(await NotificationClaims.ClaimAsync(db, DateTimeOffset.MaxValue.AddYears(-1), TimeSpan.FromMinutes(1), 10, ignoreLeases: true, CancellationToken.None));
        return await db.Notifications.CountAsync(n => n.State == NotificationState.Pending || n.State == NotificationState.Sending);
    }

    private static string[] Mails(string folder) =>
        Directory.Exists(Path.Combine(folder, "mail")) ? Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml") : [];
}
