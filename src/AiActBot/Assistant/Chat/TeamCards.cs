using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Notifications;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.Assistant.Chat;

/// <summary>The cards of a question to the compliance team.</summary>
internal sealed class TeamCards(AiActBotDbContext db)
{
    public const string Question = "question";
    public const string Answer = "answer";
    public const string Keep = "keep";

    public static AdaptiveCard Asked(AskedQuestion asked, Language language) => Card(
        [Title("✓ " + TeamTexts.Asked.In(language)), Quote(asked.Question)]);

    public static AdaptiveCard For(TeamQuestion question, Person asker, Language language)
    {
        CardElement[] heading =
        [
            Title(TeamTexts.Title.In(language)),
            Subtle(new Bilingual($"Gevraagd door {asker.DisplayName}", $"Asked by {asker.DisplayName}").In(language)),
            Quote(question.Question),
        ];
        if (question.Answer is { } answer)
        {
            return Card([.. heading, Heading2(TeamTexts.AnswerTitle.In(language)), Text(answer),
                Badge("✓ " + (question.IsKept ? TeamTexts.Kept : TeamTexts.Sent).In(language), isGood: true)]);
        }

        return Card(
            [
                .. heading,
                TextInput(Answer, TeamTexts.YourAnswer.In(language), QuestionMapping.AnswerLength, TeamTexts.AnswerMissing.In(language)),
                Toggle(Keep, TeamTexts.KeepIt.In(language)),
            ],
            Button(TeamTexts.SendAnswer.In(language), Verbs.AnswerForTeam, (Question, question.Id.ToString())).Positive());
    }

    public async Task<RenderedNotification?> RenderAsync(Notification notification, CancellationToken cancellationToken)
    {
        var question = await db.TeamQuestions.AsNoTracking().SingleOrDefaultAsync(q => q.Id == notification.AboutId && q.Answer == null, cancellationToken);
        if (question is null)
            return null;
        var asker = await db.People.AsNoTracking().SingleAsync(p => p.Id == question.AskedBy, cancellationToken);
        var activity = Activity.WithAttachment(For(question, asker, notification.Language).ToAttachment(), notification.Subject).AlertWith(notification.Subject);
        return new RenderedNotification(activity, question.Question);
    }
}
