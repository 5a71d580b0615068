using AiActBot.Compliance;
using AiActBot.EndToEndTests.Drivers;
using AiActBot.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AiActBot.EndToEndTests;

/// <summary>Everything can be reached and done without a mouse.</summary>
[Collection(InChromium.Name)]
public sealed class KeyboardOnly(Chromium chromium)
{
    /// <summary>More stops than there are on the way to anything.</summary>
    private const int MostStops = 60;

    [SkippableTheory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task A_message_is_sent_a_card_filled_in_and_its_button_pressed_by_keyboard(Language language)
    {
        var words = new Words(language);
        await using var story = await TryOut.BeginAsync(chromium, language, $"keyboard-{language}");
        var (page, keyboard) = (story.Page, story.Page.Keyboard);
        await Expect(page.GetByText(words.Help)).ToBeVisibleAsync();

        // The first stop of the page leads past everything to the message box.
        await keyboard.PressAsync("Tab");
        await Expect(page.Locator("a.skip")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("composer")).ToBeFocusedAsync();
        await keyboard.TypeAsync("triage");
        await keyboard.PressAsync("Enter");

        var card = new CardOnScreen(page.GetByTestId("card").Filter(new() { HasText = words.WhatIsItCalled }));
        await Expect(card.ButtonCalled(words.Begin)).ToBeVisibleAsync();
        await GoToAsync(page, "Shift+Tab", card.Field(words.WhatIsItCalled));
        await keyboard.TypeAsync(words.SystemName);
        await GoToAsync(page, "Tab", card.ButtonCalled(words.Begin));
        await story.PictureAsync("a-button-with-focus");
        await keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("card").Last).ToContainTextAsync(words.FirstQuestion);

        // The pressed button is gone with its card; the keyboard goes on from there and not from the top of the page.
        await GoToAsync(page, "Tab", page.GetByTestId("card").Last.GetByRole(AriaRole.Radio).First, atMost: 6);
        await keyboard.PressAsync("Space");
        await Expect(page.GetByTestId("card").Last.GetByRole(AriaRole.Radio).First).ToBeCheckedAsync();
        story.ShouldHaveGoneWell();
    }

    [SkippableFact]
    public async Task Another_person_is_chosen_with_the_arrow_keys()
    {
        var words = new Words(Language.Dutch);
        await using var story = await TryOut.BeginAsync(chromium, Language.Dutch, "keyboard-people");
        await Expect(story.Page.GetByText(words.Help)).ToBeVisibleAsync();

        await GoToAsync(story.Page, "Tab", story.Page.GetByTestId("person-staff"));
        await story.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(story.Page.GetByTestId("person-project-leader")).ToBeFocusedAsync();
        await story.Page.Keyboard.PressAsync("Enter");
        await Expect(story.Page.GetByTestId("person-project-leader")).ToHaveAttributeAsync("aria-current", "true");
        await story.Pieter.HearsTimesAsync(words.Welcome, 1);
        story.ShouldHaveGoneWell();
    }

    private static async Task GoToAsync(IPage page, string key, ILocator target, int atMost = MostStops)
    {
        for (var stop = 0; stop < atMost; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync(key);
        }

        await Expect(target).ToBeFocusedAsync();
    }
}
