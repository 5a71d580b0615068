using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Assistant;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiActBot.Tests.Infrastructure;

/// <summary>The real application on loopback, with a database of its own and a channel that records.</summary>
public sealed class RunningBot : IAsyncDisposable
{
    private readonly Dictionary<string, string?> settings;
    private readonly Action<WebApplicationBuilder> configure;
    private WebApplication app;

    private RunningBot(
        WebApplication app, TestDatabase database, FakeConnector connector, MovableTime time, Dictionary<string, string?> settings, Action<WebApplicationBuilder> configure)
    {
        (this.app, this.settings, this.configure) = (app, settings, configure);
        (Database, Connector, Time) = (database, connector, time);
    }

    public TestDatabase Database { get; }

    public FakeConnector Connector { get; }

    public MovableTime Time { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.First());

    public HttpClient Http { get; } = new();

    /// <summary>The bot's own account, as activities name it.</summary>
    public string BotId { get; init; } = "28:bot";

    /// <summary>What stands in the Authorization header of every request; local mode needs none.</summary>
    public Func<string>? Authorization { get; init; }

    /// <summary>Cards that took the place of one on which a button was pressed.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<JsonObject> CardsInPlace { get; } = new();

    public string MailFolder => Path.Combine(Database.DataDirectory, "mail");

    public static Task<RunningBot> StartAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, params (string Name, string Value)[] settings) => StartAsync(_ => { }, provider, settings);

    /// <param name="configure">A last word on services, for what cannot be set: a transport, a sink of logs.</param>
    public static async Task<RunningBot> StartAsync(
        Action<WebApplicationBuilder> configure, DatabaseProvider provider = DatabaseProvider.Sqlite, params (string Name, string Value)[] settings) =>
        await StartAsync(configure, await FakeConnector.StartAsync(), provider, settings: settings);

    /// <param name="connector">A channel that is there already, because the settings name it.</param>
    /// <param name="authorization">Asked for with every request.</param>
    /// <param name="time">Whose clock it is; by default that of the machine, which a test can set forward.</param>
    public static async Task<RunningBot> StartAsync(
        Action<WebApplicationBuilder> configure, FakeConnector connector, DatabaseProvider provider, string botId = "28:bot", Func<string>? authorization = null,
        MovableTime? time = null, params (string Name, string Value)[] settings)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var all = new Dictionary<string, string?>(database.Settings)
        {
            ["Notifications:PollInterval"] = "00:00:00.200",
            ["Notifications:FirstRetryAfter"] = "00:00:00.010",
            ["Reminders:PollInterval"] = "00:00:00.200",
            ["Organisation:ComplianceTeam:0"] = Drivers.Person.ObjectIdOf("Noor"),
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        time ??= new MovableTime();
        connector.Rules.Time = time;
        connector.Rules.Counts = all.GetValueOrDefault("Sending:KeepsToTeamsLimits") != "false";
        return new RunningBot(await StartApplicationAsync(all, time, configure), database, connector, time, all, configure) { BotId = botId, Authorization = authorization };
    }

    /// <summary>Stops the application as an operator does, and starts it anew on the same database.</summary>
    public async Task RestartAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Connector.Rules.ForgetCalls();
        app = await StartApplicationAsync(settings, Time, configure);
    }

    /// <summary>Stops the application; its database stays.</summary>
    public Task StopAsync() => app.StopAsync();

    public Drivers.Person Person(string name, string locale = "nl-NL") => new(this, name, locale);

    /// <summary>Runs with a database of this bot.</summary>
    public async Task<T> WithDbAsync<T>(Func<AiActBotDbContext, Task<T>> use)
    {
        await using var db = Database.Open();
        return await use(db);
    }

    public async Task<HttpResponseMessage> PostAsync(JsonObject activity) => await PostAsync(activity.ToJsonString());

    public async Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json")
    {
        Connector.Hears(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/api/messages")) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        if (Authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", Authorization());
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Connector.DisposeAsync();
        await Database.DisposeAsync();
        Http.Dispose();
        Connector.ShouldHaveBeenTreatedWell();
    }

    private static async Task<WebApplication> StartApplicationAsync(Dictionary<string, string?> settings, MovableTime time, Action<WebApplicationBuilder> configure)
    {
        var args = settings.Where(setting => setting.Value is not null).SelectMany(setting => new[] { "--" + setting.Key, setting.Value! });
        var app = AiActBotApplication.Build(["--environment", "Development", "--urls", "http://127.0.0.1:0", .. args], builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Critical);
            builder.Services.AddSingleton<TimeProvider>(time);
            if (!settings.Keys.Any(KnowledgeReadOnce.Concerns))
                builder.Services.AddSingleton<IKnowledgeReading>(KnowledgeReadOnce.Instance);
            configure(builder);
        });
        await AiActBotApplication.StartAsync(app);
        return app;
    }
}
