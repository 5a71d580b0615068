using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Triage;

/// <summary>The owner of a system looks at it again: the interview begins with the answers of the last time.</summary>
internal sealed class TriageAgain(AiActBotDbContext db, SystemRegister register, TriageInterview interview)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await register.FindOwnAsync(turn, data, cancellationToken) is not { } system)
            return;
        var last = await db.Assessments.AsNoTracking().Where(a => a.AiSystemId == system.Id).OrderByDescending(a => a.At).FirstOrDefaultAsync(cancellationToken);
        var session = new TriageSession
        {
            Id = Guid.NewGuid(),
            PersonId = turn.Person.Id,
            AiSystemId = system.Id,
            Name = system.Name,
            Description = system.Description,
            Answers = last?.Answers ?? "[]",
            StartedAt = turn.Now,
            UpdatedAt = turn.Now,
        };
        db.TriageSessions.Add(session);
        turn.Record("triage.started", $"triage:{session.Id}", ("system", system.Id.ToString()));
        turn.Replace(interview.CardFor(session, turn), turn.In(TriageTexts.Title));
    }
}
