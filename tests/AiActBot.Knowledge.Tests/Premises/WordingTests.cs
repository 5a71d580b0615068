using AiActBot.Knowledge.Premises;
using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Tests.Premises;

public sealed class WordingTests
{
    private static readonly Wording Exempt = new([["mkb*", "klein* bedrij*"], ["vrijgesteld", "valt niet onder"]], ["boete*"]);

    [Theory]
    [InlineData("Is een MKB-bedrijf vrijgesteld?")]
    [InlineData("Ons kleine bedrijfje is toch vrijgesteld")]
    [InlineData("klein regionaal bedrijf, valt dus niet onder de wet")]
    [InlineData("Een mkb'er valt dan ook niet écht onder de wet")]
    public void Every_group_has_a_term_in_it(string text) => Assert.True(Exempt.IsIn(Words.Of(text)));

    [Theory]
    [InlineData("Welke regels gelden voor het mkb?")]
    [InlineData("Wie is vrijgesteld?")]
    [InlineData("Is het mkb vrijgesteld van boetes?")]
    [InlineData("Het mkb valt hier zeker weten en absoluut niet onder")]
    [InlineData("niet onder de wet valt het mkb")]
    public void A_group_without_a_term_an_exception_or_another_order_is_something_else(string text) => Assert.False(Exempt.IsIn(Words.Of(text)));

    [Fact]
    public void A_wording_without_words_is_refused()
    {
        Assert.Throws<FormatException>(() => new Wording([], []));
        Assert.Throws<FormatException>(() => new Wording([["a"], []], []));
        Assert.Throws<FormatException>(() => new Wording([["%"]], []));
    }
}
