using System.Net;
using System.Text.Json.Nodes;

namespace AiActBot.Tests.Trust;

/// <summary>A good token proves the channel and no more: what the activity says besides has to fit it.</summary>
public sealed class ProvenActivityTests(OneTeamsBot one) : IClassFixture<OneTeamsBot>, IAsyncLifetime
{
    private readonly TeamsBot bot = one.Bot;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => bot.NothingHappenedAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("MSTEAMS")]
    [InlineData("directline")]
    [InlineData("emulator")]
    [InlineData("webchat")]
    public async Task Another_channel_of_the_same_bot_is_forbidden(string? channelId) =>
        await ForbiddenAsync(activity => activity["channelId"] = channelId);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    public async Task A_service_url_other_than_that_of_the_token_is_forbidden(string? serviceUrl) =>
        await ForbiddenAsync(activity => activity["serviceUrl"] = serviceUrl);

    [Fact]
    public async Task The_service_url_must_be_the_same_to_the_letter()
    {
        var proven = bot.Bot.Connector.ServiceUrl.ToString();
        foreach (var other in new[] { proven.TrimEnd('/'), proven + "/", proven + "x/", proven.ToUpperInvariant(), proven.Replace("http:", "https:", StringComparison.Ordinal), proven.Replace("connector", "Connector", StringComparison.Ordinal) })
            await ForbiddenAsync(activity => activity["serviceUrl"] = other);
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("http://169.254.169.254/metadata/")]
    [InlineData("https://localhost/")]
    [InlineData("http://localhost/connector/")]
    [InlineData("https://[::1]/")]
    [InlineData("http://127.0.0.1/connector/")]
    [InlineData("https://evil.trafficmanager.net/emea/")]
    [InlineData("https://trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.com/")]
    [InlineData("https://smba.trafficmanager.net@evil.com/")]
    [InlineData("https://user@smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net./emea/")]
    [InlineData("https://smba.trafficmаnager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba.trafficmanager.net/emea/?to=evil")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("smba.trafficmanager.net")]
    public async Task A_host_that_is_not_the_connectors_is_forbidden_whatever_the_token_says(string serviceUrl) =>
        await ForbiddenAsync(activity => activity["serviceUrl"] = serviceUrl, claims => claims["serviceurl"] = serviceUrl);

    [Fact]
    public async Task Another_tenant_two_tenants_and_none_are_forbidden()
    {
        const string Other = "99999999-2222-4333-8444-555555555555";
        await ForbiddenAsync(activity => (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]!["id"]) = (Other, Other));
        await ForbiddenAsync(activity => activity["conversation"]!["tenantId"] = Other);
        await ForbiddenAsync(activity => activity["channelData"]!["tenant"]!["id"] = Other);
        await ForbiddenAsync(activity =>
        {
            activity["conversation"]!.AsObject().Remove("tenantId");
            activity.Remove("channelData");
        });
        await ForbiddenAsync(activity => activity.Remove("conversation"), alsoWithout: "channelData");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("28:bot")]
    [InlineData("28:0b0f0c5e-6a3e-4b57-9d2f-3d1a2f4f9c11")]
    [InlineData(ChannelIssuer.AppId)]
    [InlineData("29:" + ChannelIssuer.AppId)]
    public async Task What_is_for_another_bot_is_forbidden(string? recipient) =>
        await ForbiddenAsync(activity => activity["recipient"]!["id"] = recipient);

    [Theory]
    [InlineData("invoke")]
    [InlineData("message")]
    public async Task A_button_that_nobody_in_the_directory_pressed_is_forbidden(string type) => await ForbiddenAsync(activity =>
    {
        activity["type"] = type;
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "case/approve" } };
        activity["from"]!.AsObject().Remove("aadObjectId");
    });

    [Theory]
    [InlineData("webchat")]
    [InlineData("MsTeams")]
    [InlineData(null)]
    public async Task A_key_that_does_not_speak_for_teams_is_forbidden(string? endorsement)
    {
        // Its own issuer: keys of another kind would stay in the list of the shared one.
        var issuer = await ChannelIssuer.StartAsync();
        var key = endorsement is null ? new IssuerKey("weak") { SaysNothing = true } : new IssuerKey("weak", endorsement);
        issuer.Keys[key.Id] = key;
        await using var own = await TeamsBot.StartAsync(_ => { }, issuer);

        Assert.Equal(HttpStatusCode.Forbidden, await own.PostTokenAsync(issuer.Token(own.Claims(), key)));
        await own.NothingHappenedAsync();
    }

    private async Task ForbiddenAsync(Action<JsonObject> spoil, Action<JsonObject>? claim = null, string? alsoWithout = null)
    {
        foreach (var type in new[] { "message", "invoke", "installationUpdate", "conversationUpdate" })
        {
            var (activity, claims) = (bot.Sanne.Activity(type, ("text", "help"), ("name", "adaptiveCard/action")), bot.Claims());
            spoil(activity);
            claim?.Invoke(claims);
            if (alsoWithout is not null)
                activity.Remove(alsoWithout);
            var status = await bot.PostTokenAsync(bot.Issuer.Token(claims), activity);
            Assert.True(status == HttpStatusCode.Forbidden, $"{type}: {status}");
        }
    }
}
