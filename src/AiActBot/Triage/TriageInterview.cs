using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using AiActBot.Storage;
using AiActBot.Triage.Proposals;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Triage;

/// <summary>
/// The interview by cards. Every answer is saved as it is given, so it can be left and resumed on another day or device;
/// it belongs to the person who started it.
/// </summary>
internal sealed class TriageInterview(AiActBotDbContext db, TriageEngine engine, AnswerProposals proposals, DescriptionReading reading)
{
    public async Task StartAsync(Turn turn, CancellationToken cancellationToken)
    {
        var open = await db.TriageSessions.Where(s => s.PersonId == turn.Person.Id && s.State == TriageSessionState.Open)
            .OrderByDescending(s => s.UpdatedAt).FirstOrDefaultAsync(cancellationToken);
        if (open is null)
            turn.Show(StartCard.Build(turn.Language), turn.In(TriageTexts.Title));
        else
            turn.Show(CardFor(open, turn, TriageTexts.Resumed(open.Name)), turn.In(TriageTexts.Title));
    }

    public async Task BeginAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (!data.TryGetText(StartCard.Name, AiSystemMapping.NameLength, out var name))
        {
            turn.Refuse(TriageTexts.NameMissing);
            return;
        }

        data.TryGetText(StartCard.Description, AiSystemMapping.DescriptionLength, out var description);
        var session = new TriageSession
        {
            Id = Guid.NewGuid(),
            PersonId = turn.Person.Id,
            Name = name.Replace('\n', ' '),
            Description = description ?? "",
            Suggestions = SuggestedAnswer.Write(await reading.ReadAsync(description ?? "", turn.Language, turn.Person.TenantId, cancellationToken)),
            StartedAt = turn.Now,
            UpdatedAt = turn.Now,
        };
        db.TriageSessions.Add(session);
        turn.Record("triage.started", $"triage:{session.Id}");
        turn.Replace(CardFor(session, turn), turn.In(TriageTexts.Title));
    }

    public async Task AnswerAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(turn, data, cancellationToken) is not { } session)
            return;
        var given = GivenAnswers.Read(session.Answers);
        var asked = engine.NextQuestion(given.ToAnswers());
        if (asked is null || !data.TryGetString(QuestionCard.Question, out var id) || id != asked.Id)
        {
            // A card of an earlier question: show where the interview is now.
            turn.Replace(CardFor(session, turn), turn.In(TriageTexts.Title));
            return;
        }

        if (Read(asked, data) is not { } answer || engine.ProblemWith(asked.Id, answer) is not null)
        {
            turn.Refuse(TriageTexts.NothingChosen);
            return;
        }

        Change(session, given.With(asked.Id, answer), turn);
        turn.Record("triage.answered", $"triage:{session.Id}", ("question", asked.Id));
        turn.Replace(CardFor(session, turn), turn.In(TriageTexts.Title));
    }

    /// <summary>Back from the answers to where the interview is.</summary>
    public async Task ResumeAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(turn, data, cancellationToken) is { } session)
            turn.Replace(CardFor(session, turn), turn.In(TriageTexts.Title));
    }

    public async Task BackAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(turn, data, cancellationToken) is not { } session)
            return;
        Change(session, GivenAnswers.Read(session.Answers).Back(), turn);
        turn.Record("triage.back", $"triage:{session.Id}");
        turn.Replace(CardFor(session, turn), turn.In(TriageTexts.Title));
    }

    public async Task CancelAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(turn, data, cancellationToken) is not { } session)
            return;
        session.State = TriageSessionState.Cancelled;
        turn.Record("triage.cancelled", $"triage:{session.Id}");
        turn.Replace(StartCard.Cancelled(session.Name, turn.Language), turn.In(TriageTexts.Title));
    }

    /// <returns>The person's own open interview that the card is about; what else it may be gets one answer.</returns>
    public async Task<TriageSession?> FindOpenAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        var session = data.TryGetGuid(QuestionCard.Session, out var id)
            ? await db.TriageSessions.SingleOrDefaultAsync(s => s.Id == id && s.PersonId == turn.Person.Id, cancellationToken)
            : null;
        if (session is { State: TriageSessionState.Open })
            return session;
        turn.Refuse(session is null ? TriageTexts.NotYours : TriageTexts.AlreadyFinished);
        return null;
    }

    /// <summary>The card of where the interview is: a question, or the outcome.</summary>
    public AdaptiveCard CardFor(TriageSession session, Turn turn, Compliance.Bilingual? remark = null)
    {
        var answers = GivenAnswers.Read(session.Answers).ToAnswers();
        return engine.NextQuestion(answers) is { } question
            ? new QuestionCard(session, question, engine.Progress(answers), turn.Language, remark)
            {
                Proposal = proposals.For(question, session),
            }.Build()
            : new OutcomeCard(session, engine.Evaluate(answers), engine.Book, turn.Language) { Remark = remark }.Build();
    }

    public static void Change(TriageSession session, GivenAnswers given, Turn turn)
    {
        session.Answers = given.Write();
        session.UpdatedAt = turn.Now;
    }

    public static Answer? Read(Question question, CardData data)
    {
        var choices = data.Choices(QuestionCard.Answer);
        if (choices is [QuestionCard.DontKnow])
            return Answer.DontKnow;
        return choices.Count == 0 || (question.Kind != QuestionKind.AnyOf && choices.Count > 1) ? null : Answer.Of(choices);
    }
}
