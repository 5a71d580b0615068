using System.Globalization;
using System.Text.Json;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AiActBot.EndToEndTests;

/// <summary>Every card of the product as people see it: on a phone and on a wide screen, by day, by night and in high contrast.</summary>
[Collection(InChromium.Name)]
public sealed class CardGallery(Chromium chromium)
{
    /// <summary>What can be seen of a card is all of it, and there is something to see.</summary>
    private const string Faults = """
        () => [...document.querySelectorAll('[data-testid=card]')].flatMap(card => {
          const name = card.dataset.name;
          const faults = [];
          if (!card.querySelector('.ac-adaptiveCard') || card.innerText.trim().length < 10) faults.push(`${name}: is empty`);
          if (!card.getAttribute('aria-label')?.trim()) faults.push(`${name}: has no summary`);
          if (card.scrollWidth > card.clientWidth + 1) faults.push(`${name}: ${card.scrollWidth} in ${card.clientWidth}`);
          const frame = card.getBoundingClientRect();
          for (const element of card.querySelectorAll('*')) {
            const box = element.getBoundingClientRect();
            const style = getComputedStyle(element);
            if (box.width === 0 || !element.checkVisibility() || element.closest('option')) continue;
            if (box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 1)
              faults.push(`${name}: ${element.className || element.tagName} sticks out`);
            if (element.matches('.ac-textBlock, .ac-textRun, .ac-pushButton, .ac-pushButton *, label, p')
              && (element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline' && style.overflow !== 'visible' || style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth))
              faults.push(`${name}: '${element.innerText.slice(0, 40)}' is cut off`);
            if (element.tagName === 'IMG' && !element.getAttribute('alt')) faults.push(`${name}: an image without words`);
          }
          return faults;
        }).slice(0, 40)
        """;

    private static readonly string[] Signs = ["✓", "⚠", "✗", "●"];

    [SkippableTheory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task Every_card_can_be_read_whole_by_day_by_night_and_in_high_contrast(Language language)
    {
        await using var story = await TryOut.BeginAsync(chromium, language, $"cards-{language}");
        // Each theme is pictured once, the light one on both.
        foreach (var (theme, width, isPictured) in new[]
        {
            ("light", 360, true), ("light", 1024, true), ("dark", 360, false), ("dark", 1024, true), ("contrast", 360, true), ("contrast", 1024, false),
        })
        {
            await story.Page.SetViewportSizeAsync(width, 900);
            await story.Page.GotoAsync(new Uri(story.Application.Address, $"/cards?language={CodeOf(language)}&theme={theme}&width={width}&details=open").ToString());
            await Expect(story.Page.Locator("body")).ToHaveAttributeAsync("data-ready", "true");
            await Expect(story.Page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
            Assert.Empty(await story.Page.EvaluateAsync<string[]>(Faults));
            Assert.Empty(await story.Page.EvaluateAsync<string[]>(Layout.TooFaint));
            if (isPictured)
                await PictureSheetsAsync(story, $"{theme}-{width}");
        }

        story.ShouldHaveGoneWell();
    }

    [SkippableTheory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task Every_card_is_small_and_says_nothing_by_colour_alone(Language language)
    {
        await using var story = await TryOut.BeginAsync(chromium, language, $"cards-data-{language}");
        var answer = await story.Page.APIRequest.GetAsync(new Uri(story.Application.Address, $"/local/api/cards?language={CodeOf(language)}").ToString());
        var cards = (await answer.JsonAsync())!.Value.EnumerateArray().ToList();

        Assert.True(cards.Count > 80, $"Only {cards.Count} cards.");
        foreach (var card in cards)
        {
            var name = card.GetProperty("name").GetString();
            Assert.True(card.GetProperty("bytes").GetInt32() <= AdaptiveCard.MaxSizeInBytes, $"{name} is too large.");
            Assert.False(string.IsNullOrWhiteSpace(card.GetProperty("summary").GetString()), $"{name} has no summary.");
            foreach (var coloured in Coloured(card.GetProperty("card")))
                Assert.True(Signs.Any(sign => coloured.StartsWith(sign, StringComparison.Ordinal)), $"{name} says by colour alone: {coloured}");
        }
    }

    [SkippableFact]
    public async Task Somebody_chooses_what_to_look_at()
    {
        await using var story = await TryOut.BeginAsync(chromium, Language.English, "cards-choices");
        await story.Page.GotoAsync(new Uri(story.Application.Address, "/cards").ToString());
        await Expect(story.Page.Locator("body")).ToHaveAttributeAsync("data-ready", "true");
        await story.Page.GetByTestId("gallery-language").SelectOptionAsync("en");
        await story.Page.GetByTestId("gallery-theme").SelectOptionAsync("contrast");
        await story.Page.GetByTestId("gallery-width").SelectOptionAsync("360");
        await Expect(story.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(story.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "contrast");
        await Expect(story.Page.GetByTestId("gallery")).ToHaveCSSAsync("max-width", "336px");
        story.ShouldHaveGoneWell();
    }

    private static async Task PictureSheetsAsync(TryOut story, string name)
    {
        var sheets = story.Page.GetByTestId("sheet");
        for (var i = 0; i < await sheets.CountAsync(); i++)
        {
            // A browser draws all of a page to take a picture of a part of it.
            await story.Page.GetByTestId("gallery-sheet").SelectOptionAsync(new SelectOptionValue { Value = i.ToString(CultureInfo.InvariantCulture) });
            await story.Screenshots.TakeAsync(sheets.Nth(i), name);
        }
    }

    private static string CodeOf(Language language) => language == Language.Dutch ? "nl" : "en";

    /// <summary>The words of what stands out by its colour for good, for caution or for danger.</summary>
    private static IEnumerable<string> Coloured(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => (IsColoured(node) ? [FirstText(node)] : Array.Empty<string>()).Concat(node.EnumerateObject().SelectMany(property => Coloured(property.Value))),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Coloured),
        _ => [],
    };

    private static bool IsColoured(JsonElement node) => new[] { ("TextBlock", "color"), ("Container", "style") }.Any(kind =>
        node.TryGetProperty("type", out var type) && type.GetString() == kind.Item1
        && node.TryGetProperty(kind.Item2, out var colour) && colour.GetString() is "good" or "warning" or "attention");

    private static string FirstText(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object when node.TryGetProperty("text", out var text) => text.GetString()!,
        JsonValueKind.Object => node.EnumerateObject().Select(property => FirstText(property.Value)).FirstOrDefault(text => text.Length > 0) ?? "",
        JsonValueKind.Array => node.EnumerateArray().Select(FirstText).FirstOrDefault(text => text.Length > 0) ?? "",
        _ => "",
    };
}
