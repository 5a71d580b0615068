using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Trust;

/// <summary>What a good token lets in, and what it lets nobody do.</summary>
public sealed class TrustedTests
{
    [Fact]
    public async Task Somebody_in_teams_is_answered_with_a_token_of_the_bot()
    {
        await using var bot = await TeamsBot.StartAsync();

        var card = await bot.Sanne.AsksForCardAsync("help");
        var answer = await bot.Sanne.PressesVerbAsync(card, "system/list");

        Assert.Contains("Wat kan ik", card.Text, StringComparison.Ordinal);
        Assert.NotNull(answer);
        Assert.All(bot.Bot.Connector.Authorizations, authorization => Assert.Equal("Bearer outbound-1", authorization));
        Assert.Empty(bot.Bot.Connector.Unexpected);
    }

    [Theory]
    [InlineData("exp", -240)]
    [InlineData("nbf", 240)]
    public async Task Clocks_may_differ_by_minutes(string claim, int seconds)
    {
        await using var bot = await TeamsBot.StartAsync();
        var claims = bot.Claims();
        claims[claim] = bot.Bot.Time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
        if (claim == "exp")
            claims["nbf"] = bot.Bot.Time.GetUtcNow().AddSeconds(seconds - 3600).ToUnixTimeSeconds();

        Assert.Equal(HttpStatusCode.OK, await bot.PostTokenAsync(bot.Issuer.Token(claims)));
    }

    [Fact]
    public async Task The_scheme_is_read_in_any_case_and_one_audience_may_stand_in_a_list()
    {
        await using var bot = await TeamsBot.StartAsync();
        var claims = bot.Claims();
        claims["aud"] = new JsonArray(ChannelIssuer.AppId);

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync([$"bearer {bot.Issuer.Token(claims)}"], bot.Message().ToJsonString()));
    }

    [Fact]
    public async Task An_activity_posted_a_thousand_times_has_one_effect_and_is_never_refused()
    {
        await using var bot = await TeamsBot.StartAsync();
        var body = bot.Message("english").ToJsonString();
        var token = $"Bearer {bot.Issuer.Token(bot.Claims())}";

        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) => Assert.Equal(HttpStatusCode.OK, await bot.PostAsync([token], body)));
        await bot.Sanne.SeesTextAsync();

        Assert.Equal(1, await bot.Bot.WithDbAsync(db => db.Inbox.CountAsync()));
        Assert.Single(bot.Sanne.Received);
    }

    [Fact]
    public async Task Nothing_that_an_activity_points_to_is_fetched()
    {
        await using var bot = await TeamsBot.StartAsync();
        var inside = new Uri(bot.Bot.Connector.ServiceUrl, "/internal/").ToString();
        var message = bot.Message();
        message["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = inside },
            new JsonObject { ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["contentUrl"] = inside, ["content"] = new JsonObject { ["downloadUrl"] = inside } });
        var consent = bot.Sanne.Activity("invoke", ("name", "fileConsent/invoke"));
        consent["value"] = new JsonObject { ["action"] = "accept", ["uploadInfo"] = new JsonObject { ["uploadUrl"] = inside, ["contentUrl"] = inside } };

        await bot.Sanne.SendsAsync(message);
        await bot.Sanne.SeesCardAsync();
        using var response = await bot.Bot.PostAsync(consent);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Empty(bot.Bot.Connector.Unexpected);
    }

    [Theory]
    [InlineData(29, "ready; renew the credential")]
    [InlineData(40, "ready")]
    public async Task A_secret_that_soon_expires_is_told_in_time(int days, string words)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using var bot = await TeamsBot.StartAsync(("Bot:ClientSecretExpires", day));
        await bot.Sanne.AsksForCardAsync("help");

        Assert.Equal(words, await bot.Bot.Http.GetStringAsync(new Uri(bot.Bot.Address, "/health/ready")));
    }

    [Fact]
    public async Task The_local_chat_does_not_exist()
    {
        await using var bot = await TeamsBot.StartAsync();
        foreach (var path in new[] { "/", "/local/api/people", "/local/connector/v3/conversations" })
        {
            using var response = await bot.Bot.Http.GetAsync(new Uri(bot.Bot.Address, path));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }
}
