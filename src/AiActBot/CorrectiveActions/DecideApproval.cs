using System.Globalization;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Storage;

namespace AiActBot.CorrectiveActions;

/// <summary>
/// An approver, or who stands in for them, approves or sends back. The card says only which request it is about; who may
/// decide, on what, and whether it is still the same, is looked up here. Approval and notices are saved together or not at all.
/// </summary>
internal sealed class DecideApproval(AiActBotDbContext db, ApprovalLookup lookup, NoticePlan plan, ApprovedNotices approved, ApprovalRequests requests, CaseCards cards)
{
    public Task ApproveAsync(Turn turn, CardData data, CancellationToken cancellationToken) =>
        DecideAsync(turn, data, Trigger.Approve, null, cancellationToken);

    public Task SendBackAsync(Turn turn, CardData data, CancellationToken cancellationToken) =>
        data.TryGetText(CaseCard.Comment, CaseMapping.TextLength, out var comment)
            ? DecideAsync(turn, data, Trigger.SendBack, comment, cancellationToken)
            : DecideAsync(turn, data, Trigger.SendBack, null, cancellationToken);

    private async Task DecideAsync(Turn turn, CardData data, Trigger trigger, string? comment, CancellationToken cancellationToken)
    {
        if (await lookup.FindPendingAsync(turn, data, cancellationToken) is not var (asked, file))
            return;
        if (ApprovalExpiry.ExpireIfDue(db, file, turn.Now))
        {
            await ShowAsync(turn, file, CaseTexts.Expired, cancellationToken);
            return;
        }

        switch (CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), trigger, file.ActorOf(turn.Person), new Statement(comment)))
        {
            case Decision.Refused(var refusal):
                turn.Record("approval.refused", $"case:{file.Case.Id}", ("code", refusal.Code.ToString()));
                turn.Refuse(refusal.Text);
                return;
            case Decision.Accepted when asked.ContentHash != NoticePlan.Hash(plan.For(file)):
                AskAgain(turn, file, asked);
                await ShowAsync(turn, file, CaseTexts.ChangedMeanwhile, cancellationToken);
                return;
            case Decision.Accepted accepted:
                file = Decide(turn, file, SeatOf(file, accepted, asked), trigger, comment, accepted.Next);
                break;
        }

        await ShowAsync(turn, file, null, cancellationToken);
    }

    /// <summary>The approval whose vote it is: of who votes, or of who they stand in for.</summary>
    private static Approval SeatOf(CaseFile file, Decision.Accepted accepted, Approval asked) =>
        accepted.InPlaceOf is { } seat ? file.CurrentApprovals.First(approval => approval.ApproverId == seat) : asked;

    /// <returns>The case with the notices that the decision puts in the outbox.</returns>
    private CaseFile Decide(Turn turn, CaseFile file, Approval seat, Trigger trigger, string? comment, CorrectiveActionStatus next)
    {
        seat.State = trigger == Trigger.Approve ? ApprovalState.Approved : ApprovalState.SentBack;
        seat.Comment = comment;
        seat.DecidedAt = turn.Now;
        seat.GivenBy = turn.Person.Id;
        file.Case.Status = next;
        var (result, notices) = next == CorrectiveActionStatus.CarryingOut ? approved.PutInOutbox(file, turn.Now) : (file, 0);
        turn.Record(Happened(trigger, next), $"case:{file.Case.Id}",
            ("approval", seat.Id.ToString()), ("revision", seat.Revision.ToString(CultureInfo.InvariantCulture)), ("inPlaceOf", seat.ApproverId.ToString()),
            ("content", seat.ContentHash), ("notices", notices.ToString(CultureInfo.InvariantCulture)));
        if (next != CorrectiveActionStatus.AwaitingApproval)
        {
            foreach (var other in file.Case.Approvals.Where(approval => approval.State == ApprovalState.Pending))
                other.State = ApprovalState.Superseded;
        }

        return result;
    }

    private static string Happened(Trigger trigger, CorrectiveActionStatus next) => (trigger, next) switch
    {
        (Trigger.SendBack, _) => "case.sentBack",
        (_, CorrectiveActionStatus.AwaitingApproval) => "case.voted",
        _ => "case.approved",
    };

    /// <summary>What would be sent is no longer what the approver was shown, so the approver is shown it first.</summary>
    private void AskAgain(Turn turn, CaseFile file, Approval asked)
    {
        requests.AskAgain(file, turn.Now);
        turn.Record("approval.superseded", $"case:{file.Case.Id}", ("approval", asked.Id.ToString()));
    }

    private async Task ShowAsync(Turn turn, CaseFile file, Bilingual? remark, CancellationToken cancellationToken)
    {
        await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(cards.For(file, turn.Person, remark), turn.In(CaseTexts.Summary(file)));
    }
}
