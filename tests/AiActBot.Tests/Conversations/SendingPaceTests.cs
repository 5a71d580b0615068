using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;
using AiActBot.Compliance;
using AiActBot.Conversations.Sending;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Infrastructure.Channel;
using AiActBot.Tests.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.Tests.Conversations;

/// <summary>The bot never sends faster than Teams takes, on a clock that a test moves, to a channel that counts for itself.</summary>
public sealed class SendingPaceTests
{
    /// <summary>Of a clock that runs much faster than the machine, which may be busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_hundred_messages_to_one_conversation_come_in_order_and_never_too_fast()
    {
        var time = new SteppedTime();
        await using var bot = await RunningBot.StartAsync(_ => { }, await FakeConnector.StartAsync(), DatabaseProvider.Sqlite, time: time);
        await bot.Person("Dirk").InstallsAsync();
        var before = bot.Connector.Sent.Count;
        await OneAfterTheOtherAsync(bot, 100);

        await time.RunUntilAsync(() => bot.Connector.Sent.Count == before + 100, bot.Connector, "a hundred messages");

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"Bericht {i}"), bot.Connector.Sent.Skip(before).Select(sent => sent.Text));
        // A hundred and the welcome need a second stretch of thirty seconds.
        Assert.True(time.Elapsed >= TimeSpan.FromSeconds(30), $"{time.Elapsed}");
        await time.RunUntilAsync(() => Count(bot, NotificationState.Sent) == 100, bot.Connector, "the outcomes");
        Assert.Equal(100, await bot.WithDbAsync(db => db.DeliveryAttempts.CountAsync()));
    }

    [Fact]
    public async Task A_throttled_message_holds_up_those_after_it_and_none_overtakes()
    {
        var time = new SteppedTime();
        await using var bot = await RunningBot.StartAsync(_ => { }, await FakeConnector.StartAsync(), DatabaseProvider.Sqlite, time: time);
        await bot.Person("Dirk").InstallsAsync();
        var before = bot.Connector.Sent.Count;
        var throttled = 0;
        bot.Connector.Answer = sent => sent.Text == "Bericht 3" && Interlocked.Increment(ref throttled) == 1 ? ChannelAnswers.Throttled(TimeSpan.FromSeconds(7)) : null;
        await OneAfterTheOtherAsync(bot, 20);

        await time.RunUntilAsync(() => bot.Connector.Sent.Count == before + 20, bot.Connector, "twenty messages");

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"Bericht {i}"), bot.Connector.Sent.Skip(before).Select(sent => sent.Text));
    }

    [Fact]
    public async Task What_goes_to_many_and_answers_beside_it_keep_below_the_limit_of_the_tenant()
    {
        const int recipients = 300;
        var time = new SteppedTime();
        await using var channel = await FakeConnector.StartAsync();
        channel.Rules.Time = time;
        var pace = new SendingPace(time, Options.Create(new SendingOptions()));
        using var http = new HttpClient();
        var raw = new ConnectorClient(http, NoToken.Instance, ServiceUrlPolicy.LoopbackOnly, time) { Timeout = Patience };
        var toMany = new PacedConnectorClient(raw, pace, time, toMany: true, TimeSpan.FromMinutes(5));
        var answers = new PacedConnectorClient(raw, pace, time, toMany: false, TimeSpan.FromMinutes(5));
        foreach (var id in Enumerable.Range(0, recipients).Select(i => $"a:{i}").Append("a:Sanne"))
            channel.Hears($$"""{"recipient":{"id":"28:bot"},"conversation":{"id":"{{id}}","tenantId":"t"} }""");

        var fanOut = Task.WhenAll(Enumerable.Range(0, recipients).Select(i => toMany.SendAsync(channel.ServiceUrl, $"a:{i}", Message($"a:{i}"), CancellationToken.None)));
        var talk = TalkAsync();
        await time.RunUntilAsync(() => fanOut.IsCompleted && talk.IsCompleted, channel, "all of them");

        Assert.All(await fanOut, outcome => Assert.IsType<ConnectorOutcome<ResourceResponse>.Delivered>(outcome));
        Assert.Equal(recipients + 5, channel.Sent.Count);
        channel.ShouldHaveBeenTreatedWell();
        // Forty to many, and the answers.
        Assert.InRange(channel.Rules.Tenant("t").Most[0], 1, 45);
        Assert.True(time.Elapsed >= TimeSpan.FromSeconds(6), $"{time.Elapsed}");

        async Task TalkAsync()
        {
            for (var i = 0; i < 5; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time);
                Assert.IsType<ConnectorOutcome<ResourceResponse>.Delivered>(await answers.SendAsync(channel.ServiceUrl, "a:Sanne", Message("a:Sanne"), CancellationToken.None));
            }
        }
    }

    [Fact]
    public async Task Who_is_asked_for_goes_before_what_goes_to_many()
    {
        await using var database = await Outbox.EmptyDatabaseAsync(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        var now = DateTimeOffset.UnixEpoch.AddYears(57);
        db.Notifications.AddRange(Enumerable.Range(0, 30).Select(i => Of(NotificationPurpose.Notice, now.AddSeconds(i))));
        var approval = Of(NotificationPurpose.CaseCard, now.AddSeconds(40));
        db.Notifications.Add(approval);
        await db.SaveChangesAsync();

        var claimed = await NotificationClaims.ClaimAsync(db, now.AddHours(1), TimeSpan.FromMinutes(1), 10, false, CancellationToken.None);

        Assert.Equal(10, claimed.Count);
        Assert.Equal(approval.Id, claimed[0].Id);
        Assert.Equal(claimed.Skip(1).Select(n => n.CreatedAt).Order(), claimed.Skip(1).Select(n => n.CreatedAt));
    }

    [Fact]
    public async Task Questions_about_members_have_limits_of_their_own_and_a_pause_is_kept_whatever_asks()
    {
        var time = new SteppedTime();
        await using var channel = await FakeConnector.StartAsync();
        channel.Rules.Time = time;
        channel.Hears("""{"recipient":{"id":"28:bot"},"conversation":{"id":"a:Sanne","tenantId":"t"}}""");
        using var http = new HttpClient();
        var raw = new ConnectorClient(http, NoToken.Instance, ServiceUrlPolicy.LoopbackOnly, time) { Timeout = Patience };
        var client = new PacedConnectorClient(raw, new SendingPace(time, Options.Create(new SendingOptions())), time, toMany: false, TimeSpan.FromMinutes(5));
        var asked = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetMembersAsync(channel.ServiceUrl, "a:Sanne", CancellationToken.None)));
        await time.RunUntilAsync(() => asked.IsCompleted, channel, "two hundred answers");
        Assert.All(await asked, outcome => Assert.IsType<ConnectorOutcome<IReadOnlyList<ChannelAccount>>.Delivered>(outcome));
        Assert.True(time.Elapsed >= TimeSpan.FromSeconds(30), $"{time.Elapsed}");

        channel.Answer = _ => ChannelAnswers.Throttled(TimeSpan.FromSeconds(7));
        Assert.IsType<ConnectorOutcome<ResourceResponse>.Failed>(await client.SendAsync(channel.ServiceUrl, "a:Sanne", Message("a:Sanne"), CancellationToken.None));
        channel.Answer = _ => null;
        var (from, later) = (time.Elapsed, client.SendAsync(channel.ServiceUrl, "a:Sanne", Message("a:Sanne"), CancellationToken.None));
        await time.RunUntilAsync(() => later.IsCompleted, channel, "the answer after the pause");
        Assert.True(time.Elapsed - from >= TimeSpan.FromSeconds(7), $"{time.Elapsed - from}");
        channel.ShouldHaveBeenTreatedWell();
    }

    [Fact]
    public async Task A_long_text_comes_in_parts_and_whole()
    {
        await using var bot = await RunningBot.StartAsync();
        var dirk = await bot.Person("Dirk").InstallsAsync();
        var text = string.Join("\n\n", Enumerable.Range(0, 2000).Select(i => $"Alinea {i}: " + new string('x', 30)));
        var before = dirk.Received.Count;
        var message = await bot.HoldsAsync("Dirk", text: text);

        Assert.Equal(["1 Teams delivered"], (await bot.BecomesAsync(message, NotificationState.Sent)).Outcomes());
        var parts = dirk.Received.Skip(before).Select(sent => sent.Text!).ToList();
        Assert.InRange(parts.Count, 3, 6);
        Assert.Equal(text, string.Join("\n\n", parts));
    }

    [Fact]
    public void Each_part_keeps_the_label_and_the_citations_that_it_holds()
    {
        var text = $"{string.Concat(Enumerable.Repeat("Een zin [1]. ", 2500))}{string.Concat(Enumerable.Repeat("Nog een zin [2]. ", 2500))}";
        var answer = new MessageEntity([new Citation(1, "Een", "Eerste"), new Citation(2, "Twee", "Tweede")]).ApplyTo(Activity.Message(text));

        var parts = LongMessages.Split(answer);

        Assert.True(parts.Count > 2);
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(parts.Select(part => part.Text)).Replace(" ", "", StringComparison.Ordinal));
        var channel = new ChannelConversation { Type = "personal", BotId = "28:bot", TenantId = "t" };
        foreach (var part in parts)
        {
            var json = System.Text.Json.JsonSerializer.SerializeToNode(part, ActivityJson.Default.Activity)!.AsObject();
            Assert.Null(MessageRules.Objection(json, channel, "POST"));
            Assert.Equal(part.Text!.Contains("[1]", StringComparison.Ordinal), json["entities"]!.ToJsonString().Contains("Eerste", StringComparison.Ordinal));
            Assert.Contains("AIGeneratedContent", json["entities"]!.ToJsonString(), StringComparison.Ordinal);
        }
    }

    private static async Task OneAfterTheOtherAsync(RunningBot bot, int count)
    {
        var now = bot.Time.GetUtcNow();
        var objectId = Drivers.Person.ObjectIdOf("Dirk");
        await bot.WithDbAsync(async db =>
        {
            var person = (await db.People.SingleAsync(p => p.AadObjectId == objectId)).Id;
            for (var i = 0; i < count; i++)
                db.Notifications.Add(Outbox.Message(now.AddMilliseconds(i), person, text: $"Bericht {i}"));
            return await db.SaveChangesAsync();
        });
    }

    private static int Count(RunningBot bot, NotificationState state)
    {
        using var db = bot.Database.Open();
        return db.Notifications.Count(n => n.State == state);
    }

    private static Notification Of(NotificationPurpose purpose, DateTimeOffset at)
    {
        return new Notification
        {
            Id = Guid.CreateVersion7(at), Purpose = purpose, Route = NotificationRoute.Mail, MailAddress = "x@example.test", Language = Language.Dutch,
            Subject = "Onderwerp", DueAt = at, CreatedAt = at,
        };
    }

    private static Activity Message(string conversation)
    {
        var activity = Activity.Message("Bericht");
        activity.From = new ChannelAccount { Id = "28:bot" };
        activity.Conversation = new ConversationAccount { Id = conversation, TenantId = "t" };
        return activity;
    }
}
