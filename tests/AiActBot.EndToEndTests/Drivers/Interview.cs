using AiActBot.Compliance;
using AiActBot.Compliance.Triage;

namespace AiActBot.EndToEndTests.Drivers;

/// <summary>
/// Answers the questions of a triage on its card. Questions and choices go by their ids; their words come from the rule
/// files, which jurists change without a look at these tests.
/// </summary>
internal sealed class Interview(Player person, RuleBook book, Language language)
{
    private readonly TriageEngine engine = new(book);
    private Answers given = Answers.Empty;

    /// <summary>The question that comes next.</summary>
    public string Next => engine.NextQuestion(given)!.Id;

    /// <summary>Answers whatever is still asked, in the order in which it is asked; what is not among the answers is not known.</summary>
    public async Task AnswersTheRestAsync(IReadOnlyDictionary<string, string> answers, Func<string, Task>? whenAsked = null)
    {
        while (engine.NextQuestion(given) is { } question)
        {
            await AsksAsync(question.Id);
            if (whenAsked is not null)
                await whenAsked(question.Id);
            if (answers.TryGetValue(question.Id, out var choice))
                await AnswersAsync(question.Id, choice);
            else
                await DoesNotKnowAsync(question.Id);
        }
    }

    /// <summary>Answers a question that is on the screen, and waits until the card has moved on.</summary>
    public async Task AnswersAsync(string questionId, params string[] choices)
    {
        var question = Question(questionId);
        var card = await AsksAsync(questionId);
        if (question.Kind == QuestionKind.YesNo)
        {
            await card.PressesAsync(Choice(question, choices.Single()).Text.In(language));
        }
        else
        {
            foreach (var choice in choices)
                await card.TicksAsync(Label(Choice(question, choice)));
            await card.PressesAsync(new Bilingual("Volgende", "Next").In(language));
        }

        given = given.With(questionId, choices);
    }

    public async Task DoesNotKnowAsync(string questionId)
    {
        var card = await AsksAsync(questionId);
        await card.PressesAsync(DontKnow);
        given = given.With(questionId, Answer.DontKnow);
    }

    public async Task GoesBackAsync(string fromQuestionId)
    {
        var card = await AsksAsync(fromQuestionId);
        await card.PressesAsync(new Bilingual("Terug", "Back").In(language));
    }

    public Task<CardOnScreen> AsksAsync(string questionId) => person.SeesCardAsync(Question(questionId).Text.In(language));

    public string TextOf(string questionId) => Question(questionId).Text.In(language);

    private string DontKnow => new Bilingual("Weet ik niet", "I don't know").In(language);

    private Question Question(string id) => book.FindQuestion(id) ?? throw new ArgumentException($"No question '{id}' in the rule files.", nameof(id));

    private static Choice Choice(Question question, string id) => question.Choices.Single(choice => choice.Id == id);

    private string Label(Choice choice) => choice.Help is { } help ? $"{choice.Text.In(language)} ({help.In(language)})" : choice.Text.In(language);
}
