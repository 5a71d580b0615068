using System.Collections.Concurrent;
using AiActBot.BotFramework.Connector;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Infrastructure.Channel;
using AiActBot.Tests.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiActBot.Tests.Notifications;

/// <summary>Somebody whom the bot only met in a group chat is reached by installing the app for them, where that is allowed.</summary>
public sealed class ProactiveInstallTests : IAsyncLifetime
{
    private const string App = "0d2a4ae0-8b1e-4a3e-9c1b-0c5f6a7b8c9d";
    private const string Chat = "19:chat_of_sanne@unq.gbl.spaces";

    private readonly ConcurrentQueue<string> calls = new();
    private WebApplication graph = null!;

    private Func<string, IResult?> Answer { get; set; } = _ => null;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        graph = builder.Build();
        graph.MapFallback(async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            calls.Enqueue($"{request.Method} {request.Path}{request.QueryString} {body}".Replace(Drivers.Person.ObjectIdOf("Sanne"), "SANNE", StringComparison.Ordinal).TrimEnd());
            Assert.StartsWith("Bearer outbound-", request.Headers.Authorization.ToString(), StringComparison.Ordinal);
            if (Answer($"{request.Method} {request.Path}") is { } other)
                return other;
            return request.Method == "POST" ? Results.StatusCode(201)
                : request.Path.Value!.EndsWith("/chat", StringComparison.Ordinal) ? Results.Json(new { id = Chat }) : Results.Json(new { value = new[] { new { id = "installation-1" } } });
        });
        await graph.StartAsync();
    }

    public async Task DisposeAsync() => await graph.DisposeAsync();

    [Fact]
    public async Task The_app_is_installed_once_and_then_the_chat_is_used()
    {
        await using var bot = await StartAsync();
        await MeetsInAGroupAsync(bot);

        Assert.Equal(["1 Teams delivered"], (await bot.Bot.BecomesAsync(await bot.Bot.HoldsAsync("Sanne", text: "eerste"), NotificationState.Sent)).Outcomes());
        Assert.Equal(["1 Teams delivered"], (await bot.Bot.BecomesAsync(await bot.Bot.HoldsAsync("Sanne", text: "tweede"), NotificationState.Sent)).Outcomes());

        Assert.Equal(["eerste", "tweede"], bot.Bot.Connector.Sent.Where(sent => sent.ConversationId == Chat).Select(sent => sent.Text));
        Assert.Equal(
            [
                $$"""POST /v1.0/users/SANNE/teamwork/installedApps {"teamsApp@odata.bind":"{{graph.Urls.First()}}/v1.0/appCatalogs/teamsApps/{{App}}"}""",
                $"GET /v1.0/users/SANNE/teamwork/installedApps?$expand=teamsApp&$filter=teamsApp/id%20eq%20'{App}'",
                "GET /v1.0/users/SANNE/teamwork/installedApps/installation-1/chat",
            ],
            calls);
        Assert.Contains(bot.Issuer.TokenRequests, request => request["scope"] == $"{graph.Urls.First()}/.default");
        Assert.Equal(["conversation.reached"], await bot.Bot.WithDbAsync(db => db.AuditEntries.Where(e => e.Action == "conversation.reached").Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task That_it_is_installed_already_is_fine()
    {
        await using var bot = await StartAsync();
        await MeetsInAGroupAsync(bot);
        Answer = call => call.StartsWith("POST", StringComparison.Ordinal) ? Results.StatusCode(409) : null;

        Assert.Equal(["1 Teams delivered"], (await bot.Bot.BecomesAsync(await bot.Bot.HoldsAsync("Sanne"), NotificationState.Sent)).Outcomes());
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Who_may_not_have_it_is_reached_by_mail_and_otherwise_somebody_hears_of_it(int status)
    {
        await using var bot = await StartAsync();
        await MeetsInAGroupAsync(bot);
        Answer = _ => Results.StatusCode(status);

        var mailed = await bot.Bot.BecomesAsync(await bot.Bot.HoldsAsync("Sanne", mail: "sanne@example.test"), NotificationState.Sent);
        var given = await bot.Bot.BecomesAsync(await bot.Bot.HoldsAsync("Sanne"), NotificationState.DeadLetter);

        Assert.Equal([$"1 Teams install_{status}", "2 Mail delivered"], mailed.Outcomes());
        Assert.Equal([$"1 Teams install_{status}"], given.Outcomes());
        Assert.Equal(2, calls.Count);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Where_Teams_tells_of_the_installation_at_the_same_moment_the_message_comes_once(DatabaseProvider provider)
    {
        await using var bot = await StartAsync(provider);
        await MeetsInAGroupAsync(bot);
        var sanne = new Drivers.Person(bot.Bot, "Sanne", "nl-NL") { ConversationId = Chat };
        // While the bot hears from Graph which chat it is, Teams tells of it as well, and the bot makes the conversation.
        Answer = call => call.EndsWith("/chat", StringComparison.Ordinal) ? new After(() => sanne.InstallsAsync(), Results.Json(new { id = Chat })) : null;

        var sent = await bot.Bot.BecomesAsync(await bot.Bot.HoldsAsync("Sanne", text: "eerste"), found => found.DeliveryAttempts.Count > 0 || found.State == NotificationState.DeadLetter, "an attempt");

        Assert.Equal((NotificationState.Sent, 1), (sent.State, sent.Attempts));
        Assert.Equal(["1 Teams delivered"], sent.Outcomes());
        Assert.Single(bot.Bot.Connector.Sent, activity => activity is { ConversationId: Chat, Text: "eerste" });
        Assert.Equal(1, await bot.Bot.WithDbAsync(db => db.Conversations.CountAsync(c => c.ConversationId == Chat)));
        Assert.False(await bot.Bot.WithDbAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "conversation.reached")));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(408)]
    [InlineData(500)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        await using var bot = await StartAsync();
        await MeetsInAGroupAsync(bot);
        var asked = 0;
        Answer = _ => Interlocked.Increment(ref asked) == 1 ? Results.StatusCode(status) : null;

        Assert.Equal([$"1 Teams install_{status}", "2 Teams delivered"], (await bot.Bot.BecomesAsync(await bot.Bot.HoldsAsync("Sanne"), NotificationState.Sent)).Outcomes());
    }

    [Fact]
    public async Task Without_a_token_nothing_is_asked_of_Graph_and_it_is_tried_again()
    {
        await using var bot = await StartAsync(configure: builder => builder.Services.AddKeyedSingleton<IConnectorTokenSource>(ProactiveInstall.Graph, NoToken.Instance));
        await MeetsInAGroupAsync(bot);

        var tried = await bot.Bot.BecomesAsync(await bot.Bot.HoldsAsync("Sanne"), found => found.DeliveryAttempts.Count > 1, "a second attempt");

        Assert.All(tried.DeliveryAttempts, attempt => Assert.Equal("install_no_token", attempt.Outcome));
        Assert.Empty(calls);
    }

    [Fact]
    public async Task Graph_that_asks_to_wait_is_waited_for()
    {
        await using var bot = await StartAsync();
        await MeetsInAGroupAsync(bot);
        var asked = 0;
        Answer = _ => Interlocked.Increment(ref asked) == 1 ? ChannelAnswers.Throttled(TimeSpan.FromSeconds(40)) : null;
        var message = await bot.Bot.HoldsAsync("Sanne");

        var waiting = await bot.Bot.BecomesAsync(message, found => found is { State: NotificationState.Pending, Attempts: 1 }, "throttled");
        Assert.Equal(TimeSpan.FromSeconds(40), waiting.DueAt - waiting.DeliveryAttempts[0].At);
        bot.Bot.Time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(["1 Teams install_429", "2 Teams delivered"], (await bot.Bot.BecomesAsync(message, NotificationState.Sent)).Outcomes());
    }

    [Fact]
    public async Task Who_removed_the_app_does_not_get_it_again()
    {
        await using var bot = await StartAsync();
        await bot.Sanne.InstallsAsync();
        await bot.Sanne.SendsAsync(bot.Sanne.Activity("installationUpdate", ("action", "remove")));
        await Reliability.Eventually.TrueAsync(() => bot.Bot.WithDbAsync(db => db.Conversations.AnyAsync(c => c.Installed == InstallState.Removed)), "the removal");

        var mailed = await bot.Bot.BecomesAsync(await bot.Bot.HoldsAsync("Sanne", mail: "sanne@example.test"), NotificationState.Sent);

        Assert.Equal(["1 Teams not_installed", "2 Mail delivered"], mailed.Outcomes());
        Assert.Empty(calls);
    }

    [Fact]
    public async Task Nothing_is_installed_unless_it_is_allowed()
    {
        await using var bot = await TeamsBot.StartAsync();
        await MeetsInAGroupAsync(bot);

        var mailed = await bot.Bot.BecomesAsync(await bot.Bot.HoldsAsync("Sanne", mail: "sanne@example.test"), NotificationState.Sent);

        Assert.Equal(["1 Teams not_installed", "2 Mail delivered"], mailed.Outcomes());
        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("ProactiveInstall:TeamsAppId", "")]
    [InlineData("ProactiveInstall:GraphEndpoint", "https://graph.example.org")]
    [InlineData("ProactiveInstall:GraphEndpoint", "http://graph.microsoft.com")]
    [InlineData("ProactiveInstall:GraphEndpoint", "https://graph.microsoft.com.example.org")]
    public async Task It_does_not_start_where_a_token_would_go_elsewhere(string setting, string value)
    {
        var failed = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => StartAsync((setting, value)));
        Assert.Contains(setting, failed.Message, StringComparison.Ordinal);
    }

    private Task<TeamsBot> StartAsync(params (string Name, string Value)[] settings) => StartAsync(DatabaseProvider.Sqlite, null, settings);

    private Task<TeamsBot> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<WebApplicationBuilder>? configure = null, params (string Name, string Value)[] settings) => TeamsBot.StartAsync(
        configure ?? (_ => { }), null, provider,
        [("ProactiveInstall:Enabled", "true"), ("ProactiveInstall:TeamsAppId", App), ("ProactiveInstall:GraphEndpoint", graph.Urls.First()), .. settings]);

    /// <summary>The bot meets Sanne among others; in Teams there is a personal chat from the moment the app is installed.</summary>
    private static async Task MeetsInAGroupAsync(TeamsBot bot)
    {
        var inGroup = bot.Sanne.InGroupChat("19:group@thread.v2");
        await inGroup.WritesAsync("help");
        await inGroup.SeesCardAsync();
        bot.Bot.Connector.Rules.Know(Chat, new ChannelConversation { Type = "personal", BotId = bot.Bot.BotId, TenantId = ChannelIssuer.TenantId });
    }

    /// <summary>Something else happens before the answer.</summary>
    private sealed class After(Func<Task> happens, IResult answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await happens();
            await answer.ExecuteAsync(httpContext);
        }
    }
}
