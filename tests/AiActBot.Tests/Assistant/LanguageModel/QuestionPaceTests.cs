using AiActBot.Assistant.Chat;
using AiActBot.Compliance;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>How much one person may ask.</summary>
public sealed class QuestionPaceTests
{
    [Theory]
    [InlineData("nl-NL", ModelledBot.Dutch, "sneller vragen")]
    [InlineData("en-GB", ModelledBot.English, "ask faster")]
    public async Task Who_asked_twenty_questions_in_a_minute_is_asked_to_wait_and_others_are_not(string locale, string question, string words)
    {
        await using var bot = await RunningBot.StartAsync();
        var (sanne, pieter) = (bot.Person("Sanne", locale), bot.Person("Pieter", locale));
        await sanne.AsksForTextAsync(question);
        await AskedAsync(bot, 19);

        Assert.Contains(words, await sanne.AsksForTextAsync(question), StringComparison.Ordinal);
        Assert.DoesNotContain(words, await pieter.AsksForTextAsync(question), StringComparison.Ordinal);

        bot.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.DoesNotContain(words, await sanne.AsksForTextAsync(question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_too_fast_costs_no_tokens_and_may_still_press_and_command()
    {
        await using var model = await ModelServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(settings: [.. model.Settings, ("Assistant:QuestionsPerMinute", "1")]);
        var sanne = bot.Person("Sanne");
        await sanne.AsksForTextAsync(ModelledBot.Dutch);
        var asked = model.Calls.Count;

        for (var i = 0; i < 5; i++)
            await sanne.WritesAsync(ModelledBot.Dutch);

        Assert.Contains("Wat kan ik", (await sanne.AsksForCardAsync("help")).Text, StringComparison.Ordinal);
        Assert.Equal(asked, model.Calls.Count);
        Assert.Equal(1, await bot.WithDbAsync(db => db.AskedQuestions.CountAsync()));
    }

    [Fact]
    public async Task A_question_of_a_hundred_kilobytes_never_reaches_the_model()
    {
        await using var model = await ModelServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(settings: model.Settings);

        var said = await bot.Person("Sanne").AsksForTextAsync($"Hoe lang bewaart een deployer logs? {new string('x', 100_000)}");

        Assert.Contains("te lang", said, StringComparison.Ordinal);
        Assert.Empty(model.Calls);
    }

    // As many more of the first person's, at the same moment: asking so often takes longer than a minute on a busy machine.
    private static Task<int> AskedAsync(RunningBot bot, int times) => bot.WithDbAsync(async db =>
    {
        var first = await db.AskedQuestions.AsNoTracking().SingleAsync();
        for (var i = 0; i < times; i++)
        {
            db.AskedQuestions.Add(new AskedQuestion
            {
                Id = Guid.NewGuid(), TenantId = first.TenantId, PersonId = first.PersonId, Question = first.Question, Language = Language.Dutch,
                Answered = true, At = bot.Time.GetUtcNow(),
            });
        }

        return await db.SaveChangesAsync();
    });
}
