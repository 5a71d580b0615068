using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Infrastructure.Channel;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace AiActBot.Tests.Reliability;

/// <summary>A kill between any two steps loses nothing and leaves nothing half done.</summary>
public abstract class KillTests(ITestOutputHelper output)
{
    private const string Tenant = "11111111-2222-4333-8444-555555555555";
    private const int CasesAtOnce = 3;
    private const int NoticesOfACase = 3;
    private static readonly string[] People = ["Sanne", "Maja", "Noor", "Dirk"];

    private protected async Task RunAsync(string figure, int deaths, Death death, DatabaseProvider provider = DatabaseProvider.Sqlite, int replicas = 1, int seedOffset = 0)
    {
        var seed = Extent.Number("AIACTBOT_TEST_SEED", Environment.ProcessId) + seedOffset;
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var channel = await FakeConnector.StartAsync();
        channel.Rules.Counts = false;
        foreach (var name in People)
            channel.Rules.Know($"a:{name}", new ChannelConversation { Type = "personal", BotId = "28:bot", TenantId = Tenant });
        // At a named point one thing at a time is done, so that what comes twice comes of that point.
        var isExact = death is Death.At;
        var system = await PrepareAsync(database, channel.ServiceUrl, isExact);
#pragma warning disable CA5394 // A plan that can be repeated, not a secret.
        await using var bot = new KilledBot(database, new Random(seed), deaths, death, replicas);
#pragma warning restore CA5394
        var seen = new ConcurrentQueue<SentActivity>();
        channel.Answer = sent =>
        {
            // Seen by the recipient from here on, whether or not the sender lives to hear of it.
            seen.Enqueue(sent);
            bot.Happened();
            return null;
        };

        using var stop = new CancellationTokenSource();
        var living = bot.LiveAsync(stop.Token);
        var working = Task.WhenAll(Enumerable.Range(0, isExact ? 1 : CasesAtOnce).Select(worker => WorkAsync(bot, database, channel, system, worker, isExact, stop.Token)));
        await await Task.WhenAny(living, working);
        await DrainAsync(database);
        await stop.CancelAsync();
        await living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await bot.DisposeAsync();

        Assert.True(bot.Died >= deaths, $"{bot.Died} of {deaths}");
        var copies = await AssertNothingIsLostAsync(database, seen, isExact ? 1 : NoticesOfACase);
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        output.WriteLine(FormattableString.Invariant(
            $"FIGURE {figure}: {bot}, {replicas} process(es) on {provider}, lost 0, {copies} notices twice (flagged), {seen.Count} sent, {took.TotalSeconds:0} s, slowest stop {bot.SlowestStop.TotalSeconds:0.0} s, seed {seed}"));
        Assert.Empty(channel.Unexpected);
        if (death is Death.Stopped)
            Assert.True(bot.SlowestStop <= TimeSpan.FromSeconds(30), $"the slowest stop took {bot.SlowestStop}");
        // Elsewhere nothing is in hand between the channel and the ledger.
        if (death is Death.Stopped or Death.At { Point: not StartupHook.AfterSend })
            Assert.Equal(0, copies);
        else
            Assert.True(copies <= deaths * CasesAtOnce, $"{copies} copies");
    }

    /// <summary>Reports and approves one case after the other until all deaths are done; each step is repeated until answered.</summary>
    private static async Task WorkAsync(
        KilledBot bot, TestDatabase database, FakeConnector channel, Guid system, int worker, bool isExact, CancellationToken cancellationToken)
    {
        for (var round = 1; !bot.IsDone || round == 1; round++)
        {
            var name = $"{worker}-{round}";
            await bot.PostAsync(Invoke(channel, "Sanne", Verbs.Report, $"report-{name}", new JsonObject
            {
                ["system"] = system.ToString(), ["kind"] = "Withdraw", ["facts"] = name, ["action"] = "Terughalen",
            }), cancellationToken);
            if (isExact)
                await DrainAsync(database);
            Guid approval;
            await using (var db = database.Open())
            {
                approval = await (
                    from asked in db.Approvals
                    join @case in db.Cases on asked.CaseId equals @case.Id
                    where @case.Facts == name
                    select asked.Id).SingleAsync(cancellationToken);
            }

            await bot.PostAsync(Invoke(channel, "Maja", Verbs.Approve, $"approve-{name}", new JsonObject { ["approval"] = approval.ToString() }), cancellationToken);
            if (isExact)
                await DrainAsync(database);
        }
    }

    /// <returns>How many notices the channel got more than once.</returns>
    private static async Task<int> AssertNothingIsLostAsync(TestDatabase database, ConcurrentQueue<SentActivity> seen, int noticesOfACase)
    {
        await using var db = database.Open();
        var approvals = await db.Approvals.AsNoTracking().ToListAsync();
        var notifications = await db.Notifications.AsNoTracking().Include(n => n.DeliveryAttempts).ToListAsync();
        var notices = notifications.Where(n => n.Purpose == NotificationPurpose.Notice).ToList();
        var folder = Path.Combine(database.DataDirectory, "mail");
        var mails = (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : []).Select(Path.GetFileNameWithoutExtension).ToHashSet();

        // Every step was answered, so every case was decided; and each decision has its notices, once.
        Assert.NotEmpty(approvals);
        Assert.All(approvals, approval => Assert.Equal(ApprovalState.Approved, approval.State));
        Assert.Equal(
            approvals.Select(approval => (CaseId?)approval.CaseId).OrderBy(id => id!.Value.Value),
            notices.GroupBy(n => n.CaseId).Where(group => group.Count() == noticesOfACase).Select(group => group.Key).OrderBy(id => id!.Value.Value));
        Assert.Equal(approvals.Count * noticesOfACase, notices.Count);

        // Each was delivered: by the ledger, and by who received it. The card that shows a delivery on its case follows it, and of the
        // last delivery it may not have gone out by the end; nothing else is left.
        Assert.All(notifications, n => Assert.True(
            n.State == NotificationState.Sent || (n is { Purpose: NotificationPurpose.CaseCard, State: NotificationState.Pending or NotificationState.Sending }), $"{n.Purpose} is {n.State}"));
        Assert.All(notices.Where(n => n.Route == NotificationRoute.Mail), n => Assert.Contains(n.Id.ToString(), mails));
        Assert.Equal(notices.Count(n => n.Route == NotificationRoute.Mail), mails.Count);
        var arrivals = NoticesSeen(seen).GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count());
        foreach (var notice in notices.Where(n => n.Route == NotificationRoute.Teams))
        {
            var copies = arrivals.GetValueOrDefault(notice.Id);
            Assert.True(copies >= 1, $"notice {notice.Id} was never seen");
            Assert.True(copies == 1 || (notice is { MayBeDuplicate: true, Attempts: > 1 } && copies <= notice.Attempts),
                $"notice {notice.Id} came {copies} times, attempts {notice.Attempts}, flagged {notice.MayBeDuplicate}");
        }

        Assert.Equal(notices.Count(n => n.Route == NotificationRoute.Teams), arrivals.Count);

        // One entry for each decision and each delivery, in a chain that holds, in a file that is whole.
        var verification = await AuditTrail.VerifyAsync(db);
        Assert.True(verification.Holds, verification.Fault);
        Assert.Equal(approvals.Count, await db.AuditEntries.CountAsync(e => e.Action == "case.approved"));
        Assert.Equal(approvals.Count, await db.AuditEntries.CountAsync(e => e.Action == "case.reported"));
        Assert.Equal(notices.Count, await db.AuditEntries.CountAsync(e => e.Action == "notice.sent"));
        if (database.Provider == DatabaseProvider.Sqlite)
            Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").SingleAsync());
        return arrivals.Values.Count(count => count > 1);
    }

    /// <summary>The notices among what the channel got, by the number on their button.</summary>
    private static IEnumerable<Guid> NoticesSeen(IEnumerable<SentActivity> seen) => seen
        .Where(sent => sent.Card is not null).Select(sent => new Drivers.Card(sent)).Where(card => card.Buttons.Contains(TheCase.Acknowledge))
        .Select(card => Guid.Parse(card.Button(TheCase.Acknowledge)["data"]!["notice"]!.GetValue<string>()));

    private static Task DrainAsync(TestDatabase database) => Eventually.TrueAsync(
        async () =>
        {
            await using var db = database.Open();
            return !await db.Notifications.AnyAsync(n => n.State == NotificationState.Pending || n.State == NotificationState.Sending)
                && !await db.Inbox.AnyAsync(a => a.State == InboxState.Received || a.State == InboxState.Handled);
        },
        "everything to be sent");

    private static async Task<Guid> PrepareAsync(TestDatabase database, Uri channel, bool hasOneParty)
    {
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        var people = new Dictionary<string, Person>();
        foreach (var name in People)
        {
            var person = people[name] = new Person
            {
                Id = PersonId.New(),
                TenantId = Tenant,
                AadObjectId = Drivers.Person.ObjectIdOf(name),
                UserId = $"29:{name}",
                DisplayName = name,
                FirstSeen = TimeProvider.System.GetUtcNow(),
            };
            db.People.Add(person);
            db.Conversations.Add(new Conversation
            {
                Id = Guid.NewGuid(),
                ChannelId = "msteams",
                ConversationId = $"a:{name}",
                TenantId = Tenant,
                Type = Conversation.PersonalType,
                ServiceUrl = channel.ToString(),
                BotId = "28:bot",
                PersonId = person.Id,
            });
        }

        await db.SaveChangesAsync();
        var system = await TheCase.RegisterAsync(db, people["Maja"], people["Dirk"]);
        if (hasOneParty)
            await db.Parties.Where(party => party.PersonId == null).ExecuteDeleteAsync();
        return system;
    }

    private static JsonObject Invoke(FakeConnector channel, string name, string verb, string id, JsonObject data)
    {
        var invoke = InvokeOf(channel, name, verb, id, data);
        channel.Hears(invoke.ToJsonString());
        return invoke;
    }

    private static JsonObject InvokeOf(FakeConnector channel, string name, string verb, string id, JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["id"] = id,
        ["channelId"] = "msteams",
        ["serviceUrl"] = channel.ServiceUrl.ToString(),
        ["from"] = new JsonObject { ["id"] = $"29:{name}", ["name"] = name, ["aadObjectId"] = Drivers.Person.ObjectIdOf(name) },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = $"a:{name}", ["conversationType"] = "personal", ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["locale"] = "nl-NL",
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        },
    };
}
