using System.Text.Json;
using System.Text.RegularExpressions;
using AiActBot.Assistant;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Importing;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Tests.Builders;
using AiActBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Assistant;

/// <summary>With the official text imported, citations speak in the words of the law, and the whole of it can be asked for.</summary>
public sealed partial class OfficialQuoteTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [SkippableTheory]
    [InlineData("nl", "Hoe lang moet een gebruiksverantwoordelijke logs bewaren?", "Wat doet een importeur van AI met een hoog risico?", "Hoe hoog is de boete voor verboden AI?", "Binnen hoeveel dagen melden we een ernstig incident?")]
    [InlineData("en", "How long must a deployer keep the logs?", "What does an importer of high-risk AI do?", "How high is the fine for prohibited AI?", "Within how many days do we report a serious incident?")]
    public async Task Quotes_are_word_for_word_from_the_law_and_our_own_document_stays_the_source(string code, params string[] questions)
    {
        Import();
        var language = DocumentLanguages.Parse(code)!.Value;
        var paragraphs = Paragraphs(code);
        var quoted = 0;
        foreach (var question in questions)
        {
            var answer = await AskAsync(question, language);
            Assert.True(answer.Answered, question);
            Assert.True(ProvisionId.TryParse(answer.Citations[0].DocumentId, out _), answer.Citations[0].DocumentId);
            foreach (var citation in answer.Citations.Where(c => c.IsOfficial))
            {
                quoted++;
                Assert.Contains(Official(language), chunk => chunk.Text.Contains(citation.Quote, StringComparison.Ordinal)
                    && (chunk.Provisions[0].Contains(citation.Provision) || citation.Provision.Contains(chunk.Provisions[0])));
                Assert.Contains(paragraphs, paragraph => paragraph.Contains(Flat(citation.Quote), StringComparison.Ordinal));
                Assert.StartsWith($"https://eur-lex.europa.eu/eli/reg/2024/1689/oj/{language.Choose("nld", "eng")}#", citation.Url, StringComparison.Ordinal);
                Assert.Null(AmendedProvisions.NoteOn(citation.Provision));
            }
        }

        Assert.True(quoted >= questions.Length, $"Only {quoted} quotes of the law.");
    }

    [SkippableTheory]
    [InlineData("nl", "Moeten onze medewerkers AI-geletterd zijn?")]
    [InlineData("en", "Do our employees need AI literacy?")]
    public async Task What_was_changed_in_2026_is_not_quoted_from_the_text_of_2024(string code, string question)
    {
        Import();
        var language = DocumentLanguages.Parse(code)!.Value;

        var citation = (await AskAsync(question, language)).Citations[0];

        Assert.Equal("art-4", citation.Provision.Root.ToString());
        Assert.False(citation.IsOfficial);
        Assert.DoesNotContain(Official(language), chunk => chunk.Text.Contains(citation.Quote, StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("nl-NL", "toon tekst van artikel 26 lid 5", "Gebruiksverantwoordelijken monitoren", "Alleen het Publicatieblad is authentiek")]
    [InlineData("nl-NL", "Laat de volledige tekst van artikel 5, lid 2, zien", "", "authentiek")]
    [InlineData("en-GB", "show Article 26(5)", "Deployers shall monitor", "Only the Official Journal is authentic")]
    [InlineData("nl-NL", "Show the text of Article 20(1)", "Providers of high-risk AI systems which consider", "Only the Official Journal is authentic")]
    [InlineData("nl-NL", "toon artikel 4", "vóór de wijziging", "Verordening (EU) 2026/1744")]
    [InlineData("en-GB", "show Article 4", "before the amendment", "Regulation (EU) 2026/1744")]
    [InlineData("nl-NL", "toon artikel 4 bis", "2026/1744", "ingevoegd")]
    [InlineData("en-GB", "show Article 26(15)", "does not exist", "Article 26")]
    public async Task The_whole_paragraph_is_shown_on_demand(string locale, string typed, string words, string more)
    {
        Import();

        var text = await bot.Person("Sanne", locale).AsksForTextAsync(typed);

        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains(more, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "toon artikel 26 lid 5", "niet ingelezen")]
    [InlineData("en-GB", "show Article 26(5)", "not been imported")]
    public async Task Without_an_import_the_way_to_the_text_is_shown(string locale, string typed, string words)
    {
        var text = await bot.Person("Sanne", locale).AsksForTextAsync(typed);

        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains("https://eur-lex.europa.eu/", text, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("nl-NL", "Hoe lang moet een gebruiksverantwoordelijke logs bewaren?", "Toon artikel 26, lid 6", "ten minste zes maanden")]
    [InlineData("en-GB", "How long must a deployer keep the logs?", "Show Article 26(6)", "at least six months")]
    public async Task The_answer_suggests_what_shows_it(string locale, string question, string suggestion, string words)
    {
        Import();
        var sanne = bot.Person("Sanne", locale);
        await sanne.WritesAsync(question);
        var answer = await bot.Connector.NextAsync(sanne.ConversationId, sent => sent.Text is not null);

        Assert.Equal(suggestion, answer.Activity["suggestedActions"]!["actions"]![0]!["title"]!.GetValue<string>());
        Assert.Contains(words, await sanne.AsksForTextAsync(suggestion), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Wat staat er in artikel 26?")]
    [InlineData("Show me how Article 26 applies to recruitment")]
    [InlineData("Geef een samenvatting van artikel 5")]
    [InlineData("Geldt artikel 50 lid 1 voor chatbots?")]
    public void A_question_about_a_provision_is_not_taken_for_it(string question) =>
        Assert.Null(global::AiActBot.Assistant.Chat.ShowProvision.Read(question));

    private void Import()
    {
        var importer = bot.Services.GetRequiredService<DocumentImporter>();
        foreach (var file in new[] { "aiact-nl.oj.html", "aiact-en.oj.html" })
            Assert.IsType<ImportResult.Imported>(Assert.Single(importer.Import(SharedData.Path($"law/eur-lex/{file}"), ImportFormat.EurLex)));
    }

    private Task<Answer> AskAsync(string question, DocumentLanguage language) =>
        bot.Services.GetRequiredService<QuestionAnswering>().AnswerAsync(new AssistantQuestion(question, language), CancellationToken.None);

    private List<Chunk> Official(DocumentLanguage language) =>
        [.. bot.Services.GetRequiredService<ImportStore>().All().SelectMany(d => d.Chunks).Where(c => c.Language == language)];

    /// <summary>The paragraphs as another reading of the law has them, without marks and spaces.</summary>
    private static List<string> Paragraphs(string code)
    {
        using var law = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"law/aiact-{code}.json")));
        return [.. law.RootElement.GetProperty("articles").EnumerateArray().SelectMany(a => a.GetProperty("paragraphs").EnumerateArray())
            .Select(p => Flat(p.GetProperty("text").GetString()!))];
    }

    private static string Flat(string text) => NotLetters().Replace(text, "").ToUpperInvariant();

    [GeneratedRegex(@"[^\p{L}\p{N}]")]
    private static partial Regex NotLetters();
}
