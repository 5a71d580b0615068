using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Triage;

/// <summary>The owner of a system looks at it again: the interview begins with the answers of the last time.</summary>
internal sealed class TriageAgain(AiActBotDbContext db, SystemRegister register, TriageInterview interview, TriageEngine engine)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await register.FindOwnAsync(turn, data, cancellationToken) is not { } system)
            return;
        await CancelOpenAsync(turn, system, cancellationToken);
        var last = await db.Assessments.AsNoTracking().Where(a => a.AiSystemId == system.Id).OrderByDescending(a => a.At).FirstOrDefaultAsync(cancellationToken);
        var session = new TriageSession
        {
            Id = Guid.NewGuid(),
            PersonId = turn.Person.Id,
            AiSystemId = system.Id,
            Name = system.Name,
            Description = system.Description,
            Answers = GivenAnswers.Read(last?.Answers ?? "[]").Fitting(engine).Write(),
            StartedAt = turn.Now,
            UpdatedAt = turn.Now,
        };
        db.TriageSessions.Add(session);
        turn.Record("triage.started", $"triage:{session.Id}", ("system", system.Id.ToString()));
        turn.Replace(interview.CardFor(session, turn), turn.In(TriageTexts.Title));
    }

    /// <summary>Of one system a person has one interview: another would wait for ever to be resumed.</summary>
    private async Task CancelOpenAsync(Turn turn, AiSystem system, CancellationToken cancellationToken)
    {
        // What began as a new system and has the name of this one would be saved to it.
        var open = await db.TriageSessions
            .Where(s => s.PersonId == turn.Person.Id && s.State == TriageSessionState.Open && (s.AiSystemId == system.Id || (s.AiSystemId == null && s.Name == system.Name)))
            .ToListAsync(cancellationToken);
        foreach (var session in open)
        {
            session.State = TriageSessionState.Cancelled;
            turn.Record("triage.cancelled", $"triage:{session.Id}");
        }
    }
}
