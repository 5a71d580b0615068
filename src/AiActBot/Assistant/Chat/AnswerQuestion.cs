using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Knowledge;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.Assistant.Chat;

/// <summary>A typed question gets an answer in its own language, with its sources; what is declined can go to the team.</summary>
internal sealed class AnswerQuestion(
    AiActBotDbContext db, QuestionAnswering assistant, ReviewedAnswers reviewed, QuestionContext context, AnswerStream stream, IOptions<AssistantOptions> options,
    IOptions<KnowledgeOptions> knowledge)
{
    public async Task AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await QuestionPace.IsTooFastAsync(db, turn, options.Value.QuestionsPerMinute, cancellationToken))
        {
            turn.Say(QuestionPace.TooFast);
            return;
        }

        await reviewed.RefreshAsync(db, cancellationToken);
        var dialog = await db.Dialogs.SingleOrDefaultAsync(
            d => d.ConversationId == turn.Conversation.Id && d.PersonId == turn.Person.Id, cancellationToken);
        var question = new AssistantQuestion(
            turn.Text, null, await context.OfAsync(turn, dialog, cancellationToken), await context.SystemNamedAsync(turn, cancellationToken),
            turn.Language == Language.Dutch ? DocumentLanguage.Nl : DocumentLanguage.En, turn.Person.TenantId);
        var answer = await assistant.AnswerAsync(
            question, cancellationToken, (language, token) => stream.StartAsync(turn, LanguageOf(language), token));
        var asked = Keep(turn, dialog, answer);
        turn.Send(AnswerMessage.Build(answer, turn.Conversation.IsPersonal, knowledge.Value.LinkHosts), asked.Id, endsStream: true);
        if (answer.OffersComplianceTeam)
            turn.Show(OfferCard(asked, LanguageOf(answer)), TeamTexts.AskTeam.In(LanguageOf(answer)));
    }

    private AskedQuestion Keep(Turn turn, DialogState? dialog, Answer answer)
    {
        var asked = new AskedQuestion
        {
            Id = Guid.CreateVersion7(turn.Now),
            TenantId = turn.Person.TenantId,
            PersonId = turn.Person.Id,
            Question = turn.Text,
            Language = LanguageOf(answer),
            Answered = answer.Answered,
            Declined = answer.Declined?.ToString(),
            At = turn.Now,
            MessageId = turn.Activity.Id,
        };
        db.AskedQuestions.Add(asked);
        if (dialog is null)
        {
            dialog = new DialogState { ConversationId = turn.Conversation.Id, PersonId = turn.Person.Id, State = "", UpdatedAt = turn.Now };
            db.Dialogs.Add(dialog);
        }

        (dialog.State, dialog.UpdatedAt) = (QuestionContext.Write(answer.Context), turn.Now);
        return asked;
    }

    private static BotFramework.Cards.AdaptiveCard OfferCard(AskedQuestion asked, Language language) => Card(
        [Title(TeamTexts.AskTeam.In(language)), Text(TeamTexts.OfferTeam.In(language))],
        Button(TeamTexts.AskTeam.In(language), Verbs.AskTeam, (TeamCards.Question, asked.Id.ToString())));

    private static Language LanguageOf(Answer answer) => LanguageOf(answer.Language);

    private static Language LanguageOf(DocumentLanguage language) => language == DocumentLanguage.Nl ? Language.Dutch : Language.English;
}
