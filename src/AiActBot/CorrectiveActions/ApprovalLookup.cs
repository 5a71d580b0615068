using AiActBot.BotFramework.Cards;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.CorrectiveActions;

/// <summary>Finds the request that a card names, for somebody who has to do with it, in their own chat, while it is open.</summary>
internal sealed class ApprovalLookup(AiActBotDbContext db, CaseFiles files, CaseCards cards)
{
    /// <returns>The request and its case; null after the turn has been told why not.</returns>
    public async Task<(Approval Asked, CaseFile File)?> FindPendingAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, data, cancellationToken) is not var (asked, file))
        {
            // The same answer for what does not exist and for what is somebody else's.
            turn.Refuse(CaseTexts.NotYours);
            return null;
        }

        if (!turn.IsPrivate)
        {
            turn.Refuse(CaseTexts.OnlyInPrivate);
            return null;
        }

        if (asked.State != ApprovalState.Pending)
        {
            turn.Replace(cards.For(file, turn.Person, asked.State == ApprovalState.Expired ? CaseTexts.Expired : null), turn.In(CaseTexts.Summary(file)));
            return null;
        }

        return (asked, file);
    }

    private async Task<(Approval Asked, CaseFile File)?> FindAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (!data.TryGetGuid(CaseCard.Approval, out var id)
            || await db.Approvals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } found
            || await files.FindAsync(found.CaseId, turn.Person.TenantId, cancellationToken) is not { } file)
        {
            return null;
        }

        if (!file.Concerns(turn.Person))
        {
            turn.Record("approval.refused", $"case:{file.Case.Id}", ("code", "NotConcerned"));
            return null;
        }

        return (file.Case.Approvals.Single(approval => approval.Id == id), file);
    }
}
