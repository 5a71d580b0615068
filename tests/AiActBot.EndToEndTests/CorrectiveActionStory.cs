using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.EndToEndTests.Drivers;
using AiActBot.EndToEndTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace AiActBot.EndToEndTests;

/// <summary>The story for which the product exists, told once in each language.</summary>
[Collection(InChromium.Name)]
public sealed class CorrectiveActionStory(Chromium chromium)
{
    private const string Distributor = "MedTrade Distribution";
    private const string Deployer = "Ziekenhuis Noord";

    [SkippableTheory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task From_a_triaged_system_to_a_closed_case_with_everybody_told(Language language)
    {
        var words = new Words(language);
        await using var story = await TryOut.BeginAsync(chromium, language, $"story-{language}");

        await EverybodyIsWelcomedOnceAsync(story, words);
        await PieterTriagesAndRegistersASystemAsync(story, words, language);
        await PieterAddsTheSupplyChainAsync(story, words);
        await SanneReportsItAsync(story, words);
        await PieterSendsItBackAndThenApprovesAsync(story, words);
        await DirkAcknowledgesInTeamsAsync(story, words);
        var link = await TheDeployerReadsTheMailAsync(story, words);
        await NoorIsRemindedOnceAsync(story, words);
        await TheDeployerAcknowledgesAsync(story, words, link);
        await PieterCarriesOutAndNoorClosesAsync(story, words);

        var audit = await story.Application.VerifyAuditTrailAsync();
        Assert.True(audit.Holds, audit.Fault);
        story.ShouldHaveGoneWell();
    }

    private static async Task EverybodyIsWelcomedOnceAsync(TryOut story, Words words)
    {
        await story.Sanne.HearsTimesAsync(words.Welcome, 1);
        await story.Sanne.SeesCardAsync(words.Help);
        await story.PictureAsync("sanne-welcome");

        await story.Page.ReloadAsync();
        await story.Sanne.SeesCardAsync(words.Help);
        await story.Sanne.HearsTimesAsync(words.Welcome, 1);

        await story.Dirk.HearsTimesAsync(words.Welcome, 1);
        await story.Noor.HearsTimesAsync(words.Welcome, 1);
        await story.Pieter.HearsTimesAsync(words.Welcome, 1);
    }

    // Whether the organisation is established outside the Union, Pieter does not know.
    private static readonly Dictionary<string, string> RanksApplicants = new()
    {
        ["special-purpose"] = "none",
        ["open-source"] = "no",
        ["activities"] = "supplies",
        ["practices"] = "none",
        ["product-law"] = "no",
        ["areas"] = "employment",
        ["employment-use"] = "recruitment",
        ["profiling"] = "yes",
        ["contact"] = "none",
        ["on-market"] = "later",
        ["size"] = "larger",
    };

    private static async Task PieterTriagesAndRegistersASystemAsync(TryOut story, Words words, Language language)
    {
        await story.Pieter.TypesAsync("triage");
        var start = await story.Pieter.SeesCardAsync(words.WhatIsItCalled);
        await start.PressesAsync(words.Begin);
        await start.SaysAsync(words.NameMissing);
        await start.FillsInAsync(words.WhatIsItCalled, words.SystemName);
        await start.FillsInAsync(words.WhatDoesItDo, words.SystemDescription);
        await story.PictureAsync("pieter-starts-triage");
        await start.PressesAsync(words.Begin);

        var interview = new Interview(story.Pieter, story.Application.Service<RuleBook>(), language);
        await interview.AnswersAsync("subject", "system");
        await interview.AnswersAsync("technique", "infers");
        await interview.AnswersAsync("union-link", "output");
        // That was the wrong one: back to it.
        await interview.GoesBackAsync(fromQuestionId: interview.Next);
        await interview.AnswersAsync("union-link", "market");
        await interview.AnswersTheRestAsync(RanksApplicants, asked => asked == "outside-union" ? story.PictureAsync("pieter-is-asked-yes-or-no") : Task.CompletedTask);

        var outcome = await story.Pieter.SeesCardAsync(words.Outcome);
        await outcome.SaysAsync(words.HighRiskUnderAnnexIII);
        await outcome.SaysAsync(words.NotCertainYet);
        await outcome.SaysAsync(interview.TextOf("outside-union"));
        await story.PictureAsync("pieter-sees-the-outcome");
        await outcome.PressesAsync(words.SaveToTheRegister);
        await story.Pieter.SeesCardAsync(words.Parties);
        await story.PictureAsync("pieter-registered-the-system");
    }

    private static async Task PieterAddsTheSupplyChainAsync(TryOut story, Words words)
    {
        var system = await story.Pieter.SeesCardAsync(words.Parties);
        var message = await system.MessageIdAsync();

        await system.FillsInAsync(words, new PartyToAdd(words.Distributor, Distributor, "Dirk Vermeer", InTeamsAs: "Dirk Vermeer"));
        await story.PictureAsync("pieter-adds-a-party");
        await system.PressesAsync(words.Add);
        await system.SaysAsync($"{Distributor}, {words.Distributor.ToLowerInvariant()}: Dirk Vermeer");

        await system.FillsInAsync(words, new PartyToAdd(words.Deployer, Deployer, "Amira Haddad"));
        await system.PressesAsync(words.Add);
        await system.SaysAsync($"{Deployer}, {words.Deployer.ToLowerInvariant()}: Amira Haddad, {PartyToAdd.Mail}");
        await story.PictureAsync("pieter-added-the-supply-chain");

        Assert.Equal(message, await system.MessageIdAsync());
    }

    private static async Task SanneReportsItAsync(TryOut story, Words words)
    {
        await story.Noor.OpensTheChatAsync();
        await story.Noor.HasNothingUnreadAsync();

        await story.Sanne.TypesAsync(words.Report);
        var form = await story.Sanne.SeesCardAsync(words.ReportTitle);
        await form.ChoosesFromListAsync(words.WhichSystem, words.SystemName);
        await form.ChoosesFromListAsync(words.WhichAction, words.Disable);
        await form.FillsInAsync(words.WhatShouldBeDone, words.FirstProposal);
        await form.PressesAsync(words.Submit);
        await form.SaysAsync(words.WriteWhatYouSaw);
        await form.HasFilledInAsync(words.WhatShouldBeDone, words.FirstProposal);
        await story.PictureAsync("sanne-left-something-out");

        await form.FillsInAsync(words.WhatDidYouSee, words.Seen);
        await form.PressesAsync(words.Submit);
        await story.Sanne.SeesCardAsync(words.Submitted);
        await story.Noor.HasUnreadAsync(1);
        await story.Pieter.HasUnreadAsync(1);
        await story.PictureAsync("sanne-reported");

        var hers = await story.Sanne.SeesCardAsync(words.AwaitingApproval);
        await hers.SaysAsync(words.SystemName);
        await hers.DoesNotOfferAsync(words.Approve);
        var noors = await story.Noor.SeesCardAsync(words.AwaitingApproval);
        await noors.DoesNotOfferAsync(words.Approve);
        await story.PictureAsync("noor-sees-the-case");
    }

    private static async Task PieterSendsItBackAndThenApprovesAsync(TryOut story, Words words)
    {
        var asked = await story.Pieter.SeesCardAsync(words.AwaitingApproval);
        await story.Pieter.HasNothingUnreadAsync();
        var message = await asked.MessageIdAsync();
        await story.PictureAsync("pieter-is-asked");
        await asked.FillsInAsync(words.Comment, words.WhatIsMissing);
        await asked.PressesAsync(words.SendBack);
        var sentBack = await story.Pieter.SeesCardAsync(words.SentBackByPieter);
        await sentBack.DoesNotOfferAsync(words.Approve);
        Assert.Equal(message, await sentBack.MessageIdAsync());

        var hers = await story.Sanne.SeesCardAsync(words.SentBackByPieter);
        await hers.SaysAsync(words.WhatIsMissing);
        await hers.HasFilledInAsync(words.WhatDoYouProposeNow, words.FirstProposal);
        await hers.FillsInAsync(words.WhatDoYouProposeNow, words.SecondProposal);
        await story.PictureAsync("sanne-got-it-back");
        await hers.PressesAsync(words.SubmitAgain);
        await story.Sanne.SeesCardAsync(words.AwaitingApproval);

        var again = await story.Pieter.SeesCardAsync(words.AwaitingApproval);
        await again.SaysAsync(words.SecondProposal);
        await again.PressesAsync(words.SeeTheMessages);
        await Expect(again.Text(words.DearAmira)).ToBeVisibleAsync();
        await story.PictureAsync("pieter-sees-the-messages");
        await again.PressesAsync(words.Approve);
        var approved = await story.Pieter.SeesCardAsync(words.BeingCarriedOut);
        Assert.Equal(message, await approved.MessageIdAsync());
        await story.Pieter.SeesCardsAsync(words.SecondProposal, 1);
        await approved.DoesNotOfferAsync(words.Approve);
        await story.PictureAsync("pieter-approved");
    }

    private static async Task DirkAcknowledgesInTeamsAsync(TryOut story, Words words)
    {
        var notice = await story.Dirk.SeesCardAsync(words.NoticeSubject);
        await notice.SaysAsync(words.SecondProposal);
        await story.PictureAsync("dirk-is-told");
        await notice.PressesAsync(words.IHaveReceivedThis);
        await notice.SaysAsync(words.ReceiptConfirmed);
        await notice.DoesNotOfferAsync(words.IHaveReceivedThis);
        await story.PictureAsync("dirk-acknowledged");

        var noors = await story.Noor.SeesCardAsync(words.NoticesAcknowledged(1, 2));
        await noors.SaysAsync(words.Acknowledged(Distributor, words.Distributor));
        await noors.SaysAsync(words.Sent(Deployer, words.Deployer));
        await noors.SaysAsync(words.NotAcknowledgedYet);
        await story.PictureAsync("noor-sees-who-acknowledged");
    }

    /// <returns>The page behind the link, where nothing was pressed yet.</returns>
    private static async Task<AcknowledgementOnScreen> TheDeployerReadsTheMailAsync(TryOut story, Words words)
    {
        var mail = await story.Dirk.ReadsMailAsync(words.NoticeSubject);
        await mail.IsAboutAsync(words.SystemName);
        await mail.SaysAsync(words.DearAmira);
        await mail.SaysAsync(words.ConfirmWithThisLink);
        await story.PictureAsync("the-deployers-mail");
        var link = await mail.FollowsTheLinkAsync();
        await link.SaysAsync(words.SecondProposal);
        await Expect(link.ButtonCalled(words.IHaveReceivedThis)).ToBeVisibleAsync();
        await story.Screenshots.TakeAsync(link.Page, "the-page-behind-the-link");
        return link;
    }

    private static async Task NoorIsRemindedOnceAsync(TryOut story, Words words)
    {
        await story.Noor.SeesCardsAsync(words.ReminderTitle, 0);
        await story.RestartAsync(remindAfter: TimeSpan.FromSeconds(1));
        var reminder = await story.Noor.SeesCardAsync(words.ReminderTitle);
        await reminder.SaysAsync(Deployer);
        await story.PictureAsync("noor-is-reminded");

        await story.RestartAsync(remindAfter: TimeSpan.FromSeconds(1));
        Assert.Equal(0, await story.Application.GiveDueRemindersAsync());
        await story.Noor.SeesCardAsync(words.ReminderTitle);
        await story.Noor.SeesCardsAsync(words.ReminderTitle, 1);
    }

    private static async Task TheDeployerAcknowledgesAsync(TryOut story, Words words, AcknowledgementOnScreen link)
    {
        await link.PressesAsync(words.IHaveReceivedThis);
        await link.SaysAsync(words.ReceiptConfirmed);
        await Expect(link.ButtonCalled(words.IHaveReceivedThis)).ToHaveCountAsync(0);
        await story.Screenshots.TakeAsync(link.Page, "the-deployer-acknowledged");
        await link.Page.CloseAsync();

        foreach (var person in new[] { story.Noor, story.Pieter })
        {
            var theirs = await person.SeesCardAsync(words.NoticesAcknowledged(2, 2));
            await theirs.SaysAsync(words.Acknowledged(Distributor, words.Distributor));
            await theirs.SaysAsync(words.Acknowledged(Deployer, words.Deployer));
            await theirs.DoesNotSayAsync(words.NotAcknowledgedYet);
        }

        await story.PictureAsync("pieter-sees-that-all-acknowledged");
    }

    private static async Task PieterCarriesOutAndNoorClosesAsync(TryOut story, Words words)
    {
        var pieters = await story.Pieter.SeesCardAsync(words.BeingCarriedOut);
        await pieters.FillsInAsync(words.WhyAStepWasNotNeeded, words.FirstProposal);
        await pieters.PressesAsync(words.ActionCarriedOut);
        await story.Pieter.SeesCardAsync(words.BeingVerified);

        var noors = await story.Noor.SeesCardAsync(words.BeingVerified);
        await story.PictureAsync("noor-verifies");
        await noors.PressesAsync(words.CloseTheCase);
        var closed = await story.Noor.SeesCardAsync(words.Closed);
        await closed.DoesNotOfferAsync(words.CloseTheCase);
        await story.PictureAsync("noor-closed");
        await story.Sanne.SeesCardAsync(words.Closed);
        await story.Pieter.SeesCardAsync(words.Closed);
        await story.PictureAsync("pieter-sees-it-closed");
    }
}
