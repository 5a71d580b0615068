using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.Reliability;

/// <summary>The database goes away, is full or is kept busy, and comes back: nothing is lost, nothing is said to be done that is not, and nobody restarts the bot.</summary>
public sealed class DatabaseLossTests(ITestOutputHelper output)
{
    /// <summary>D3.</summary>
    [SkippableFact]
    public async Task PostgreSQL_killed_over_and_over_loses_nothing_and_the_bot_stays_up()
    {
        const int kills = 100;
        await using var server = await PostgreSqlServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(settings:
            [("Storage:Provider", "PostgreSql"), ("Storage:ConnectionString", server.ConnectionString), ("Notifications:Lease", "00:00:05"), ("Notifications:MaximumAttempts", "100")]);
        AiActBotDbContext Open() => new PostgreSqlDbContext(new DbContextOptionsBuilder<PostgreSqlDbContext>().UseNpgsql(server.ConnectionString).Options);
        var (sanne, maja, system) = await PrepareAsync(bot, Open);
        using var stop = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();

        var working = WorkAsync(sanne, maja, system, Open, stop.Token);
        for (var kill = 0; kill < kills; kill++)
        {
            // In the middle of work: a case more than at the last kill, or at the last but one.
            var sent = bot.Connector.Sent.Count;
            await Eventually.TrueAsync(() => Task.FromResult(bot.Connector.Sent.Count > sent || working.IsCompleted), "the bot to work");
            await server.KillAsync();
            using (var live = await bot.Http.GetAsync(new Uri(bot.Address, "/health/live")))
                Assert.Equal(HttpStatusCode.OK, live.StatusCode);
            using (var ready = await bot.Http.GetAsync(new Uri(bot.Address, "/health/ready")))
                Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            await server.StartAgainAsync();
        }

        await stop.CancelAsync();
        var cases = await working;
        await DrainAsync(Open);
        await AssertWholeAsync(Open, cases);
        output.WriteLine(FormattableString.Invariant($"FIGURE D3: {kills} kills of PostgreSQL, {cases} cases, lost 0, the bot stayed up, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
    }

    /// <summary>D12.</summary>
    [SkippableFact]
    public async Task A_full_disk_refuses_what_cannot_be_written_and_goes_on_when_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync();
        await using var bot = await RunningBot.StartAsync(settings:
            [("Storage:DataDirectory", disk.Folder), ("Limits:MessagesPerMinute", "100000"), ("Limits:TenantMessagesPerMinute", "100000")]);
        AiActBotDbContext Open() => TestDatabase.OpenSqlite(disk.Folder);
        var (sanne, maja, system) = await PrepareAsync(bot, Open);
        for (var round = 0; round < Extent.Of(2, 10); round++)
        {
            await ReportAsync(sanne, system, $"full-{round}");
            await DrainAsync(Open);
            disk.Fill();

            // What room the log of the database still has is used up first.
            await Eventually.TrueAsync(async () => await PostTextAsync(bot, sanne) == HttpStatusCode.ServiceUnavailable, "the disk to be full");
            var refused = await maja.InvokesAsync(Verbs.Approve, await ApprovalAsync(Open, $"full-{round}"), activityId: $"approve-full-{round}");
            Assert.Equal(Texts.SomethingWentWrong.Nl, refused.Message);
            Assert.Equal(round, await CountApprovedAsync(Open));

            disk.MakeRoom();
            var accepted = await maja.InvokesAsync(Verbs.Approve, await ApprovalAsync(Open, $"full-{round}"), activityId: $"approve-full-{round}");
            Assert.True(accepted.HasCard);
            Assert.Equal(HttpStatusCode.OK, await PostTextAsync(bot, sanne));
        }

        await DrainAsync(Open);
        await AssertWholeAsync(Open, Extent.Of(2, 10));
        output.WriteLine($"FIGURE D12 disk full: {Extent.Of(2, 10)} times full and free again, lost 0, nothing shown as done, no restart");
    }

    /// <summary>D12.</summary>
    [Fact]
    public async Task A_database_that_is_kept_busy_longer_than_it_is_waited_for_refuses_and_recovers()
    {
        await using var bot = await RunningBot.StartAsync();
        AiActBotDbContext Open() => bot.Database.Open();
        var (sanne, maja, system) = await PrepareAsync(bot, Open);
        await ReportAsync(sanne, system, "busy");
        await DrainAsync(Open);
        var began = Stopwatch.GetTimestamp();
        await using (var other = new SqliteConnection(bot.Database.ConnectionString))
        {
            await other.OpenAsync();
            await using var writer = other.BeginTransaction(deferred: false);

            var texted = PostTextAsync(bot, sanne);
            var pressed = maja.InvokesAsync(Verbs.Approve, await ApprovalAsync(Open, "busy"), activityId: "approve-busy");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await texted);
            Assert.Equal(Texts.SomethingWentWrong.Nl, (await pressed).Message);
            Assert.Equal(0, await CountApprovedAsync(Open));
        }

        var waited = Stopwatch.GetElapsedTime(began);
        Assert.True((await maja.InvokesAsync(Verbs.Approve, await ApprovalAsync(Open, "busy"), activityId: "approve-busy")).HasCard);
        await DrainAsync(Open);
        await AssertWholeAsync(Open, 1);
        output.WriteLine(FormattableString.Invariant($"FIGURE D12 busy: refused after {waited.TotalSeconds:0} s, nothing shown as done, no restart"));
    }

    /// <returns>How many cases were reported and approved, each until it was answered.</returns>
    private static async Task<int> WorkAsync(Person sanne, Person maja, Guid system, Func<AiActBotDbContext> open, CancellationToken cancellationToken)
    {
        var cases = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var name = $"case-{++cases}";
            await UntilAnsweredAsync(() => ReportAsync(sanne, system, name));
            JsonObject? approval = null;
            await Eventually.TrueAsync(async () => (approval = await TryAsync(() => ApprovalAsync(open, name))) is not null, "the database to be back");
            await UntilAnsweredAsync(() => maja.InvokesAsync(Verbs.Approve, approval!.DeepClone(), activityId: $"approve-{name}"));
        }

        return cases;
    }

    private static Task UntilAnsweredAsync(Func<Task<InvokeAnswer>> ask) => Eventually.TrueAsync(async () => (await ask()).HasCard, "a card to come back");

    private static async Task<T?> TryAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return null;
        }
    }

    private static Task<InvokeAnswer> ReportAsync(Person sanne, Guid system, string name) => sanne.InvokesAsync(
        Verbs.Report, new JsonObject { ["system"] = system.ToString(), ["kind"] = "Withdraw", ["facts"] = name, ["action"] = "Terughalen" }, activityId: $"report-{name}");

    private static async Task<JsonObject> ApprovalAsync(Func<AiActBotDbContext> open, string name)
    {
        await using var db = open();
        var id = await (from asked in db.Approvals join @case in db.Cases on asked.CaseId equals @case.Id where @case.Facts == name select asked.Id).SingleAsync();
        return new JsonObject { ["approval"] = id.ToString() };
    }

    private static async Task<HttpStatusCode> PostTextAsync(RunningBot bot, Person person)
    {
        using var response = await bot.PostAsync(person.Activity("message", ("text", "nederlands")));
        return response.StatusCode;
    }

    private static async Task<int> CountApprovedAsync(Func<AiActBotDbContext> open)
    {
        await using var db = open();
        return await db.Approvals.CountAsync(a => a.State == ApprovalState.Approved);
    }

    private static Task DrainAsync(Func<AiActBotDbContext> open) => Eventually.TrueAsync(
        async () =>
        {
            await using var db = open();
            return !await db.Notifications.AnyAsync(n => n.State == NotificationState.Pending || n.State == NotificationState.Sending);
        },
        "everything to be sent");

    private static async Task AssertWholeAsync(Func<AiActBotDbContext> open, int cases)
    {
        await using var db = open();
        Assert.Equal(cases, await db.Approvals.CountAsync(a => a.State == ApprovalState.Approved));
        Assert.Equal(cases, await db.AuditEntries.CountAsync(e => e.Action == "case.approved"));
        var notices = await db.Notifications.AsNoTracking().Where(n => n.Purpose == NotificationPurpose.Notice).ToListAsync();
        Assert.Equal(3 * cases, notices.Count);
        Assert.All(notices, notice => Assert.Equal(NotificationState.Sent, notice.State));
        Assert.Equal(3 * cases, await db.AuditEntries.CountAsync(e => e.Action == "notice.sent"));
        var verification = await AuditTrail.VerifyAsync(db);
        Assert.True(verification.Holds, verification.Fault);
    }

    private static async Task<(Person Sanne, Person Maja, Guid System)> PrepareAsync(RunningBot bot, Func<AiActBotDbContext> open)
    {
        var (sanne, maja, dirk) = (await bot.Person("Sanne").InstallsAsync(), await bot.Person("Maja").InstallsAsync(), await bot.Person("Dirk").InstallsAsync());
        await using var db = open();
        var owner = await db.People.SingleAsync(p => p.AadObjectId == maja.ObjectId);
        return (sanne, maja, await TheCase.RegisterAsync(db, owner, await db.People.SingleAsync(p => p.AadObjectId == dirk.ObjectId)));
    }
}

/// <summary>A disk in memory that is soon full.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    public static async Task<SmallDisk> MountAsync()
    {
        var folder = Directory.CreateTempSubdirectory("aiactbot-disk").FullName;
        Skip.IfNot(await RunAsync("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder) == 0, "A small disk needs the right to mount one.");
        return new SmallDisk(folder);
    }

    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var some = new byte[4096];
        try
        {
            while (true)
                ballast.Write(some);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await RunAsync("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
