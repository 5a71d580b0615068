using AiActBot.Compliance;
using AiActBot.EndToEndTests.Drivers;
using AiActBot.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AiActBot.EndToEndTests;

/// <summary>The page on a phone and on a wide screen, by day and by night.</summary>
[Collection(InChromium.Name)]
public sealed class Layout(Chromium chromium)
{
    /// <summary>Elements that stick out of the page, or hold more than they show across.</summary>
    private const string TooWide = """
        () => [document.documentElement, ...document.querySelectorAll('[data-testid=log], [data-testid=card], [data-testid=mailbox], .composer, .bar')]
          .filter(element => element.scrollWidth > element.clientWidth + 1)
          .map(element => `${element.dataset.testid ?? element.className}: ${element.scrollWidth} in ${element.clientWidth}`)
        """;

    /// <summary>Text that stands out from its ground by less than WCAG AA asks: 4.5 to 1, or 3 to 1 when large.</summary>
    internal const string TooFaint = """
        () => {
          const parse = text => (text.match(/[\d.]+/g) ?? []).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = element => {
            for (; element; element = element.parentElement) {
              const colour = parse(getComputedStyle(element).backgroundColor);
              if (colour.length === 3 || colour[3] === 1) return colour;
            }
            return [255, 255, 255];
          };
          const faint = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true })
              || element.closest('.visually-hidden, .skip, [hidden], option')) continue;
            const style = getComputedStyle(element);
            const [one, other] = [light(parse(style.color)), light(ground(element))].sort((a, b) => b - a);
            const ratio = (one + 0.05) / (other + 0.05);
            const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
            if (ratio < (isLarge ? 3 : 4.5)) faint.add(`${walker.currentNode.data.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
          }
          return [...faint];
        }
        """;

    [SkippableTheory]
    [InlineData(Language.Dutch, 360, ColorScheme.Light)]
    [InlineData(Language.English, 360, ColorScheme.Dark)]
    [InlineData(Language.English, 1440, ColorScheme.Light)]
    [InlineData(Language.Dutch, 1440, ColorScheme.Dark)]
    public async Task Nothing_scrolls_sideways_on_a_phone_or_on_a_wide_screen(Language language, int width, ColorScheme scheme)
    {
        var words = new Words(language);
        var name = $"layout-{width}-{scheme}";
        await using var story = await TryOut.BeginAsync(chromium, language, name, width, height: 780, scheme);
        await story.Sanne.SeesCardAsync(words.Help);
        await Expect(story.Page.Locator("html")).ToHaveAttributeAsync("data-theme", scheme == ColorScheme.Dark ? "dark" : "light");
        await LooksWellAsync(story, "welcome");

        await story.Sanne.TypesAsync(words.Report);
        await story.Sanne.SeesCardAsync(words.ReportTitle);
        await LooksWellAsync(story, "report");

        await story.Pieter.TypesAsync(words.Systems);
        var register = await story.Pieter.SeesCardAsync(words.Register);
        await register.ButtonStarting("TalentScan").ClickAsync();
        var system = await story.Pieter.SeesCardAsync(words.Parties);
        await system.PressesAsync(words.AddAParty);
        await LooksWellAsync(story, "system");

        await story.Dirk.OpensTheMailboxAsync();
        await Expect(story.Page.GetByText(words.NoMailYet)).ToBeVisibleAsync();
        await LooksWellAsync(story, "mailbox");
        story.ShouldHaveGoneWell();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_text_stands_out_from_its_ground(ColorScheme scheme)
    {
        await using var story = await TryOut.BeginAsync(chromium, Language.Dutch, $"contrast-{scheme}", scheme: scheme);
        await ShowsAFormWithAnErrorAsync(story);
        await story.Page.GetByTestId("composer").HoverAsync();
        await story.PictureAsync("a-form-with-an-error");
        Assert.Empty(await story.Page.EvaluateAsync<string[]>(TooFaint));
        story.ShouldHaveGoneWell();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_button_under_the_pointer_can_still_be_read(ColorScheme scheme)
    {
        await using var story = await TryOut.BeginAsync(chromium, Language.Dutch, $"pointer-{scheme}", scheme: scheme);
        var form = await ShowsAFormWithAnErrorAsync(story);
        await form.ButtonCalled(new Words(Language.Dutch).Submit).HoverAsync();
        await story.PictureAsync("a-button-under-the-pointer");
        Assert.Empty(await story.Page.EvaluateAsync<string[]>(TooFaint));
        story.ShouldHaveGoneWell();
    }

    [SkippableFact]
    public async Task The_theme_and_the_language_that_somebody_chooses_stay_after_a_reload()
    {
        await using var story = await TryOut.BeginAsync(chromium, Language.Dutch, "layout-choices");
        await story.Sanne.SeesCardAsync(new Words(Language.Dutch).Help);
        await story.Page.GetByTestId("theme-toggle").ClickAsync();
        await story.Page.GetByTestId("language-en").ClickAsync();
        await story.Page.ReloadAsync();

        await Expect(story.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(story.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await story.Sanne.TypesAsync("help");
        await story.Sanne.SeesCardAsync(new Words(Language.English).Help);
        await story.PictureAsync("dark-and-english");
        story.ShouldHaveGoneWell();
    }

    private static async Task<CardOnScreen> ShowsAFormWithAnErrorAsync(TryOut story)
    {
        var words = new Words(Language.Dutch);
        await story.Sanne.TypesAsync(words.Report);
        var form = await story.Sanne.SeesCardAsync(words.ReportTitle);
        await form.PressesAsync(words.Submit);
        await form.SaysAsync(words.WriteWhatYouSaw);
        return form;
    }

    private static async Task LooksWellAsync(TryOut story, string picture)
    {
        await story.PictureAsync(picture);
        Assert.Empty(await story.Page.EvaluateAsync<string[]>(TooWide));
    }
}
