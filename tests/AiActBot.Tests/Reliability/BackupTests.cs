using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Storage.Backup;
using AiActBot.Tests.Builders;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
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
            Assert.Equal(waiting, await scope.ServiceProvider.GetRequiredService<OutboxHolds>().ReleaseAsync(withdraw: false, CancellationToken.None));

        // Mails go to the folder of the copy; the channel of the people in it is gone with the bot that was.
        await Eventually.TrueAsync(() => Task.FromResult(Mails(copy).Length == 2), "the mails to go out");
        Assert.Equal("ready", await restored.Http.GetStringAsync(new Uri(restored.Address, "/health/ready")));
    }

    [Fact]
    public async Task What_was_sent_before_the_restore_can_be_withdrawn()
    {
        await using var bot = await RunningBot.StartAsync();
        var story = await TheCase.PrepareAsync(bot);
        await TheCase.OutboxIsEmptyAsync(bot);
        var held = await Ran.CommandAsync(bot.Database, "outbox", "hold");
        Assert.Contains("Held since", held.Output, StringComparison.Ordinal);
        await story.Sanne.InvokesAsync(Verbs.Report, story.Report());
        var waiting = await bot.WithDbAsync(db => db.Notifications.CountAsync(n => n.State == NotificationState.Pending));

        var released = await Ran.CommandAsync(bot.Database, "outbox", "release", "--withdraw");

        Assert.Equal($"Released: {waiting} withdrawn.", released.Output.Trim());
        Assert.Equal("Not held: 0 waiting.", (await Ran.CommandAsync(bot.Database, "outbox", "status")).Output.Trim());
        Assert.Equal(["outbox.held", "outbox.released"], await Stored.HistoryAsync(bot, "outbox"));
        Assert.Equal(waiting, await bot.WithDbAsync(db => db.Notifications.CountAsync(n => n.State == NotificationState.Withdrawn && n.LastFailure == "restored")));
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
