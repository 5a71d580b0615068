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

    /// <summary>SQLite takes the files beside a database away when the last connection is closed.</summary>
    [Fact]
    public async Task A_service_that_ended_has_let_go_of_its_databases()
    {
        var folder = Directory.CreateTempSubdirectory("aiactbot-").FullName;
        await using (var app = AiActBotApplication.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0", "--Storage:DataDirectory", folder, "--Logging:LogLevel:Default", "None"]))
        {
            await AiActBotApplication.StartAsync(app);
            Assert.True(File.Exists(Path.Combine(folder, "aiactbot.db-wal")));
            await app.StopAsync();
        }

        Assert.Equal(["aiactbot.db", "local-chat.db"], Directory.GetFiles(folder, "*.db*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Directory.Delete(folder, recursive: true);
    }
}
