using System.Text.Json.Nodes;
using AiActBot.Conversations;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.Conversations;

public sealed class WelcomeTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("nl-NL", "Welkom bij AiActBot", "Wat kan ik voor je doen?")]
    [InlineData("en-GB", "Welcome to AiActBot", "What can I do for you?")]
    public async Task Welcomes_in_the_persons_language_and_shows_what_it_can_do(string locale, string welcome, string help)
    {
        var sanne = bot.Person("Sanne", locale);

        await sanne.SendsAsync(sanne.Activity("installationUpdate", ("action", "add")));

        Assert.Contains(welcome, await sanne.SeesTextAsync(), StringComparison.Ordinal);
        Assert.Contains(help, (await sanne.SeesCardAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Welcomes_once_however_it_is_announced_and_also_after_a_restart()
    {
        var sanne = bot.Person("Sanne");

        await sanne.SendsAsync(sanne.Activity("installationUpdate", ("action", "add")));
        await sanne.SendsAsync(BotAdded(sanne));
        await sanne.SendsAsync(BotAdded(sanne));
        await sanne.SendsAsync(sanne.Activity("installationUpdate", ("action", "add-upgrade")));
        await bot.RestartAsync();
        await sanne.SendsAsync(BotAdded(sanne));
        await sanne.AsksForTextAsync("nederlands");

        Assert.Single(Welcomes(sanne));
    }

    [Fact]
    public async Task Welcomes_when_only_the_new_member_is_announced()
    {
        var sanne = bot.Person("Sanne");

        await sanne.SendsAsync(BotAdded(sanne));

        Assert.Contains("Welkom", await sanne.SeesTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_welcome_because_somebody_else_joined()
    {
        var group = bot.Person("Sanne").InGroupChat("19:team@thread.v2");
        var joined = group.Activity("conversationUpdate");
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:Somebody" });

        await group.SendsAsync(joined);
        await group.AsksForTextAsync("nederlands");

        Assert.Empty(Welcomes(group));
    }

    [Fact]
    public async Task Says_nothing_by_itself_once_the_app_was_removed()
    {
        await using var cast = await Cast.StartAsync();
        await cast.Noor.SendsAsync(cast.Noor.Activity("installationUpdate", ("action", "remove")));
        // A conversation is worked on in order: when this is answered, the removal has been dealt with.
        var unknown = cast.Noor.Activity("message");
        unknown["value"] = new JsonObject { ["verb"] = "no/such" };
        await cast.Noor.SendsAsync(unknown);
        await cast.Bot.Connector.NextAsync(cast.Noor.ConversationId, sent => sent.Text?.Contains("knop", StringComparison.Ordinal) == true);
        var before = cast.Noor.Received.Count;

        // The outbox goes in order: when the notice to Dirk is there, the card for Noor, due before it, has been tried.
        await cast.IsApprovedAsync();
        await cast.Dirk.SeesAsync(card => card.Offers(Verbs.Acknowledge));

        Assert.Equal(before, cast.Noor.Received.Count);
        await cast.Noor.AsksForTextAsync("nederlands");
        Assert.Contains("app.removed", await HistoryOfConversationAsync(cast), StringComparer.Ordinal);
        Assert.Contains("app.installed", await HistoryOfConversationAsync(cast), StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_app_that_is_announced_as_removed_by_its_membership_alone_stays_silent()
    {
        await using var cast = await Cast.StartAsync();
        var removed = cast.Noor.Activity("conversationUpdate");
        removed["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        await cast.Noor.SendsAsync(removed);

        await cast.Noor.SendsAsync(BotAdded(cast.Noor));
        await cast.Noor.AsksForTextAsync("nederlands");

        Assert.Equal(["app.removed", "app.installed"], (await HistoryOfConversationAsync(cast)).Where(action => action.StartsWith("app.", StringComparison.Ordinal)));
        Assert.Single(Welcomes(cast.Noor));
    }

    private static async Task<List<string>> HistoryOfConversationAsync(Cast cast)
    {
        var id = await cast.Bot.WithDbAsync(db => Task.FromResult(db.Conversations.Single(c => c.ConversationId == cast.Noor.ConversationId).Id));
        return await Stored.HistoryAsync(cast.Bot, $"conversation:{id}");
    }

    private static IEnumerable<SentActivity> Welcomes(Person person) =>
        person.Received.Where(sent => sent.Text?.Contains("Welkom bij", StringComparison.Ordinal) == true);

    private static JsonObject BotAdded(Person person)
    {
        var added = person.Activity("conversationUpdate");
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" }, new JsonObject { ["id"] = $"29:{person.Name}" });
        return added;
    }
}
