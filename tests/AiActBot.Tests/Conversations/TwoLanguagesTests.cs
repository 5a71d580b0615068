using System.Reflection;
using AiActBot.Compliance;
using AiActBot.Hosting;

namespace AiActBot.Tests.Conversations;

public sealed class TwoLanguagesTests
{
    [Fact]
    public void Every_fixed_text_exists_in_both_languages_and_each_is_in_its_own()
    {
        var texts = typeof(AiActBotApplication).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(Bilingual) && !field.Name.StartsWith('<'))
            .Select(field => (Name: $"{field.DeclaringType!.Name}.{field.Name}", Text: (Bilingual)field.GetValue(null)!)).ToList();

        Assert.True(texts.Count > 25, $"Only {texts.Count} texts were found.");
        Assert.All(texts, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Text.Nl), text.Name);
            Assert.False(string.IsNullOrWhiteSpace(text.Text.En), text.Name);
            Assert.NotEqual(text.Text.Nl, text.Text.En);
            Assert.Empty(OneLanguage.StrangersIn(text.Text.Nl, Language.Dutch));
            Assert.Empty(OneLanguage.StrangersIn(text.Text.En, Language.English));
        });
    }

    [Theory]
    [InlineData("Wij nemen een maatregel.", Language.English, "wij, een, maatregel")]
    [InlineData("We take the action.", Language.Dutch, "the, action")]
    [InlineData("Typ **english**.", Language.Dutch, "")]
    public void A_word_of_the_other_language_is_found(string text, Language language, string strangers) =>
        Assert.Equal(strangers, string.Join(", ", OneLanguage.StrangersIn(text, language)));
}
