using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Tests.Text;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("Wat is GPAI?", "nl")]
    [InlineData("What is GPAI?", "en")]
    [InlineData("boete?", "nl")]
    [InlineData("fine?", "en")]
    [InlineData("hoogrisico systeem", "nl")]
    [InlineData("high-risk systeem?", "nl")]
    [InlineData("high-risk systems?", "en")]
    [InlineData("deployer verplichtingen", "nl")]
    [InlineData("deployer obligations", "en")]
    [InlineData("Annex III?", "en")]
    [InlineData("bijlage III?", "nl")]
    [InlineData("gezichtsherkenning?", "nl")]
    [InlineData("facial recognition?", "en")]
    [InlineData("Wat moet een deployer doen met een high-risk system?", "nl")]
    [InlineData("What does the gebruiksverantwoordelijke have to do?", "en")]
    [InlineData("Mag onze provider de conformity assessment zelf doen?", "nl")]
    public void A_short_or_mixed_question_is_in_the_language_of_its_small_words_and_then_of_its_field_words(string question, string language) =>
        Assert.Equal(DocumentLanguages.Parse(language), LanguageDetector.TryDetect(question));

    [Theory]
    [InlineData("GPAI?")]
    [InlineData("deepfake label?")]
    [InlineData("art. 26(5)")]
    [InlineData("deployer")]
    [InlineData("ChatGPT")]
    [InlineData("2 dec 2027?")]
    public void What_both_languages_say_alike_tells_nothing(string question) => Assert.Null(LanguageDetector.TryDetect(question));
}
