using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AiActBot.EndToEndTests.Drivers;

/// <summary>A mail that is open in the mailbox view.</summary>
internal sealed class MailOnScreen(IPage page)
{
    public Task SaysAsync(string text) => Expect(page.GetByTestId("mail-text")).ToContainTextAsync(text);

    public Task IsAboutAsync(string subject) => Expect(page.GetByTestId("mail-subject")).ToContainTextAsync(subject);

    /// <summary>Follows the link to acknowledge, which opens in a tab of its own.</summary>
    public async Task<AcknowledgementOnScreen> FollowsTheLinkAsync() =>
        new(await page.Context.RunAndWaitForPageAsync(() =>
            page.GetByTestId("mail-text").GetByRole(AriaRole.Link).Filter(new() { HasText = "/acknowledge/" }).ClickAsync()));
}

/// <summary>The page behind the link in a mail.</summary>
internal sealed class AcknowledgementOnScreen(IPage page)
{
    public IPage Page { get; } = page;

    public Task SaysAsync(string text) => Expect(Page.Locator("main")).ToContainTextAsync(text);

    public ILocator ButtonCalled(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });

    public Task PressesAsync(string button) => ButtonCalled(button).ClickAsync();
}
