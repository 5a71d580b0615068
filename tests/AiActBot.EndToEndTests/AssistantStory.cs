using AiActBot.Compliance;
using AiActBot.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AiActBot.EndToEndTests;

/// <summary>A question in somebody's own words, answered with its sources.</summary>
[Collection(InChromium.Name)]
public sealed class AssistantStory(Chromium chromium)
{
    [SkippableTheory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public async Task A_question_is_answered_with_sources_that_can_be_read_and_what_is_off_topic_is_declined(Language language)
    {
        var words = new Words(language);
        await using var story = await TryOut.BeginAsync(chromium, language, $"assistant-{language}");
        await story.Sanne.SeesCardAsync(words.Help);

        await story.Sanne.TypesAsync(words.Question);
        var answer = await story.Sanne.HearsTheAnswerToAsync(words.Question);
        var chips = answer.GetByTestId("citation-chip");
        await Expect(chips.First).ToBeVisibleAsync();
        await Expect(answer.GetByTestId("ai-label")).ToHaveTextAsync(words.AiLabel);
        await story.PictureAsync("sanne-is-answered");

        await chips.First.ClickAsync();
        var source = story.Page.GetByTestId("citation-panel");
        await Expect(source.Locator("blockquote")).Not.ToBeEmptyAsync();
        await Expect(source.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^https://"));
        await story.PictureAsync("sanne-reads-the-source");
        await story.Page.GetByTestId("citation-close").ClickAsync();
        await Expect(source).ToBeHiddenAsync();

        await answer.GetByTestId("feedback-like").ClickAsync();
        await answer.GetByTestId("feedback-send").ClickAsync();
        await Expect(answer).ToContainTextAsync(words.ThankYouForFeedback);
        await Expect(answer.GetByTestId("feedback-like")).ToHaveAttributeAsync("aria-pressed", "true");

        await story.Sanne.TypesAsync(words.OffTopic);
        var declined = await story.Sanne.HearsTheAnswerToAsync(words.OffTopic);
        await Expect(declined.GetByTestId("citation-chip")).ToHaveCountAsync(0);
        await story.PictureAsync("sanne-is-declined");
        story.ShouldHaveGoneWell();
    }
}
