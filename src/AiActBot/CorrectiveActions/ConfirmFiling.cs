using AiActBot.BotFramework.Cards;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.CorrectiveActions;

/// <summary>Who filed with an authority confirms it, with the reference that the authority gave: that stops the clock.</summary>
internal sealed class ConfirmFiling(AiActBotDbContext db, CaseFiles files, CaseCards cards)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (!data.TryGetGuid(FilingWords.Filing, out var id)
            || await db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } found
            || await files.FindAsync(found.CaseId, turn.Person.TenantId, cancellationToken) is not { } file || !file.Concerns(turn.Person))
        {
            turn.Refuse(CaseTexts.NotYours);
            return;
        }

        var filing = file.Filings.Single(one => one.Id == id);
        if (filing.FilerId != turn.Person.Id && !file.ActorOf(turn.Person).InComplianceTeam)
        {
            turn.Refuse(CaseTexts.OnlyFiler(file.NameOf(filing.FilerId)));
            return;
        }

        if (filing.FiledAt is null)
        {
            if (!data.TryGetText(CaseActions.Reference, FilingMapping.ReferenceLength, out var reference))
            {
                turn.Refuse(CaseTexts.ReferenceNeeded);
                return;
            }

            (filing.FiledAt, filing.FiledBy, filing.Reference) = (turn.Now, turn.Person.Id, reference.Replace('\n', ' '));
            db.Entry(file.Case).Property(c => c.Status).IsModified = true;
            turn.Record("filing.confirmed", $"case:{file.Case.Id}", ("filing", filing.Id.ToString()), ("authority", filing.Authority.ToString()), ("provisions", filing.Provisions),
                ("inTime", filing.DueBy is { } due ? (turn.Now < due ? "yes" : "no") : "no number in the law"));
            await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        }

        turn.Replace(cards.For(file, turn.Person), turn.In(CaseTexts.Summary(file)));
    }
}
