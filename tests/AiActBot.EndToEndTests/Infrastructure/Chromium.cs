using Microsoft.Playwright;

namespace AiActBot.EndToEndTests.Infrastructure;

/// <summary>One Chromium for all tests: the one that <c>AIACTBOT_TEST_CHROMIUM</c> names, or that of the distribution.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string PathVariable = "AIACTBOT_TEST_CHROMIUM";
    private const string DistributionPath = "/usr/bin/chromium";

    /// <summary>How long to wait for something that is about to appear, in milliseconds; only reached when it never does.</summary>
    private const float Patience = 20_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Find() is not { } path)
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    /// <summary>A browser profile of its own for one test. Skips the test, with the reason, where there is no Chromium.</summary>
    internal async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        Skip.If(browser is null, $"No Chromium: install it at {DistributionPath}, or name one in {PathVariable}.");
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named ? named
        : File.Exists(DistributionPath) ? DistributionPath : null;
}

/// <summary>The tests share one browser and take turns: two browsers at once are slower than one on a small machine.</summary>
[CollectionDefinition(Name)]
public sealed class InChromium : ICollectionFixture<Chromium>
{
    public const string Name = "In Chromium";
}
