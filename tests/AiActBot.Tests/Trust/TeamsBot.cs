using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;

namespace AiActBot.Tests.Trust;

/// <summary>The bot as it runs in Teams: tokens checked in full, sending with a token, on servers of this machine.</summary>
internal sealed class TeamsBot : IAsyncDisposable
{
    private TeamsBot(RunningBot bot, ChannelIssuer issuer) => (Bot, Issuer) = (bot, issuer);

    public RunningBot Bot { get; }

    public ChannelIssuer Issuer { get; }

    public Drivers.Person Sanne => Bot.Person("Sanne");

    public static Task<TeamsBot> StartAsync(params (string Name, string Value)[] settings) => StartAsync(_ => { }, null, settings);

    public static Task<TeamsBot> StartAsync(
        Action<WebApplicationBuilder> configure, ChannelIssuer? issuer = null, params (string Name, string Value)[] settings) =>
        StartAsync(configure, issuer, DatabaseProvider.Sqlite, settings);

    public static async Task<TeamsBot> StartAsync(
        Action<WebApplicationBuilder> configure, ChannelIssuer? issuer, DatabaseProvider provider, params (string Name, string Value)[] settings)
    {
        issuer ??= await ChannelIssuer.StartAsync();
        var connector = await FakeConnector.StartAsync();
        connector.Rules.NeedsToken = true;
        RunningBot? bot = null;
        bot = await RunningBot.StartAsync(
            configure, connector, provider, $"28:{ChannelIssuer.AppId}",
            () => $"Bearer {issuer.Token(ChannelIssuer.Claims(connector.ServiceUrl, bot!.Time.GetUtcNow()))}", settings: [.. Settings(issuer, connector), .. settings]);
        return new TeamsBot(bot, issuer);
    }

    public static (string Name, string Value)[] Settings(ChannelIssuer issuer, FakeConnector connector) =>
    [
        ("Bot:AppId", ChannelIssuer.AppId),
        ("Bot:TenantId", ChannelIssuer.TenantId),
        ("Bot:Credential", "ClientSecret"),
        ("Bot:ClientSecret", "sw0rdf1sh-not-a-real-secret"),
        ("Organisation:Name", "Voorbeeld"),
        ("Organisation:PublicUrl", "https://aiactbot.example.org"),
        ("Rehearsal:OpenIdMetadata", issuer.Metadata.ToString()),
        ("Rehearsal:TokenServer", issuer.Address.ToString()),
        ("Rehearsal:ServiceUrl", connector.ServiceUrl.ToString()),
    ];

    /// <summary>Claims of a good token, for a test to spoil.</summary>
    public JsonObject Claims() => ChannelIssuer.Claims(Bot.Connector.ServiceUrl, Bot.Time.GetUtcNow());

    public JsonObject Message(string text = "help") => Sanne.Activity("message", ("text", text));

    public Task<HttpStatusCode> PostTokenAsync(string token, JsonObject? activity = null) => PostAsync([$"Bearer {token}"], (activity ?? Message()).ToJsonString());

    public async Task<HttpStatusCode> PostAsync(IReadOnlyList<string> authorization, string body)
    {
        using var response = await SendAsync(authorization, body);
        // A refusal explains nothing: whoever guesses would learn from it.
        if (!response.IsSuccessStatusCode)
        {
            Assert.Equal("", await response.Content.ReadAsStringAsync());
            Assert.DoesNotContain(response.Headers, header => header.Key == "WWW-Authenticate");
        }

        return response.StatusCode;
    }

    public async Task<HttpResponseMessage> SendAsync(IReadOnlyList<string> authorization, string body)
    {
        Bot.Connector.Hears(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Bot.Address, "/api/messages")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var value in authorization)
            request.Headers.TryAddWithoutValidation("Authorization", value);
        return await Bot.Http.SendAsync(request);
    }

    /// <summary>Nothing was handled, stored, sent or asked for.</summary>
    public async Task NothingHappenedAsync()
    {
        Assert.Equal(new Stored(0, 0, 0, 0, 0, 0, 0, 0, 0), await Stored.CountAsync(Bot));
        Assert.Empty(Bot.Connector.Authorizations);
        Assert.Empty(Bot.Connector.Unexpected);
        Assert.Empty(Issuer.TokenRequests);
        Assert.Empty(Issuer.Unexpected);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}

/// <summary>One for all tests of a class that leave nothing behind.</summary>
public sealed class OneTeamsBot : IAsyncLifetime
{
    internal TeamsBot Bot { get; private set; } = null!;

    public async Task InitializeAsync() => Bot = await TeamsBot.StartAsync(("Limits:FailedSignInsPerSecond", "10000"));

    public async Task DisposeAsync() => await Bot.DisposeAsync();
}
