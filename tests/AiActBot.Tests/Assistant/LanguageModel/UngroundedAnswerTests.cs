namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>What a model makes up is not shown: the answer is the one that is composed from quotes.</summary>
public sealed class UngroundedAnswerTests(ModelledBot modelled) : IClassFixture<ModelledBot>
{
    public static TheoryData<string, string> Inventions => new()
    {
        { "an article that does not exist", "{0} Dit staat in artikel 999. [1]" },
        { "an article that the passage does not name", "Volgens artikel 72 bewaart de gebruiksverantwoordelijke de logs. [1]" },
        { "a paragraph that the passage does not name", "Volgens artikel 26, lid 11, bewaart de gebruiksverantwoordelijke de logs. [1]" },
        { "an article in words", "Volgens artikel negenhonderd bewaart de gebruiksverantwoordelijke de logs. [1]" },
        { "another law", "Volgens artikel 35 AVG bewaart de gebruiksverantwoordelijke de logs. [1]" },
        { "an annex that the passage does not name", "De gebruiksverantwoordelijke bewaart de logs volgens bijlage VIII. [1]" },
        { "a quote that was altered", "De gebruiksverantwoordelijke bewaart de logs “ten hoogste zes dagen”. [1]" },
        { "a quote in straight marks", "De gebruiksverantwoordelijke bewaart de logs \"ten hoogste zes dagen\". [1]" },
        { "a quote that is not closed", "De gebruiksverantwoordelijke bewaart de logs “ten hoogste. [1]" },
        { "a passage that was not shown", "{0} [9]" },
        { "passage nought", "{0} [0]" },
        { "a passage number out of bounds", "{0} [9999]" },
        { "no citation", "{0}" },
        { "one sentence of two without citation", "{0} [1] De gebruiksverantwoordelijke bewaart de logs." },
        { "a sentence in lower case behind a citation", "{0} [1]. de gebruiksverantwoordelijke bewaart de logs." },
        { "another number", "De gebruiksverantwoordelijke bewaart de logs ten minste 11 jaar. [1]" },
        { "another number in words", "De gebruiksverantwoordelijke bewaart de logs ten minste twaalf jaar. [1]" },
        { "a percentage", "De gebruiksverantwoordelijke bewaart 70 % van de logs. [1]" },
        { "a date", "De gebruiksverantwoordelijke bewaart de logs sinds 3 maart 2031. [1]" },
        { "words that have nothing to do with the passage", "Paarse olifanten dansen graag tango bij volle maan in september. [1]" },
        { "the wrong language", "The deployer keeps the logs of the high-risk AI system for as long as that is needed. [1]" },
        { "nothing", "" },
        { "only a citation", "[1]" },
        { "that there is no answer", "NO ANSWER" },
        { "that there is no answer, and one", "{0} [1] NO ANSWER" },
        { "too many sentences", "{0} [1] {0} [1] {0} [1] {0} [1] {0} [1] {0} [1] {0} [1]" },
    };

    [Theory]
    [MemberData(nameof(Inventions))]
    public async Task An_invention_is_replaced_by_quotes(string what, string written)
    {
        var composed = await modelled.ComposedAsync(ModelledBot.Dutch);

        var answer = await modelled.AskAsync(ModelledBot.Dutch, call => written.Replace("{0}", call.Sentence(), StringComparison.Ordinal));

        Assert.True(composed.Text == answer.Text, $"Shown: {what}.");
        Assert.Equal(composed.Citations, answer.Citations);
    }

    [Fact]
    public async Task What_was_cut_off_is_not_shown()
    {
        var composed = await modelled.ComposedAsync(ModelledBot.Dutch);

        var answer = await modelled.AskAsync(ModelledBot.Dutch, call => Infrastructure.ModelServer.Says($"{call.Sentence()} [1]", finish: "length"));

        Assert.Equal(composed.Text, answer.Text);
    }

    [Fact]
    public async Task An_answer_of_more_characters_than_people_read_is_not_shown()
    {
        var composed = await modelled.ComposedAsync(ModelledBot.Dutch);

        var answer = await modelled.AskAsync(ModelledBot.Dutch, call => $"{call.Sentence()} [1]{new string(' ', 3001)}");

        Assert.Equal(composed.Text, answer.Text);
    }

    [Fact]
    public async Task Every_citation_that_is_shown_stands_word_for_word_in_a_passage_that_was_shown_to_the_model()
    {
        string[] questions = ["Mogen we emoties van medewerkers meten?", "Who must keep the logs?", "Wat is een AI-systeem?", "How high is the fine for prohibited AI?"];
        foreach (var question in questions)
        {
            var answer = await modelled.AskAsync(question, call => string.Join(' ', Enumerable.Range(1, 4).Select(n => $"{call.Sentence(n)} [{n}]")));

            Assert.NotEmpty(answer.Citations);
            Assert.All(answer.Citations, citation =>
                Assert.Contains(modelled.Model.LastCall.Passages, passage => passage.Contains(citation.Quote, StringComparison.Ordinal)));
        }
    }
}
