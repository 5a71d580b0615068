using AiActBot.BotFramework.Cards;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;

namespace AiActBot.CorrectiveActions;

/// <summary>The proposer answers what was sent back: another action, and the approver is asked again.</summary>
internal sealed class ResubmitCase(CaseFiles files, ApprovalRequests requests, CaseCards cards)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindForAsync(turn, data, cancellationToken) is not { } file)
        {
            turn.Refuse(CaseTexts.NotYours);
            return;
        }

        if (!data.TryGetText(ReportCard.Action, CaseMapping.TextLength, out var action))
        {
            turn.Refuse(CaseTexts.ActionMissing);
            return;
        }

        // A colleague who rewrote it would be deciding on their own words, were they asked to approve.
        if (file.Case.ProposedBy != turn.Person.Id)
        {
            turn.Refuse(CaseTexts.OnlyProposer);
            return;
        }

        ApprovalExpiry.ExpireIfDue(turn, file);
        var actor = file.ActorOf(turn.Person);
        if (CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), Trigger.Revise, actor) is Decision.Refused(var notRevised))
        {
            turn.Refuse(notRevised.Text);
            return;
        }

        if (ApprovalRequests.ApproverFor(file) is not { } approver)
        {
            turn.Refuse(CaseTexts.NobodyCanDecide);
            return;
        }

        file.Case.ProposedAction = action;
        file.Case.Revision++;
        requests.Ask(file, approver, turn.Now);
        // The approver is not the proposer, so the revised proposal can always be submitted.
        file.Case.Status = ((Decision.Accepted)CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), Trigger.Submit, actor)).Next;
        turn.Record("case.resubmitted", $"case:{file.Case.Id}", ("approver", approver.ToString()));
        await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(cards.For(file, turn.Person), turn.In(CaseTexts.Summary(file)));
    }
}
