using AiActBot.Assistant;
using AiActBot.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Assistant;

/// <summary>What a question asks for decides what its answer is made of; with the knowledge that the product comes with.</summary>
public sealed class QuestionKindTests(ShippedKnowledge shipped) : IClassFixture<ShippedKnowledge>
{
    [Theory]
    [InlineData("Wat is het verschil tussen een importeur en een distributeur?", "art-3.6", "art-3.7")]
    [InlineData("difference between input data and training data", "art-3.33", "art-3.29")]
    [InlineData("wat is t verschil tussen provider en deployer", "art-3.3", "art-3.4")]
    public async Task Terms_that_are_compared_are_each_defined(string question, string first, string second) =>
        Assert.Equal(new[] { first, second }.Order(), (await shipped.AskAsync(question)).Citations.Select(c => c.Provision.ToString()).Order());

    [Theory]
    [InlineData("Wat is een ernstig incident en hoe snel moet je dat melden?", "art-3.49", "art-73")]
    [InlineData("What is a serious incident and how quickly must it be reported?", "art-3.49", "art-73")]
    public async Task Of_two_questions_in_one_both_are_answered(string question, string first, string second)
    {
        var cited = (await shipped.AskAsync(question)).Citations.Select(c => c.Provision).ToList();

        Assert.Contains(cited, p => p.ToString() == first);
        Assert.Contains(cited, p => p.Root.ToString() == second);
    }

    [Theory]
    [InlineData("Wanneer moeten systemen met een hoog risico voldoen?", "2 december 2027")]
    [InlineData("When do the high-risk rules start?", "2 December 2027")]
    public async Task When_the_rules_start_is_told_from_the_article_with_the_dates(string question, string date)
    {
        var answer = await shipped.AskAsync(question);

        Assert.Contains("art-113", answer.Citations.Select(c => c.Provision.Root.ToString()));
        Assert.Contains(date, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Moeten wij de OR vertellen dat we AI gaan gebruiken?", "art-26.7")]
    [InlineData("Mag een werkgever emoties van medewerkers laten meten?", "art-5.1.f")]
    [InlineData("May a school measure the emotions of pupils?", "art-5.1.f")]
    public async Task The_paragraph_that_answers_is_cited_first(string question, string provision) =>
        Assert.Equal(provision, (await shipped.AskAsync(question)).Citations[0].Provision.ToString());

    [Theory]
    [InlineData("Can a laboratory act as a notified body?")]
    [InlineData("Wat is de boete als je een verboden systeem gebruikt?")]
    [InlineData("Hebben we toestemming of een vergunning nodig voor een hoogrisicosysteem?")]
    public async Task A_question_is_not_taken_for_an_instruction(string question) =>
        Assert.True((await shipped.AskAsync(question)).Answered);
}

/// <summary>The assistant as the service puts it together, with the knowledge folder of this repository.</summary>
public sealed class ShippedKnowledge : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("aiactbot-").FullName;
    private Microsoft.AspNetCore.Builder.WebApplication? _application;

    public Task InitializeAsync()
    {
        _application = AiActBotApplication.Build([$"--Storage:DataDirectory={_data}"]);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _application!.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    internal Task<Answer> AskAsync(string question) =>
        _application!.Services.GetRequiredService<QuestionAnswering>().AnswerAsync(new AssistantQuestion(question), CancellationToken.None);
}
