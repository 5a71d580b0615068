using AiActBot.Assistant.Chat;
using AiActBot.BotFramework.Activities;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Conversations;

/// <summary>
/// What a person edited or deleted. An edited question is answered anew; a deleted one is forgotten, and so is what the next question
/// would have leaned on. Buttons and commands that were used already are not undone by it.
/// </summary>
internal sealed class ChangedMessage(AiActBotDbContext db, AnswerQuestion answer)
{
    public async Task EditedAsync(Turn turn, CancellationToken cancellationToken)
    {
        var isEdit = TeamsChannelData.Read(turn.Activity.ChannelData).EventType is null or TeamsEventTypes.EditMessage;
        if (isEdit && turn.Text.Length is > 0 and <= TurnRouter.LongestMessage && await QuestionsIn(turn).AnyAsync(cancellationToken))
            await answer.AnswerAsync(turn, cancellationToken);
    }

    public async Task DeletedAsync(Turn turn, CancellationToken cancellationToken)
    {
        var questions = await QuestionsIn(turn).ToListAsync(cancellationToken);
        if (questions.Count == 0)
            return;
        db.AskedQuestions.RemoveRange(questions);
        if (await db.Dialogs.SingleOrDefaultAsync(d => d.ConversationId == turn.Conversation.Id && d.PersonId == turn.Person.Id, cancellationToken) is { } dialog)
            db.Dialogs.Remove(dialog);
        foreach (var question in questions)
            turn.Record("question.withdrawn", $"question:{question.Id}");
    }

    /// <summary>Only the person's own, whatever message the event names.</summary>
    private IQueryable<AskedQuestion> QuestionsIn(Turn turn) => db.AskedQuestions.Where(
        q => q.TenantId == turn.Person.TenantId && q.PersonId == turn.Person.Id && q.MessageId != null && q.MessageId == turn.Activity.Id);
}
