using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AiActBot.EndToEndTests.Drivers;

/// <summary>A person of the local chat, played at the page. Whatever they do, they first become the one who is shown.</summary>
internal sealed class Player(IPage page, string key)
{
    private ILocator Button => page.GetByTestId($"person-{key}");

    /// <summary>How much this person has not seen yet; readable while somebody else is played.</summary>
    private ILocator Badge => page.GetByTestId($"unread-{key}");

    public async Task OpensTheChatAsync()
    {
        await BecomesAsync();
        await LooksAtAsync("tab-chat");
        await Expect(page.GetByTestId("chat")).ToBeVisibleAsync();
    }

    public async Task TypesAsync(string text)
    {
        await OpensTheChatAsync();
        await page.GetByTestId("composer").FillAsync(text);
        await page.GetByTestId("send").ClickAsync();
        await Expect(Messages("person").Last).ToContainTextAsync(text.Trim());
    }

    /// <summary>The newest card in this person's chat that says this.</summary>
    public async Task<CardOnScreen> SeesCardAsync(string saying)
    {
        await OpensTheChatAsync();
        var card = new CardOnScreen(Cards(saying).Last);
        await card.SaysAsync(saying);
        return card;
    }

    public async Task SeesCardsAsync(string saying, int count)
    {
        await OpensTheChatAsync();
        await Expect(Cards(saying)).ToHaveCountAsync(count);
    }

    public async Task HearsTimesAsync(string text, int times)
    {
        await OpensTheChatAsync();
        await Expect(Messages("bot").Filter(new() { HasText = text })).ToHaveCountAsync(times);
    }

    /// <summary>The bot's message that follows on this person's own.</summary>
    public async Task<ILocator> HearsTheAnswerToAsync(string text)
    {
        await OpensTheChatAsync();
        var asked = Messages("person").Filter(new() { HasText = text }).Last;
        var answer = asked.Locator("xpath=following-sibling::*[@data-from='bot'][1]");
        await Expect(answer).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Expect(answer).ToBeVisibleAsync();
        return answer;
    }

    public Task HasUnreadAsync(int count) => Expect(Badge.Locator("[aria-hidden]")).ToHaveTextAsync($"{count}");

    public Task HasNothingUnreadAsync() => Expect(Badge).ToBeHiddenAsync();

    public async Task OpensTheMailboxAsync()
    {
        await BecomesAsync();
        await LooksAtAsync("tab-mail");
        await Expect(page.GetByTestId("mailbox")).ToBeVisibleAsync();
    }

    public async Task<MailOnScreen> ReadsMailAsync(string subject)
    {
        await OpensTheMailboxAsync();
        await page.GetByTestId("mail-item").Filter(new() { HasText = subject }).First.ClickAsync();
        return new MailOnScreen(page);
    }

    private async Task BecomesAsync()
    {
        // Choosing again who one already is draws the conversation anew, and with it what was filled in.
        if (await Button.GetAttributeAsync("aria-current") == "true")
            return;
        await Button.ClickAsync();
        await Expect(Button).ToHaveAttributeAsync("aria-current", "true");
    }

    private async Task LooksAtAsync(string tab)
    {
        if (await page.GetByTestId(tab).GetAttributeAsync("aria-selected") != "true")
            await page.GetByTestId(tab).ClickAsync();
    }

    private ILocator Messages(string from) => page.Locator($"[data-testid=message][data-from={from}]");

    private ILocator Cards(string saying) => page.GetByTestId("card").Filter(new() { HasText = saying });
}
