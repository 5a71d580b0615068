using AiActBot.BotFramework.Activities;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.Assistant.Chat;

/// <summary>Thumbs up or down for an answer. Teams keeps nothing of it, so the bot does.</summary>
internal sealed class AnswerFeedback(AiActBotDbContext db)
{
    private const int LongestComment = 2000;

    public async Task KeepAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!FeedbackInvokeValue.TryRead(turn.Activity.Value, out var feedback))
            return;
        // Only on an answer to a question of their own, whatever activity the client names.
        var answered = turn.Activity.ReplyToId;
        var asked = await db.AskedQuestions
            .Where(q => q.PersonId == turn.Person.Id && q.ActivityId == answered).FirstOrDefaultAsync(cancellationToken);
        if (asked is null)
            return;
        var comment = WrittenText.Clean(feedback.Text);
        asked.Liked = feedback.IsLike;
        asked.Comment = comment.Length == 0 ? null : comment[..Math.Min(comment.Length, LongestComment)];
        turn.Record("answer.feedback", $"question:{asked.Id}", ("liked", feedback.IsLike ? "yes" : "no"));
    }
}
