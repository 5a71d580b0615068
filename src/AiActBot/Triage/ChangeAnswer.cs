using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;

namespace AiActBot.Triage;

/// <summary>The person looks back at their answers, changes one, and sees what that changes.</summary>
internal sealed class ChangeAnswer(TriageInterview interview, TriageEngine engine)
{
    public async Task ShowAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await interview.FindOpenAsync(turn, data, cancellationToken) is not { } session)
            return;
        var path = GivenAnswers.Read(session.Answers).Path(engine);
        turn.Replace(
            path.Count == 0 ? interview.CardFor(session, turn) : OverviewCard.Build(session, path, turn.Language), turn.In(TriageTexts.Title));
    }

    public async Task EditAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await interview.FindOpenAsync(turn, data, cancellationToken) is not { } session)
            return;
        var given = GivenAnswers.Read(session.Answers);
        if (Find(given, data) is not { } question)
        {
            turn.Refuse(TriageTexts.NoSuchAnswer);
            return;
        }

        turn.Replace(
            new QuestionCard(session, question, engine.Progress(given.ToAnswers()), turn.Language, null)
            {
                Current = given.ToAnswers().To(question.Id),
                IsChange = true,
            }.Build(),
            turn.In(TriageTexts.Title));
    }

    public async Task ChangeAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await interview.FindOpenAsync(turn, data, cancellationToken) is not { } session)
            return;
        var given = GivenAnswers.Read(session.Answers);
        if (Find(given, data) is not { } question)
        {
            turn.Refuse(TriageTexts.NoSuchAnswer);
            return;
        }

        if (TriageInterview.Read(question, data) is not { } answer || engine.ProblemWith(question.Id, answer) is not null)
        {
            turn.Refuse(TriageTexts.NothingChosen);
            return;
        }

        var before = engine.Evaluate(given.ToAnswers(), withAlternatives: false);
        var changed = given.Replace(question.Id, answer);
        TriageInterview.Change(session, changed, turn);
        turn.Record("triage.changed", $"triage:{session.Id}", ("question", question.Id));
        var after = engine.Evaluate(changed.ToAnswers(), withAlternatives: false);
        turn.Replace(interview.CardFor(session, turn, Difference(before, after)), turn.In(TriageTexts.Title));
    }

    private Question? Find(GivenAnswers given, CardData data) =>
        data.TryGetString(QuestionCard.Question, out var id) && given.InOrder.Any(answer => answer.Question == id) ? engine.Book.FindQuestion(id) : null;

    private static Bilingual Difference(TriageOutcome before, TriageOutcome after)
    {
        var (was, now) = (Found(before), Found(after));
        return was.Nl == now.Nl
            ? TriageTexts.ChangedNothing(now)
            : TriageTexts.Changed(was, now);
    }

    private static Bilingual Found(TriageOutcome outcome) => new(Found(outcome, Language.Dutch), Found(outcome, Language.English));

    private static string Found(TriageOutcome outcome, Language language) => string.Join(", ",
        outcome.Roles.Select(role => RiskWords.Of(role).In(language))
            .Concat((outcome.Risk.Count == 0 ? [RiskClass.Undetermined] : outcome.Risk.Select(finding => finding.Class).Distinct())
                .Select(risk => RiskWords.Of(risk).In(language))));
}
