using System.Net;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Trust;

/// <summary>How much one sender may send.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Who_writes_too_much_in_a_minute_is_told_to_wait_and_others_and_buttons_are_not()
    {
        await using var bot = await TeamsBot.StartAsync(("Limits:MessagesPerMinute", "5"));
        var card = await bot.Sanne.AsksForCardAsync("help");
        for (var i = 0; i < 4; i++)
            await bot.Sanne.WritesAsync("help");

        await TooFastAsync(bot);

        await bot.Bot.Person("Pieter").AsksForCardAsync("help");
        Assert.NotNull(await bot.Sanne.PressesVerbAsync(card, "system/list"));
        await bot.Sanne.SubmitsAsync(card, "Mijn dossiers");
        Assert.Equal(6, (await Stored.CountAsync(bot.Bot)).Activities - 2);
    }

    [Fact]
    public async Task A_tenant_has_a_limit_of_its_own()
    {
        await using var bot = await TeamsBot.StartAsync(("Limits:TenantMessagesPerMinute", "3"));
        foreach (var name in new[] { "Pieter", "Noor", "Dirk" })
            await bot.Bot.Person(name).WritesAsync("help");

        await TooFastAsync(bot);
    }

    [Fact]
    public async Task Who_keeps_failing_to_sign_in_is_told_to_wait_and_a_good_token_from_there_is_not()
    {
        await using var bot = await TeamsBot.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => bot.SendAsync(["Bearer x.y.z"], bot.Message().ToJsonString())));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Unauthorized);
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter?.Delta == TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await bot.PostTokenAsync(bot.Issuer.Token(bot.Claims())));
    }

    private static async Task TooFastAsync(TeamsBot bot)
    {
        using var response = await bot.Bot.PostAsync(bot.Message());
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }
}
