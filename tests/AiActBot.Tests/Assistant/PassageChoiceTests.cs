namespace AiActBot.Tests.Assistant;

/// <summary>What an answer begins with: the article as a whole to who asks about the whole, the paragraph to who asks about that.</summary>
public sealed class PassageChoiceTests(ShippedKnowledge shipped) : IClassFixture<ShippedKnowledge>
{
    [Theory]
    [InlineData("Which AI uses are banned outright?", "art-5")]
    [InlineData("Wie brengt de CE-markering aan?", "art-48")]
    [InlineData("Wat moet er in de technische documentatie staan?", "anx-IV")]
    [InlineData("Who has to make a fundamental rights impact assessment?", "art-27")]
    [InlineData("Welke AI-toepassingen zijn hoog risico?", "anx-III")]
    [InlineData("Vanaf welke datum gelden de regels voor hoog risico, dat was toch uitgesteld?", "art-113.c")]
    [InlineData("Can police use live facial recognition in a station?", "art-5.1.h")]
    public async Task Who_asks_about_the_whole_is_told_of_the_whole_and_who_asks_about_a_part_of_that(string question, string provision) =>
        Assert.Equal(provision, (await shipped.AskAsync(question)).Citations[0].Provision.ToString());

    [Theory]
    [InlineData("How fast must a serious incident be reported, and to which authority?", "15 days")]
    [InlineData("Hoe snel moet een ernstig incident gemeld zijn?", "15 dagen")]
    [InlineData("How large can the fine for a prohibited practice be?", "7 %")]
    [InlineData("Hoe hoog kan de boete zijn voor een verboden toepassing?", "7 %")]
    public async Task A_period_or_amount_that_is_asked_for_is_said(string question, string words) =>
        Assert.Contains(words, (await shipped.AskAsync(question)).Text, StringComparison.Ordinal);

    /// <summary>What data are is defined in Article 3; what they must be is said in Article 10.</summary>
    [Theory]
    [InlineData("Moet je trainingsdata aan eisen voldoen?", "art-10")]
    [InlineData("Must training data meet any rules?", "art-10")]
    public async Task Who_asks_for_a_rule_is_not_told_a_definition(string question, string article) =>
        Assert.Equal(article, (await shipped.AskAsync(question)).Citations[0].Provision.Root.ToString());

    [Theory]
    [InlineData("We gebruiken een tool die sollicitatiegesprekken op video analyseert op emoties. Mag dat?", "art-5.1.f")]
    [InlineData("Valt een spellingcontrole onder de AI-verordening?", "art-95")]
    [InlineData("Is a spelling checker covered by the AI Act?", "art-95")]
    public async Task What_belongs_to_the_act_is_answered(string question, string provision)
    {
        var answer = await shipped.AskAsync(question);

        Assert.True(answer.Answered, answer.Text);
        Assert.Equal(provision, answer.Citations[0].Provision.ToString());
    }
}
