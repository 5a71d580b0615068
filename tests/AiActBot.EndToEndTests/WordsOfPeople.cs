using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.EndToEndTests.Drivers;
using AiActBot.EndToEndTests.Infrastructure;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AiActBot.EndToEndTests;

/// <summary>What a person writes is shown to others as they wrote it, and does nothing, wherever it turns up.</summary>
[Collection(InChromium.Name)]
public sealed class WordsOfPeople(Chromium chromium)
{
    private const string Name = "Zeef <img src=x onerror=alert(1)>";
    private const string Description = "[lees](javascript:alert(2)) en ![kijk](http://elders.example/x.png)";
    private const string Organisation = "<b onmouseover=alert(3)>Vet</b> & Zoon";
    private const string Contact = "[Jan](https://elders.example)";
    private const string Seen = "<script>alert(4)</script> [klik](javascript:alert(5))";
    private const string ToBeDone = "**uitzetten** <a href=\"javascript:alert(6)\">hier</a>";

    [SkippableFact]
    public async Task Markup_that_somebody_writes_is_text_in_the_chat_on_cards_in_mail_and_on_the_acknowledgement_page()
    {
        var words = new Words(Language.Dutch);
        await using var story = await TryOut.BeginAsync(chromium, Language.Dutch, "words-of-people");
        await story.Pieter.TypesAsync(Name + Description);
        await ShouldBeTextAsync(story.Page);

        await RegisterAsync(story, words);
        await IsHighRiskAsync(story);
        await ReportAndApproveAsync(story, words);
        await ReadAsync(story, words);
        story.ShouldHaveGoneWell();
    }

    private static async Task RegisterAsync(TryOut story, Words words)
    {
        await story.Pieter.BeginsTriageAsync(words, Name, Description);
        var interview = new Interview(story.Pieter, story.Application.Service<RuleBook>(), Language.Dutch);
        // The shortest way through: no AI system at all.
        await interview.AnswersAsync("subject", "system");
        await interview.AnswersAsync("technique", "fixed-rules");
        var outcome = await story.Pieter.SeesCardAsync(words.SaveToTheRegister);
        await outcome.SaysAsync(Name);
        await outcome.PressesAsync(words.SaveToTheRegister);

        var system = await story.Pieter.SeesCardAsync(words.Parties);
        await system.FillsInAsync(words, new PartyToAdd(words.Deployer, Organisation, Contact));
        await system.PressesAsync(words.Add);
        await system.SaysAsync($"{Organisation}, {words.Deployer.ToLowerInvariant()}: {Contact}");
        await system.SaysAsync(Name);
        await system.SaysAsync(Description);
        await story.PictureAsync("register");
        await ShouldBeTextAsync(story.Page);
    }

    /// <summary>As a longer interview would have found: outside the Act nobody would have to be told.</summary>
    private static async Task IsHighRiskAsync(TryOut story)
    {
        await using var scope = story.Application.Service<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AiActBotDbContext>();
        var system = await db.AiSystems.SingleAsync(s => s.Name == Name);
        (system.Roles, system.RiskClasses) = ([OperatorRole.Provider], [RiskClass.HighRisk]);
        await db.SaveChangesAsync();
    }

    private static async Task ReportAndApproveAsync(TryOut story, Words words)
    {
        await story.Sanne.TypesAsync(words.Report);
        var form = await story.Sanne.SeesCardAsync(words.ReportTitle);
        await form.FillsInAsync(words, new ReportToMake(Name, Seen, ToBeDone));
        await form.PressesAsync(words.Submit);
        await ShouldBeTextAsync(story.Page);

        var asked = await story.Pieter.SeesCardAsync(words.AwaitingApproval);
        foreach (var written in new[] { Name, Seen, ToBeDone, Organisation })
            await asked.SaysAsync(written);
        await asked.PressesAsync(words.SeeTheMessages);
        await asked.SaysAsync($"Geachte {Contact},");
        await story.PictureAsync("case");
        await ShouldBeTextAsync(story.Page);
        await asked.PressesAsync(words.Approve);
        await story.Pieter.SeesCardAsync(words.BeingCarriedOut);
    }

    private static async Task ReadAsync(TryOut story, Words words)
    {
        var mail = await story.Dirk.ReadsMailAsync(words.NoticeSubject);
        await mail.IsAboutAsync(Name);
        await mail.SaysAsync(Seen);
        await mail.SaysAsync(ToBeDone);
        await story.PictureAsync("mail");
        await ShouldBeTextAsync(story.Page);

        var link = await mail.FollowsTheLinkAsync();
        foreach (var written in new[] { Name, Seen, ToBeDone, Contact })
            await link.SaysAsync(written);
        await story.Screenshots.TakeAsync(link.Page, "acknowledgement");
        await ShouldBeTextAsync(link.Page);
    }

    private static async Task ShouldBeTextAsync(IPage page)
    {
        await Expect(page.Locator("img[src='x'], img[src*='elders'], [onerror], [onmouseover], a[href^='javascript' i]")).ToHaveCountAsync(0);
        await Expect(page.Locator("script:not([src='/local/app.js'])")).ToHaveCountAsync(0);
        // An address may become a link, as it does in Teams, but it never hides behind other words.
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('a[href*=elders]')].filter(a => !a.href.startsWith(a.textContent)).map(a => a.outerHTML)"));
    }
}
