using AiActBot.Compliance;
using AiActBot.EndToEndTests.Drivers;
using Microsoft.Playwright;

namespace AiActBot.EndToEndTests.Infrastructure;

/// <summary>
/// Somebody at their own machine who tries the product: the application, a browser, and the people they play. At the end
/// nothing strange may have happened on a page, and nothing may have gone wrong in the application.
/// </summary>
internal sealed class TryOut : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private TryOut(RunningApplication application, IBrowserContext context, IPage page, string story)
    {
        Application = application;
        this.context = context;
        Page = page;
        Watch = new PageWatch(context);
        Screenshots = new Screenshots(story);
        Sanne = new Player(page, "staff");
        Pieter = new Player(page, "project-leader");
        Noor = new Player(page, "compliance-officer");
        Dirk = new Player(page, "distributor");
    }

    public RunningApplication Application { get; }

    public IPage Page { get; }

    public PageWatch Watch { get; }

    public Screenshots Screenshots { get; }

    /// <summary>A staff member.</summary>
    public Player Sanne { get; }

    /// <summary>The project leader, to whom triaged systems belong.</summary>
    public Player Pieter { get; }

    /// <summary>The compliance officer.</summary>
    public Player Noor { get; }

    /// <summary>The contact of a distributor.</summary>
    public Player Dirk { get; }

    public static async Task<TryOut> BeginAsync(
        Chromium chromium, Language language, string story, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language == Language.Dutch ? "nl-NL" : "en-GB",
            TimezoneId = "Europe/Amsterdam",
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        var application = new RunningApplication();
        await application.StartAsync();
        var tryOut = new TryOut(application, context, await context.NewPageAsync(), story);
        await tryOut.Page.GotoAsync(application.Address.ToString());
        return tryOut;
    }

    public Task PictureAsync(string name) => Screenshots.TakeAsync(Page, name);

    /// <summary>Stops the application and starts it on the same data; the page finds it back by itself.</summary>
    public async Task RestartAsync(TimeSpan remindAfter)
    {
        Watch.ServerGoesAway = true;
        await Application.StopAsync();
        var connection = Page.GetByTestId("connection");
        await Assertions.Expect(connection).Not.ToBeEmptyAsync();
        await Application.StartAsync(remindAfter);
        await Assertions.Expect(connection).ToBeEmptyAsync();
    }

    public void ShouldHaveGoneWell()
    {
        Assert.Empty(Watch.Strange);
        Assert.True(Application.Errors.Count == 0, string.Join('\n', Application.Errors));
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await Application.DisposeAsync();
    }
}
