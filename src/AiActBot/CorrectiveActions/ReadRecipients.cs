using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Hosting;

namespace AiActBot.CorrectiveActions;

/// <summary>Says in the chat who is told, each with how far it is, where they are too many to stand on the card of the case.</summary>
internal sealed class ReadRecipients(CaseFiles files, NoticePlan plan, OrganisationClock clock)
{
    /// <summary>As many as are read in one message, in a size that Teams takes.</summary>
    private const int MostInOne = 50;

    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindPrivatelyAsync(turn, data, cancellationToken) is not { } file)
            return;
        Say(turn, new("Kennisgevingen", "Notices"),
            [.. RecipientLines.MostUrgentFirst(file.Notices).Select(notice => DeliveryWords.Describe(notice, file.PartyOf(notice), clock, turn.Person))]);
        if (file.Case.Status is CorrectiveActionStatus.AwaitingApproval or CorrectiveActionStatus.Proposed)
        {
            Say(turn, new("Wie na goedkeuring bericht krijgt", "Who is told after approval"),
                [.. plan.For(file).Select(notice => RecipientLines.Planned(notice, turn.Language))]);
        }

        if (turn.Replies.Count == 0)
            turn.Refuse(CaseTexts.NothingToRead);
    }

    private static void Say(Turn turn, Bilingual title, List<string> lines)
    {
        foreach (var (part, index) in lines.Chunk(MostInOne).Select((part, index) => (part, index)))
        {
            var first = (index * MostInOne) + 1;
            turn.Say($"**{title.In(turn.Language)} ({first}-{first + part.Length - 1} / {lines.Count})**\n\n{string.Join('\n', part.Select(line => $"- {CardText.Escape(line)}"))}");
        }
    }
}
