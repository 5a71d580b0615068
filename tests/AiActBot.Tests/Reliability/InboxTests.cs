using System.Net;
using System.Text.Json;
using AiActBot.BotFramework.Activities;
using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Reliability;

public class InboxTests
{
    private const string Question = "Wat is een aanbieder?";

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Activity_posted_fifty_times_at_once_has_one_effect(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var sanne = await bot.Person("Sanne").InstallsAsync();
        var activity = sanne.Activity("message", ("text", "english"));
        var body = activity.ToJsonString();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bot.PostAsync(body)));
        await sanne.WritesAsync("nederlands");
        await sanne.SendsAsync(activity);
        await sanne.WritesAsync("english");

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(
            [Texts.LanguageSet.En, Texts.LanguageSet.Nl, Texts.LanguageSet.En],
            [await sanne.SeesTextAsync(), await sanne.SeesTextAsync(), await sanne.SeesTextAsync()]);
        var id = activity["id"]!.GetValue<string>();
        Assert.Equal(1, await bot.WithDbAsync(db => db.Inbox.CountAsync(a => a.ActivityId == id)));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Question_posted_fifty_times_at_once_is_answered_once(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var sanne = await bot.Person("Sanne").InstallsAsync();
        var before = Messages(sanne);
        var body = sanne.Activity("message", ("text", Question)).ToJsonString();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bot.PostAsync(body)));
        await sanne.WritesAsync("english");
        await sanne.SeesTextAsync(Texts.LanguageSet.En);

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(before + 2, Messages(sanne));
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, "nederlands")]
    [InlineData(DatabaseProvider.Sqlite, Question)]
    [InlineData(DatabaseProvider.PostgreSql, "nederlands")]
    [InlineData(DatabaseProvider.PostgreSql, Question)]
    public async Task Command_behind_an_answer_that_hangs_is_acknowledged_and_answered_after_it(DatabaseProvider provider, string first)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var sanne = await bot.Person("Sanne").InstallsAsync();
        var before = Messages(sanne);
        using var isReleased = new ManualResetEventSlim();
        bot.Connector.Answer = _ =>
        {
            isReleased.Wait();
            return null;
        };

        await sanne.WritesAsync(first);
        await Eventually.TrueAsync(() => Task.FromResult(bot.Connector.InHand > 0), "the first answer to hang");
        var command = sanne.Activity("message", ("text", "english"));
        await sanne.SendsAsync(command);

        var id = command["id"]!.GetValue<string>();
        Assert.Equal(InboxState.Received, await bot.WithDbAsync(db => db.Inbox.Where(a => a.ActivityId == id).Select(a => a.State).SingleAsync()));
        isReleased.Set();
        await sanne.SeesTextAsync(Texts.LanguageSet.En);
        Assert.Equal(before + 2, Messages(sanne));
        Assert.Equal(Texts.LanguageSet.En, sanne.Received[^1].Text);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Command_that_could_not_be_handled_at_once_is_stored_and_answered_when_it_can(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var sanne = await bot.Person("Sanne").InstallsAsync();
        var before = Messages(sanne);

        await bot.Database.RenameTableAsync("approvals", "approvals_gone");
        await sanne.WritesAsync("dossiers");
        await bot.Database.RenameTableAsync("approvals_gone", "approvals");
        // A second failed attempt waits a while; the clock is put past that.
        await Eventually.TrueAsync(
            () =>
            {
                bot.Time.Advance(TimeSpan.FromMinutes(1));
                return Task.FromResult(Messages(sanne) > before);
            },
            "the answer");

        Assert.Contains("dossier", sanne.Received[^1].Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before + 1, Messages(sanne));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Activities_of_one_conversation_are_answered_in_order(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var people = new[] { await bot.Person("Sanne").InstallsAsync(), await bot.Person("Maja").InstallsAsync() };
        var written = Enumerable.Range(0, 12).Select(i => i % 3 == 0 ? "english" : "nederlands").ToList();

        foreach (var text in written)
        {
            foreach (var person in people)
                await person.WritesAsync(text);
        }

        foreach (var person in people)
        {
            foreach (var text in written)
                Assert.Equal(text == "english" ? Texts.LanguageSet.En : Texts.LanguageSet.Nl, await person.SeesTextAsync());
        }
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Invoke_resent_gets_the_same_answer_and_has_one_effect(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var story = await TheCase.PrepareAsync(bot);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => story.Sanne.InvokesAsync(Verbs.Report, story.Report(), activityId: "f:1")));
        await bot.RestartAsync();
        var afterRestart = await story.Sanne.InvokesAsync(Verbs.Report, story.Report(), activityId: "f:1");

        Assert.All(answers, answer => Assert.Equal(afterRestart.Card.Content.ToJsonString(), answer.Card.Content.ToJsonString()));
        Assert.Equal(1, await bot.WithDbAsync(db => db.Cases.CountAsync()));
        Assert.Equal(1, await bot.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Action == "case.reported")));
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Activity_that_was_stored_and_not_handled_is_handled_at_the_start(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var sanne = await bot.Person("Sanne").InstallsAsync();
        await LeaveBehindAsync(bot, sanne, (stored, activity) =>
            stored.Payload = JsonSerializer.Serialize(activity, ActivityJson.Default.Activity));

        await bot.RestartAsync();
        LetLeasesRunOut(bot);

        Assert.Equal(Texts.LanguageSet.En, await sanne.SeesTextAsync());
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Activity_that_came_in_after_the_start_is_not_taken_for_one_left_behind(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var (sanne, maja) = (await bot.Person("Sanne").InstallsAsync(), await bot.Person("Maja").InstallsAsync());
        await LeaveBehindAsync(bot, maja, (stored, activity) =>
        {
            stored.Payload = JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);
            stored.LeaseUntil = stored.ReceivedAt;
        });
        await LeaveBehindAsync(
            bot, sanne, (stored, activity) => stored.Payload = JsonSerializer.Serialize(activity, ActivityJson.Default.Activity), receivedIn: TimeSpan.FromMinutes(10));

        await bot.RestartAsync();
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Texts.LanguageSet.En, await maja.SeesTextAsync());
        await sanne.WritesAsync("nederlands");

        Assert.Equal(Texts.LanguageSet.Nl, await sanne.SeesTextAsync());
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Replies_that_were_saved_and_not_sent_are_sent_at_the_start(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var sanne = await bot.Person("Sanne").InstallsAsync();
        await LeaveBehindAsync(bot, sanne, (stored, _) =>
        {
            stored.State = InboxState.Handled;
            stored.Replies = Reply.Write([new Reply(Activity.Message("een"), null), new Reply(Activity.Message("twee"), null), new Reply(Activity.Message("drie"), null)]);
            stored.RepliesSent = 1;
        });

        await bot.RestartAsync();
        LetLeasesRunOut(bot);

        Assert.Equal(["twee", "drie"], [await sanne.SeesTextAsync(), await sanne.SeesTextAsync()]);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Nothing_of_what_was_written_stays_in_the_inbox(DatabaseProvider provider)
    {
        await using var bot = await RunningBot.StartAsync(provider);
        var sanne = await bot.Person("Sanne").InstallsAsync();
        await sanne.AsksForTextAsync("mijn collega Marieke de Boer is ziek");

        var done = await Eventually.GetAsync(
            () => bot.WithDbAsync(db => db.Inbox.AsNoTracking().ToListAsync()), rows => rows.TrueForAll(row => row.State == InboxState.Completed), "the inbox to be done");

        Assert.DoesNotContain("Marieke", JsonSerializer.Serialize(done), StringComparison.Ordinal);
        Assert.All(done, row => Assert.Equal((null, null), (row.Payload, row.Replies)));
    }

    /// <summary>How many answers there are; that one is being written is none.</summary>
    private static int Messages(Drivers.Person person) => person.Received.Count(sent => sent.Type == "message");

    /// <summary>The row of a process that died; it held a lease for a while to come.</summary>
    private static Task<int> LeaveBehindAsync(RunningBot bot, Drivers.Person person, Action<InboxActivity, Activity> got, TimeSpan receivedIn = default) => bot.WithDbAsync(async db =>
    {
        var said = person.Activity("message", ("text", "english")).ToJsonString();
        bot.Connector.Hears(said);
        var activity = JsonSerializer.Deserialize(said, ActivityJson.Default.Activity)!;
        var stored = Inbox.New(activity, bot.Time.GetUtcNow() + receivedIn);
        stored.LeaseUntil += TimeSpan.FromHours(1);
        got(stored, activity);
        db.Inbox.Add(stored);
        return await db.SaveChangesAsync();
    });

    /// <summary>An SQLite file has one owner, which need not wait. On PostgreSQL another replica might still be at it.</summary>
    private static void LetLeasesRunOut(RunningBot bot)
    {
        if (bot.Database.Provider == DatabaseProvider.PostgreSql)
            bot.Time.Advance(TimeSpan.FromHours(2));
    }
}
