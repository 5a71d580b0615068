using AiActBot.Assistant.Chat;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Assistant;

/// <summary>Where a document enumerates, the answer does: the whole list to who asks for it, and the one item that answers to who asks for that.</summary>
public sealed class AnswerListTests(ShippedKnowledge shipped) : IClassFixture<ShippedKnowledge>
{
    [Theory]
    [InlineData("Welke taken staan er in de machtiging van een gemachtigde?", "\n- ", "10 jaar", "registreren")]
    [InlineData("Which tasks go in the mandate of the authorised representative?", "\n- ", "10 years", "registering")]
    [InlineData("Wat hoort er allemaal in het kwaliteitssysteem van een aanbieder?", "\n- ", "artikel 73", "en nog 4; zie artikel 17, lid 1.")]
    [InlineData("Which four things does an importer verify before importing a high-risk AI system?", "\n- ", "CE marking", "authorised representative")]
    public async Task What_is_asked_for_as_a_list_is_answered_with_one(string question, params string[] words)
    {
        var answer = await shipped.AskAsync(question);

        foreach (var word in words)
            Assert.Contains(word, answer.Text, StringComparison.Ordinal);
        var list = answer.Text[answer.Text.IndexOf("\n\n- ", StringComparison.Ordinal)..].Split("\n- ").Skip(1).Select(item => item.Split("\n\n")[0])
            .Where(item => !item.StartsWith("en nog", StringComparison.Ordinal)).ToList();
        Assert.True(list.Count > 3);
        Assert.All(list, item => Assert.Contains(answer.Citations, citation => citation.Quote.Contains(item, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nl-NL", "Welke taken staan er in de machtiging van een gemachtigde?")]
    [InlineData("en-GB", "Which tasks go in the mandate of the authorised representative?")]
    public async Task List_reaches_the_chat_as_markdown_of_a_list(string locale, string question)
    {
        await using var bot = await RunningBot.StartAsync();

        var text = await bot.Person("Karel", locale).AsksForTextAsync(question);

        var items = text.Split("\n\n").Single(block => block.StartsWith("- ", StringComparison.Ordinal)).Split('\n');
        Assert.True(items.Length > 3);
        Assert.All(items, item => Assert.StartsWith("- ", item, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_a_dash_with_a_space_begins_an_item() =>
        Assert.Equal("a\n\n- b\n- \u200B# c\n\n\u200B-d\n\ne", ShownText.Markdown("a\n- b\n\n- # c\n-d\ne"));

    [Theory]
    [InlineData("Hoe lang moet een gemachtigde de technische documentatie beschikbaar houden?", "10 jaar")]
    [InlineData("How long must the authorised representative keep the technical documentation?", "10 years")]
    public async Task What_one_item_answers_is_not_left_out(string question, string words) =>
        Assert.Contains(words, (await shipped.AskAsync(question)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Who must a deployer inform when an incident happens?")]
    [InlineData("Wie controleert de aangemelde instanties?")]
    [InlineData("What does an importer check?")]
    [InlineData("Wat kost een AI-testomgeving?")]
    public async Task No_list_is_announced_that_does_not_follow(string question) =>
        Assert.DoesNotMatch(@":(?: \[\d+\])?(?: |$)(?!\S)|: \[\d+\] ", (await shipped.AskAsync(question)).Text);
}
