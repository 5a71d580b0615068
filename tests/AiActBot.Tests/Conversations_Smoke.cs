using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests;

public class SmokeTests
{
    [Fact]
    public async Task Help_shows_what_can_be_done()
    {
        await using var bot = await RunningBot.StartAsync();
        var sanne = await bot.Person("Sanne").InstallsAsync();

        var card = await sanne.AsksForCardAsync("help");

        Assert.Contains("Een afwijking melden", card.Buttons);
        Assert.Empty(bot.Connector.Unexpected);
    }
}
