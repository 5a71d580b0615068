using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AiActBot.EndToEndTests.Drivers;

/// <summary>A card as its reader meets it: by what it says, its labels and its buttons.</summary>
internal sealed class CardOnScreen(ILocator card)
{
    public ILocator Whole { get; } = card;

    public Task SaysAsync(string text) => Expect(Whole).ToContainTextAsync(text);

    /// <summary>As it reads on the screen: where one line ends another begins.</summary>
    public Task ReadsAsync(string text) => Expect(Whole).ToContainTextAsync(text, new() { UseInnerText = true });

    public Task DoesNotSayAsync(string text) => Expect(Whole).Not.ToContainTextAsync(text);

    public ILocator Text(string text) => Whole.GetByText(text);

    /// <summary>By how its label begins: after it comes the mark of what is required, and another label may end in the same words.</summary>
    public ILocator Field(string label) => Whole.GetByLabel(new Regex($"^\\s*{Regex.Escape(label)}"));

    public Task FillsInAsync(string label, string text) => Field(label).FillAsync(text);

    public Task HasFilledInAsync(string label, string text) => Expect(Field(label)).ToHaveValueAsync(text);

    public Task ChoosesFromListAsync(string label, string option) =>
        Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Ticks a box or a round one.</summary>
    public Task TicksAsync(string choice) => Whole.GetByLabel(choice, new() { Exact = true }).CheckAsync();

    public Task PressesAsync(string button) => ButtonCalled(button).ClickAsync();

    public ILocator ButtonCalled(string button) => Whole.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });

    public ILocator ButtonStarting(string words) => Whole.GetByRole(AriaRole.Button, new() { Name = words });

    public Task DoesNotOfferAsync(string button) => Expect(ButtonCalled(button)).ToHaveCountAsync(0);

    /// <summary>The message that the card stands in: the same id before and after means replaced in place.</summary>
    public async Task<string> MessageIdAsync() =>
        await Whole.Locator("xpath=ancestor::*[@data-activity]").GetAttributeAsync("data-activity")
        ?? throw new InvalidOperationException("A card stands in a message.");
}
