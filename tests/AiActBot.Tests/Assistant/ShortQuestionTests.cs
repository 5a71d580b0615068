using AiActBot.Compliance;
using AiActBot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Tests.Assistant;

/// <summary>Questions of a few words, and of both languages.</summary>
public sealed class ShortQuestionTests(OneBot one) : IClassFixture<OneBot>
{
    private readonly RunningBot bot = one.Bot;

    [Theory]
    [InlineData("en-GB", "Wat is GPAI?", Language.Dutch)]
    [InlineData("nl-NL", "What is GPAI?", Language.English)]
    [InlineData("en-GB", "boete?", Language.Dutch)]
    [InlineData("nl-NL", "fines?", Language.English)]
    [InlineData("en-GB", "Wat moet een deployer doen met een high-risk system?", Language.Dutch)]
    [InlineData("nl-NL", "What does the gebruiksverantwoordelijke have to do?", Language.English)]
    [InlineData("nl-NL", "deepfake label?", Language.Dutch)]
    [InlineData("en-GB", "deepfake label?", Language.English)]
    [InlineData("nl-NL", "GPAI?", Language.Dutch)]
    [InlineData("en-GB", "GPAI?", Language.English)]
    public async Task A_clear_question_is_answered_in_its_language_and_another_in_the_persons(string locale, string question, Language language)
    {
        var sanne = bot.Person($"Sanne {Guid.NewGuid():N}", locale);

        var answer = await sanne.AsksForTextAsync(question);

        var asked = await bot.WithDbAsync(db => db.AskedQuestions.AsNoTracking()
            .SingleAsync(q => db.People.Any(p => p.Id == q.PersonId && p.AadObjectId == sanne.ObjectId)));
        Assert.Equal(language, asked.Language);
        Assert.Equal(language == Language.Dutch, global::AiActBot.Knowledge.Text.LanguageDetector.Detect(answer) == global::AiActBot.Knowledge.DocumentLanguage.Nl);
    }

    [Theory]
    [InlineData("en-GB", "Welke plichten heeft een gebruiksverantwoordelijke van AI met een hoog risico?", "distributeur?", Language.Dutch)]
    [InlineData("nl-NL", "What are the obligations of a deployer of high-risk AI?", "provider?", Language.English)]
    public async Task A_follow_up_stays_in_the_language_of_what_it_leans_on(string locale, string first, string next, Language language)
    {
        var sanne = bot.Person($"Sanne {Guid.NewGuid():N}", locale);
        await sanne.AsksForTextAsync(first);

        var answer = await sanne.AsksForTextAsync(next);

        Assert.Equal(language == Language.Dutch, global::AiActBot.Knowledge.Text.LanguageDetector.Detect(answer) == global::AiActBot.Knowledge.DocumentLanguage.Nl);
    }
}
