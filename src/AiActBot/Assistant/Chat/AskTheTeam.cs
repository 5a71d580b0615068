using AiActBot.BotFramework.Cards;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions;
using AiActBot.Notifications;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Assistant.Chat;

/// <summary>
/// What the assistant does not answer goes to the compliance team; their answer comes back to who asked, and can be kept
/// as the organisation's own position.
/// </summary>
internal sealed class AskTheTeam(AiActBotDbContext db, ComplianceTeam team)
{
    public async Task AskAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        var asked = data.TryGetGuid(TeamCards.Question, out var id)
            ? await db.AskedQuestions.SingleOrDefaultAsync(q => q.Id == id && q.PersonId == turn.Person.Id, cancellationToken)
            : null;
        var members = await team.MembersAsync(turn.Person.TenantId, cancellationToken);
        if (asked is null || members.Count == 0)
        {
            turn.Refuse(asked is null ? TeamTexts.QuestionGone : TeamTexts.NobodyInTeam);
            return;
        }

        // The question keeps its id, so pressing twice asks once.
        if (!await db.TeamQuestions.AnyAsync(q => q.Id == asked.Id, cancellationToken))
            Put(turn, asked, members);
        turn.Replace(TeamCards.Asked(asked, turn.Language), turn.In(TeamTexts.Asked));
    }

    public async Task AnswerAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        var question = data.TryGetGuid(TeamCards.Question, out var id)
            ? await db.TeamQuestions.SingleOrDefaultAsync(q => q.Id == id && q.TenantId == turn.Person.TenantId, cancellationToken)
            : null;
        if (question is null || !team.Includes(turn.Person))
        {
            turn.Refuse(TeamTexts.QuestionGone);
            return;
        }

        var asker = await db.People.SingleAsync(p => p.Id == question.AskedBy, cancellationToken);
        if (question.Answer is null)
        {
            if (!data.TryGetText(TeamCards.Answer, QuestionMapping.AnswerLength, out var answer))
            {
                turn.Refuse(TeamTexts.AnswerMissing);
                return;
            }

            (question.Answer, question.AnsweredBy, question.AnsweredAt) = (answer, turn.Person.Id, turn.Now);
            question.IsKept = data.TryGetBoolean(TeamCards.Keep, out var keep) && keep;
            db.Notifications.Add(Message(question, asker, turn.Now));
            turn.Record("question.answered", $"question:{question.Id}", ("kept", question.IsKept ? "yes" : "no"));
        }

        turn.Replace(TeamCards.For(question, asker, turn.Language), turn.In(TeamTexts.Title));
    }

    private void Put(Turn turn, AskedQuestion asked, List<Person> members)
    {
        db.TeamQuestions.Add(new TeamQuestion
        {
            Id = asked.Id,
            TenantId = asked.TenantId,
            AskedBy = asked.PersonId,
            Question = asked.Question,
            Language = asked.Language,
            AskedAt = turn.Now,
        });
        foreach (var member in members)
        {
            db.Notifications.Add(Notification.ThroughTheBot(
                NotificationPurpose.TeamQuestion, member.Id, member.Language, TeamTexts.Title.In(member.Language), turn.Now, aboutId: asked.Id));
        }

        turn.Record("question.asked", $"question:{asked.Id}", ("team", members.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static Notification Message(TeamQuestion question, Person asker, DateTimeOffset now) => Notification.ThroughTheBot(
        NotificationPurpose.Message, asker.Id, asker.Language, TeamTexts.AnswerTitle.In(asker.Language), now,
        text: TeamTexts.AnswerFor(CardText.Escape(question.Question), CardText.Escape(question.Answer)).In(asker.Language));
}
