using AiActBot.BotFramework.Cards;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;

namespace AiActBot.CorrectiveActions;

/// <summary>The moves that need nothing but a reason: unfounded, taken back, does not work, opened again.</summary>
internal sealed class MoveCase(CaseFiles files, CaseCards cards)
{
    public Task DismissAsync(Turn turn, CardData data, CancellationToken cancellationToken) =>
        MoveAsync(turn, data, Trigger.Dismiss, "case.dismissed", cancellationToken);

    public Task TakeBackAsync(Turn turn, CardData data, CancellationToken cancellationToken) =>
        MoveAsync(turn, data, Trigger.TakeBack, "case.takenBack", cancellationToken);

    public Task FindIneffectiveAsync(Turn turn, CardData data, CancellationToken cancellationToken) =>
        MoveAsync(turn, data, Trigger.FindIneffective, "case.ineffective", cancellationToken);

    public Task ReopenAsync(Turn turn, CardData data, CancellationToken cancellationToken) =>
        MoveAsync(turn, data, Trigger.Reopen, "case.reopened", cancellationToken);

    private async Task MoveAsync(Turn turn, CardData data, Trigger trigger, string action, CancellationToken cancellationToken)
    {
        if (await files.FindForAsync(turn, data, cancellationToken) is not { } file)
            return;
        data.TryGetText(CaseCard.Comment, CaseMapping.TextLength, out var reason);
        var actor = file.ActorOf(turn.Person);
        var facts = file.FactsAt(turn.Now);
        switch (CorrectiveActionLifecycle.Decide(facts, trigger, actor, new Statement(reason)))
        {
            case Decision.Refused(var refusal):
                turn.Refuse(refusal.Text);
                return;
            case Decision.Accepted accepted:
                Apply(turn, file, trigger, reason, CorrectiveActionLifecycle.Apply(facts, trigger, actor, accepted));
                break;
        }

        turn.Record(action, $"case:{file.Case.Id}", ("status", file.Case.Status.ToString()));
        await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(cards.For(file, turn.Person), turn.In(CaseTexts.Summary(file)));
    }

    private static void Apply(Turn turn, CaseFile file, Trigger trigger, string? reason, CaseFacts next)
    {
        var @case = file.Case;
        @case.Status = next.Status;
        @case.CarriedOutBy = next.CarriedOutBy;
        @case.VerifiedBy = next.Verified ? @case.VerifiedBy : null;
        @case.ProposerIds = [.. next.Proposers.Select(proposer => proposer.Value)];
        foreach (var asked in @case.Approvals.Where(approval => approval.State == ApprovalState.Pending))
            asked.State = ApprovalState.Superseded;
        switch (trigger)
        {
            case Trigger.Dismiss:
                @case.ClosedAt = turn.Now;
                @case.ClosingReason = reason;
                break;
            case Trigger.Reopen:
                // A new round: what was approved before stays as it was, and does not count for what comes.
                (@case.ClosedAt, @case.ClosingReason, @case.Remark) = (null, null, reason);
                @case.StepsDone = [];
                @case.Revision++;
                break;
            case Trigger.FindIneffective:
                (@case.Remark, @case.StepsDone) = (reason, []);
                break;
            default:
                @case.Revision++;
                break;
        }
    }
}
