namespace AiActBot.Tests.Infrastructure;

/// <summary>One running bot for all tests of a class: for those that leave nothing behind that another would see.</summary>
public sealed class OneBot : IAsyncLifetime
{
    public RunningBot Bot { get; private set; } = null!;

    public async Task InitializeAsync() => Bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await Bot.DisposeAsync();
}
