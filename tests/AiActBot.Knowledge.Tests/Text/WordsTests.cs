using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Tests.Text;

public class WordsTests
{
    [Theory]
    [InlineData("Moet de OR worden ingelicht?", "or")]
    [InlineData("FRIA of DPIA, wat is het verschil?", "fria dpia")]
    [InlineData("either this or that", "")]
    [InlineData("MOET DE OR WORDEN INGELICHT", "")]
    [InlineData("iPhone, AIvdag en ChatGPT", "")]
    public void Words_in_capitals_are_told_from_shouting_and_from_names(string text, string capitals) =>
        Assert.Equal(capitals.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), Words.InCapitals(text).Order());
}
