using AiActBot.Hosting;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Storage;

public class SingleProcessTests
{
    [Fact]
    public async Task A_second_service_on_the_same_file_does_not_start_and_says_why()
    {
        await using var first = await RunningBot.StartAsync();
        await using var second = AiActBotApplication.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0", "--Storage:DataDirectory", first.Database.DataDirectory, "--Logging:LogLevel:Default", "None"]);

        var refused = await Assert.ThrowsAsync<DataInUseException>(() => AiActBotApplication.StartAsync(second));

        Assert.Contains(first.Database.DataDirectory, refused.Message, StringComparison.Ordinal);
        await first.RestartAsync();
        Assert.Contains("Wat kan ik voor je doen", (await first.Person("Sanne").AsksForCardAsync("hulp")).Text, StringComparison.Ordinal);
    }
}
