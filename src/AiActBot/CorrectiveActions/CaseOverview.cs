using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>The cases that a person has to do with.</summary>
internal sealed class CaseOverview(AiActBotDbContext db, CaseFiles files, CaseCards cards)
{
    private const int Longest = 10;

    public async Task ListAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.IsPrivate)
        {
            turn.Refuse(CaseTexts.OnlyInPrivate);
            return;
        }

        var mine = await (
            from @case in files.Concerning(turn.Person)
            join system in db.AiSystems on @case.AiSystemId equals system.Id
            orderby @case.Status == CorrectiveActionStatus.Closed, @case.ReportedAt descending
            select new { @case.Id, @case.Number, @case.Status, system.Name }).AsNoTracking().Take(Longest).ToListAsync(cancellationToken);
        if (mine.Count == 0)
        {
            turn.Say(new Bilingual("Er zijn geen dossiers voor jou. Typ **melden** om er een te openen.", "There are no cases for you. Type **report** to open one."));
            return;
        }

        var title = turn.In(new Bilingual("Dossiers", "Cases"));
        turn.Show(
            Card(
                [Title(title)],
                [.. mine.Select(found => Button($"{found.Number} {found.Name}: {CaseWords.Of(found.Status).In(turn.Language)}", Verbs.ShowCase, (CaseCard.Case, found.Id.ToString())))]),
            title);
    }

    public async Task ShowAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindPrivatelyAsync(turn, data, cancellationToken) is not { } file)
            return;
        if (ApprovalExpiry.ExpireIfDue(turn.Db, file, turn.Now))
            await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(cards.For(file, turn.Person), turn.In(CaseTexts.Summary(file)));
    }
}
