using System.Text.Json.Nodes;
using AiActBot.Tests.Infrastructure;
using Person = AiActBot.Tests.Drivers.Person;

namespace AiActBot.Tests.Assistant;

/// <summary>A question that leans on the one before it, in the same conversation of the same person.</summary>
public sealed class FollowUpTests(OneBot one) : IClassFixture<OneBot>
{
    private readonly RunningBot bot = one.Bot;

    [Theory]
    [InlineData("nl-NL", "Hoe lang moeten aanbieders van AI met een hoog risico de logs bewaren?", "art-19", "en voor gebruiksverantwoordelijken?", "art-26")]
    [InlineData("en-GB", "What are the obligations of an importer of high-risk AI?", "art-23", "and for deployers?", "art-26")]
    [InlineData("nl-NL", "Welke plichten heeft een gebruiksverantwoordelijke van AI met een hoog risico?", "art-26", "en importeurs?", "art-23")]
    [InlineData("en-GB", "What are the obligations of a deployer of high-risk AI?", "art-26", "what about distributors?", "art-24")]
    public async Task Another_role_gets_the_same_question(string locale, string first, string about, string next, string nowAbout)
    {
        var sanne = New(locale);

        Assert.Contains(await SourcesAsync(sanne, first), source => source.Split('.')[0] == about);
        Assert.Equal(nowAbout, (await SourcesAsync(sanne, next))[0].Split('.')[0]);
    }

    [Theory]
    [InlineData("nl-NL", "Welke plichten heeft een gebruiksverantwoordelijke van AI met een hoog risico?", "En wanneer?", "2 december 2027")]
    [InlineData("en-GB", "What are the obligations of a deployer of high-risk AI?", "And when?", "2 December 2027")]
    public async Task When_is_answered_for_what_was_asked(string locale, string first, string next, string words)
    {
        var sanne = New(locale);
        await sanne.AsksForTextAsync(first);

        Assert.Contains(words, await sanne.AsksForTextAsync(next), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "Wat is een ernstig incident?", "Moet ik dat bij de toezichthouder melden?", "art-73")]
    [InlineData("en-GB", "What is a serious incident?", "Must I report that to the authority?", "art-73")]
    [InlineData("en-GB", "Which AI practices are prohibited?", "What is the fine then?", "art-99")]
    public async Task A_word_that_stands_for_what_was_asked_keeps_it(string locale, string first, string next, string about)
    {
        var sanne = New(locale);
        await sanne.AsksForTextAsync(first);

        Assert.Contains(await SourcesAsync(sanne, next), source => source.Split('.')[0] == about);
    }

    [Theory]
    [InlineData("nl-NL", "Mogen we met AI de emoties van medewerkers meten?", "Welk artikel is dat?", "Dat staat in artikel 5")]
    [InlineData("en-GB", "May we measure the emotions of our staff with AI?", "Which article is that?", "That is in Article 5(1)(f)")]
    public async Task The_article_of_the_answer_before_is_named_and_cited(string locale, string first, string next, string words)
    {
        var sanne = New(locale);
        await sanne.AsksForTextAsync(first);

        var answer = await sanne.AsksForTextAsync(next);

        Assert.Contains(words, answer, StringComparison.Ordinal);
        Assert.Contains("[1]", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", "Hoe lang moeten aanbieders van AI met een hoog risico de logs bewaren?", "Wat is AI-geletterdheid?", "art-4")]
    [InlineData("en-GB", "How long must providers of high-risk AI keep the logs?", "What is AI literacy?", "art-4")]
    public async Task A_question_that_stands_on_its_own_is_answered_as_if_nothing_was_asked_before(string locale, string first, string next, string about)
    {
        var (sanne, pieter) = (New(locale), New(locale));
        await sanne.AsksForTextAsync(first);

        var answer = await sanne.AsksForTextAsync(next);

        Assert.Equal(await pieter.AsksForTextAsync(next), answer);
        Assert.Contains(await SourcesAsync(pieter, next), source => source.Split('.')[0] is var root && (root == about || root == "art-3"));
    }

    [Theory]
    [InlineData("nl-NL", "Hoe lang moeten aanbieders van AI met een hoog risico de logs bewaren?", "en de parkeergarage?")]
    [InlineData("en-GB", "How long must providers of high-risk AI keep the logs?", "and the parking garage?")]
    public async Task What_is_about_something_else_altogether_is_no_follow_up(string locale, string first, string next)
    {
        var (sanne, pieter) = (New(locale), New(locale));
        await sanne.AsksForTextAsync(first);

        Assert.Equal(await pieter.AsksForTextAsync(next), await sanne.AsksForTextAsync(next));
    }

    [Theory]
    [InlineData("nl-NL", "Hoe lang moeten aanbieders van AI met een hoog risico de logs bewaren?", "en wanneer?")]
    [InlineData("en-GB", "How long must providers of high-risk AI keep the logs?", "and when?")]
    public async Task Another_person_and_another_conversation_have_a_context_of_their_own(string locale, string first, string next)
    {
        var (sanne, pieter) = (New(locale), New(locale));
        await sanne.AsksForTextAsync(first);

        Assert.Empty(await SourcesAsync(pieter, next));
        Assert.Empty(await SourcesAsync(sanne.InGroupChat($"19:{Guid.NewGuid():N}"), next));
        Assert.NotEmpty(await SourcesAsync(sanne, next));
    }

    [Theory]
    [InlineData("nl-NL", "Welke plichten heeft een gebruiksverantwoordelijke van AI met een hoog risico?", "En wanneer?")]
    [InlineData("en-GB", "What are the obligations of a deployer of high-risk AI?", "And when?")]
    public async Task After_half_an_hour_nothing_is_leaned_on(string locale, string first, string next)
    {
        await using var own = await RunningBot.StartAsync();
        var sanne = own.Person("Sanne", locale);
        await sanne.AsksForTextAsync(first);

        own.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.NotEmpty(await SourcesAsync(own, sanne, next));
        own.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Empty(await SourcesAsync(own, sanne, next));
    }

    private Person New(string locale) => bot.Person($"Sanne {Guid.NewGuid():N}", locale);

    private Task<IReadOnlyList<string>> SourcesAsync(Person person, string question) => SourcesAsync(bot, person, question);

    /// <summary>The provisions that the answer cites, as ids; none when it is declined.</summary>
    private static async Task<IReadOnlyList<string>> SourcesAsync(RunningBot bot, Person person, string question) =>
        CitedProvisions.In((await AskAsync(bot, person, question)).Activity);

    private static async Task<SentActivity> AskAsync(RunningBot bot, Person person, string question)
    {
        bot.Connector.PassOver(person.ConversationId);
        await person.WritesAsync(question);
        return await bot.Connector.NextAsync(person.ConversationId, sent => sent.Text is not null);
    }
}

/// <summary>What a message cites.</summary>
internal static class CitedProvisions
{
    public static IReadOnlyList<string> In(JsonObject message) =>
    [
        .. (message["entities"]?.AsArray() ?? []).SelectMany(entity => entity?["citation"]?.AsArray() ?? [])
            .Select(citation => citation!["appearance"]!["name"]!.GetValue<string>())
            .SelectMany(name => Knowledge.Law.ReferenceFinder.Find(name[..(name.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? end : name.Length)]).Take(1))
            .Select(reference => reference.Provision.ToString()),
    ];
}
