using AiActBot.BotFramework.Cards;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;

namespace AiActBot.CorrectiveActions;

/// <summary>What is proposed goes to the approvers: for the first time, or again after it came back.</summary>
internal sealed class ResubmitCase(CaseFiles files, ApprovalRequests requests, CaseCards cards)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindForAsync(turn, data, cancellationToken) is not { } file)
            return;
        if (!data.TryGetText(ReportCard.Action, CaseMapping.TextLength, out var action))
        {
            turn.Refuse(CaseTexts.ActionMissing);
            return;
        }

        ApprovalExpiry.ExpireIfDue(turn.Db, file, turn.Now);
        var actor = file.ActorOf(turn.Person);
        var facts = file.FactsAt(turn.Now);
        var (proposed, proposers, revision) = (file.Case.ProposedAction, file.Case.ProposerIds, file.Case.Revision);
        switch (CorrectiveActionLifecycle.Decide(facts, Trigger.Revise, actor))
        {
            case Decision.Refused(var refusal):
                turn.Refuse(refusal.Text);
                return;
            // Who writes other words becomes one of the proposers; who only sends it in does not.
            case Decision.Accepted accepted when action != file.Case.ProposedAction:
                file.Case.ProposedAction = action;
                file.Case.ProposerIds = [.. CorrectiveActionLifecycle.Apply(facts, Trigger.Revise, actor, accepted).Proposers.Select(proposer => proposer.Value)];
                break;
        }

        file.Case.Revision++;
        if (requests.Submit(file, turn.Person, turn.Now) is { } notSubmitted)
        {
            (file.Case.ProposedAction, file.Case.ProposerIds, file.Case.Revision) = (proposed, proposers, revision);
            turn.Refuse(notSubmitted);
            return;
        }

        turn.Record(file.Case.Approvals.Exists(approval => approval.State != ApprovalState.Pending) ? "case.resubmitted" : "case.submitted", $"case:{file.Case.Id}",
            ("approvers", string.Join(",", file.CurrentApprovals.Select(approval => approval.ApproverId))));
        await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(cards.For(file, turn.Person), turn.In(CaseTexts.Summary(file)));
    }
}
