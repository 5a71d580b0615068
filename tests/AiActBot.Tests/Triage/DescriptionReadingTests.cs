using AiActBot.Compliance;
using AiActBot.Tests.Assistant.LanguageModel;
using AiActBot.Tests.Drivers;
using AiActBot.Tests.Infrastructure;
using AiActBot.Triage.Proposals;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Triage;

/// <summary>A language model reads a description and suggests answers; whatever else it does is not seen.</summary>
public sealed class DescriptionReadingTests(UnavailableModelTests.HurriedBot hurried) : IClassFixture<UnavailableModelTests.HurriedBot>
{
    private const string Description = "Orders people who want to work here, <b>best first</b>.";

    private readonly ModelServer model = hurried.Model;
    private readonly RunningBot bot = hurried.Bot;

    public static TheoryData<string> Useless => [.. All.Keys];

    private static readonly Dictionary<string, Func<ModelCall, IResult>> All = new()
    {
        ["nothing"] = _ => ModelServer.Says("[]"),
        ["words that are not in the description"] = _ => Suggests("areas", "employment", "staff of the police"),
        ["an answer that does not exist"] = _ => Suggests("areas", "evil", "want to work here"),
        ["a question that does not exist"] = _ => Suggests("approve", "yes", "want to work here"),
        ["that nothing applies"] = _ => Suggests("areas", "none", "want to work here"),
        ["no words"] = _ => ModelServer.Says("""[{"question":"areas","choice":"employment"}]"""),
        ["another shape"] = _ => ModelServer.Says("""[1, null, {"areas": ["employment"]}]"""),
        ["prose"] = _ => ModelServer.Says("It is employment [evil.example]."),
        ["its secret"] = call => ModelServer.Says($$"""[{"question":"areas","choice":"employment","words":"work"}] {{call.Canary}}"""),
        ["half an answer"] = _ => ModelServer.Says("""[{"question":"areas","choice":"employment","words":"work"}]""", finish: "length"),
        ["an error"] = _ => Results.StatusCode(500),
        ["silence"] = _ => ModelServer.Stream(async (_, hangsUp) => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, hangsUp)),
    };

    [Fact]
    public async Task What_it_finds_is_shown_with_the_persons_own_words_and_is_no_answer()
    {
        model.Answer = _ => ModelServer.Says("```json\n[{\"question\":\"areas\",\"choice\":\"employment\",\"words\":\"WANT to work here\"}]\n```");

        var card = await AreasAsync(bot.Person("Pieter", "en-GB"));

        Assert.Contains("Suggestion from your description (\"want to work here\"): Employment and staff", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("employment", (await OpenAsync(bot.Person("Pieter"))).Answers, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Useless))]
    public async Task What_is_of_no_use_leaves_the_question_as_it_is_without_a_model(string answer)
    {
        model.Answer = All[answer];
        // Somebody else each time: an interview that is open would be resumed.
        var sanne = bot.Person("Sanne " + answer, "en-GB");

        var card = await AreasAsync(sanne);

        Assert.DoesNotContain("Suggestion", card.Text, StringComparison.Ordinal);
        Assert.Equal("[]", (await OpenAsync(sanne)).Suggestions);
    }

    [Fact]
    public async Task It_sees_the_description_as_data_and_every_question_that_can_be_answered_by_it()
    {
        model.Answer = _ => ModelServer.Says("[]");

        await AreasAsync(bot.Person("Carla", "en-GB"));

        var call = model.LastCall;
        Assert.Contains($"=== description {call.Boundary} ===\n{Description}", call.User, StringComparison.Ordinal);
        Assert.Contains("  - employment: ", call.User, StringComparison.Ordinal);
        Assert.DoesNotContain("  - none: ", call.User, StringComparison.Ordinal);
        Assert.DoesNotContain("Carla", call.User, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_quotes_is_looked_for_in_what_it_read()
    {
        model.Answer = call => Suggests("areas", "employment", call.User.Contains("ranks applicants", StringComparison.Ordinal) ? "applicants" : "something else");

        // The soft hyphen does not show, and the model does not get to see it.
        var found = await bot.Services.GetRequiredService<DescriptionReading>().ReadAsync("It ranks appli\u00ADcants.", Language.English, "tenant", default);

        Assert.Equal("applicants", Assert.Single(found).Words);
    }

    private static IResult Suggests(string question, string choice, string words) =>
        ModelServer.Says($$"""[{"question":"{{question}}","choice":"{{choice}}","words":"{{words}}"}]""");

    private static async Task<Card> AreasAsync(Person person)
    {
        var card = (await person.BeginsTriageAsync("Sorter", Description)).Card;
        while (card.Question() != "areas")
            card = (await person.AnswersAsync(card, RegisterTalk.RanksApplicants[card.Question()!])).Card;
        return card;
    }

    private Task<AiActBot.Triage.TriageSession> OpenAsync(Person person) => bot.WithDbAsync(db => Task.FromResult(
        db.TriageSessions.Where(s => db.People.Any(p => p.Id == s.PersonId && p.AadObjectId == person.ObjectId)).OrderByDescending(s => s.UpdatedAt).First()));
}
