using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;

namespace AiActBot.CorrectiveActions;

/// <summary>Says in the chat what will be sent or is to be filed, where it is too long to stand on the card of the case.</summary>
internal sealed class ReadTexts(CaseFiles files, NoticePlan plan)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindPrivatelyAsync(turn, data, cancellationToken) is not { } file)
            return;
        if (file.Case.Status is CorrectiveActionStatus.AwaitingApproval or CorrectiveActionStatus.Proposed)
        {
            foreach (var text in PlannedText.Of(plan.For(file)))
                Say(turn, text.NamesIn(turn.Language), text.Subject, text.Text, text.Remark);
        }

        if (new CaseActions(file, turn.Person, turn.Now).OpenFiling is { } filing)
            Say(turn, FilingWords.AuthorityOf(filing, turn.Language), filing.Subject, filing.Text);
        if (turn.Replies.Count == 0)
            turn.Refuse(CaseTexts.NothingToRead);
    }

    private static void Say(Turn turn, string to, string subject, string text, Bilingual? remark = null) => turn.Say(
        $"**{CardText.Escape(to)}: {CardText.Escape(subject)}**\n\n{CardText.Escape(text)}" + (remark is null ? "" : $"\n\n*{remark.In(turn.Language)}*"));
}
