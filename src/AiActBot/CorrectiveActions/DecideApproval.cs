using AiActBot.BotFramework.Cards;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.CorrectiveActions;

/// <summary>
/// The approver approves or sends back. The card says only which request it is about; who may decide, on what, and
/// whether it is still the same, is looked up here. Approval and notices are saved together or not at all.
/// </summary>
internal sealed class DecideApproval(AiActBotDbContext db, CaseFiles files, NoticePlan plan, ApprovalRequests requests, CaseCards cards)
{
    public Task ApproveAsync(Turn turn, CardData data, CancellationToken cancellationToken) =>
        DecideAsync(turn, data, Trigger.Approve, null, cancellationToken);

    public Task SendBackAsync(Turn turn, CardData data, CancellationToken cancellationToken) =>
        data.TryGetText(CaseCard.Comment, CaseMapping.TextLength, out var comment)
            ? DecideAsync(turn, data, Trigger.SendBack, comment, cancellationToken)
            : DecideAsync(turn, data, Trigger.SendBack, null, cancellationToken);

    private async Task DecideAsync(Turn turn, CardData data, Trigger trigger, string? comment, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, data, cancellationToken) is not var (asked, file))
        {
            // The same answer for what does not exist and for what is somebody else's.
            turn.Refuse(CaseTexts.NotYours);
            return;
        }

        if (!turn.IsPrivate)
        {
            turn.Refuse(CaseTexts.OnlyInPrivate);
            return;
        }

        if (asked.State != ApprovalState.Pending)
        {
            turn.Replace(cards.For(file, turn.Person), turn.In(CaseTexts.Summary(file)));
            return;
        }

        if (ApprovalExpiry.ExpireIfDue(turn, file))
        {
            await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
            turn.Replace(cards.For(file, turn.Person, CaseTexts.Expired), turn.In(CaseTexts.Summary(file)));
            return;
        }

        var actor = file.ActorOf(turn.Person);
        switch (CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), trigger, actor, new Statement(comment)))
        {
            case Decision.Refused(var refusal):
                turn.Record("approval.refused", $"case:{file.Case.Id}", ("code", refusal.Code.ToString()));
                turn.Refuse(refusal.Text);
                return;
            case Decision.Accepted when asked.ContentHash != NoticePlan.Hash(plan.For(file.Case, file.System)):
                await AskAgainAsync(turn, file, asked, cancellationToken);
                return;
            case Decision.Accepted(var next):
                file = Decide(turn, file, asked, trigger, comment, next);
                break;
        }

        await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(cards.For(file, turn.Person), turn.In(CaseTexts.Summary(file)));
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

    /// <returns>The case with the notices that the decision puts in the outbox.</returns>
    private CaseFile Decide(Turn turn, CaseFile file, Approval asked, Trigger trigger, string? comment, CorrectiveActionStatus next)
    {
        asked.State = trigger == Trigger.Approve ? ApprovalState.Approved : ApprovalState.SentBack;
        asked.Comment = comment;
        asked.DecidedAt = turn.Now;
        file.Case.Status = next;
        var planned = next == CorrectiveActionStatus.CarryingOut ? plan.For(file.Case, file.System) : [];
        var notices = planned.Select(notice => NoticePlan.ToNotification(notice, file.Case.Id, turn.Now)).ToList();
        db.Notifications.AddRange(notices);
        turn.Record(trigger == Trigger.Approve ? "case.approved" : "case.sentBack", $"case:{file.Case.Id}",
            ("approval", asked.Id.ToString()), ("revision", asked.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("content", asked.ContentHash), ("notices", notices.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return file with { Notices = [.. file.Notices, .. notices] };
    }

    /// <summary>What would be sent is no longer what the approver was shown, so the approver is shown it first.</summary>
    private async Task AskAgainAsync(Turn turn, CaseFile file, Approval asked, CancellationToken cancellationToken)
    {
        file.Case.Revision++;
        requests.Ask(file, asked.ApproverId, turn.Now);
        turn.Record("approval.superseded", $"case:{file.Case.Id}", ("approval", asked.Id.ToString()));
        await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(cards.For(file, turn.Person, CaseTexts.ChangedMeanwhile), turn.In(CaseTexts.Summary(file)));
    }
}
