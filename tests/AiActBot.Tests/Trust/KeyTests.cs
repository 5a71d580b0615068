using System.Net;
using System.Text.Json.Nodes;

namespace AiActBot.Tests.Trust;

/// <summary>The keys of the channel: read at the start, again in good time, and not whenever somebody makes up a name for one.</summary>
public sealed class KeyTests
{
    [Fact]
    public async Task Ten_thousand_tokens_with_keys_that_do_not_exist_cost_one_reading()
    {
        await using var bot = await TeamsBot.StartAsync();
        using var stranger = new IssuerKey("no-such-key", "msteams");
        await bot.PostTokenAsync("x.y.z");
        var before = bot.Issuer.KeyFetches;
        var body = bot.Message().ToJsonString();
        var withoutName = ChannelIssuer.Token(new JsonObject { ["alg"] = "RS256" }, bot.Claims(), bot.Issuer.Key.Sign);

        await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            var token = number % 10 == 0 ? withoutName : ChannelIssuer.Token(new JsonObject { ["alg"] = "RS256", ["kid"] = $"key-{number}x" }, bot.Claims(), _ => new byte[256]);
            // Whoever keeps on failing is told to slow down.
            Assert.Contains(await bot.PostAsync([$"Bearer {token}"], body), new[] { HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests });
        });

        Assert.Equal(before + 1, bot.Issuer.KeyFetches);
        bot.Bot.Time.Advance(TimeSpan.FromMinutes(6));
        await bot.PostTokenAsync(bot.Issuer.Token(bot.Claims(), stranger));
        await bot.PostTokenAsync(bot.Issuer.Token(bot.Claims(), stranger));
        Assert.Equal(before + 2, bot.Issuer.KeyFetches);
        await bot.NothingHappenedAsync();
    }

    [Fact]
    public async Task A_new_key_of_the_channel_is_good_from_its_first_token_on()
    {
        await using var bot = await TeamsBot.StartAsync();
        await bot.Sanne.AsksForCardAsync("help");
        var next = new IssuerKey("key-2", "msteams");
        bot.Issuer.Keys[next.Id] = next;

        Assert.Equal(HttpStatusCode.OK, await bot.PostTokenAsync(bot.Issuer.Token(bot.Claims(), next)));

        // The other one was withdrawn: with the next reading nobody can use it any more.
        bot.Issuer.Keys.Remove("key-1", out _);
        bot.Bot.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.OK, await bot.PostTokenAsync(bot.Issuer.Token(bot.Claims(), next)));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(bot.Issuer.Token(bot.Claims())));
    }

    [Fact]
    public async Task A_key_whose_certificate_has_expired_is_not_believed_and_one_whose_has_not_is()
    {
        await using var bot = await TeamsBot.StartAsync();
        var now = bot.Bot.Time.GetUtcNow();
        var (expired, current) = (new IssuerKey("key-2", "msteams") { CertifiedUntil = now.AddDays(-1) }, new IssuerKey("key-3", "msteams") { CertifiedUntil = now.AddDays(1) });
        bot.Issuer.Keys[expired.Id] = expired;
        bot.Issuer.Keys[current.Id] = current;

        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(bot.Issuer.Token(bot.Claims(), expired)));
        Assert.Equal(HttpStatusCode.OK, await bot.PostTokenAsync(bot.Issuer.Token(bot.Claims(), current)));
    }

    [Fact]
    public async Task When_the_keys_cannot_be_read_again_the_known_ones_do_for_a_day_and_no_longer()
    {
        await using var bot = await TeamsBot.StartAsync();
        await bot.Sanne.AsksForCardAsync("help");
        bot.Issuer.IsDown = true;

        bot.Bot.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, await bot.PostTokenAsync(bot.Issuer.Token(bot.Claims())));
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(bot));

        bot.Bot.Time.Advance(TimeSpan.FromHours(2));
        await UnavailableAsync(bot);
    }

    [Fact]
    public async Task A_start_without_keys_asks_the_channel_to_come_back_and_recovers_by_itself()
    {
        var issuer = await ChannelIssuer.StartAsync();
        issuer.IsDown = true;
        await using var bot = await TeamsBot.StartAsync(_ => { }, issuer);

        await UnavailableAsync(bot);
        await bot.NothingHappenedAsync();

        issuer.IsDown = false;
        bot.Bot.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, await bot.PostTokenAsync(issuer.Token(bot.Claims())));
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(bot));
    }

    private static async Task UnavailableAsync(TeamsBot bot)
    {
        using var response = await bot.SendAsync([$"Bearer {bot.Issuer.Token(bot.Claims())}"], bot.Message().ToJsonString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(bot));
    }

    private static async Task<HttpStatusCode> ReadyAsync(TeamsBot bot)
    {
        using var response = await bot.Bot.Http.GetAsync(new Uri(bot.Bot.Address, "/health/ready"));
        return response.StatusCode;
    }
}
