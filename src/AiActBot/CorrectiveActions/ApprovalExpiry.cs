using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Storage.Audit;

namespace AiActBot.CorrectiveActions;

/// <summary>A request for approval that ran out goes back to the proposer, as soon as somebody looks at the case.</summary>
internal static class ApprovalExpiry
{
    /// <returns>Whether it ran out now.</returns>
    public static bool ExpireIfDue(Turn turn, CaseFile file)
    {
        if (CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), Trigger.Expire, Actor.Clock) is not Decision.Accepted(var next))
            return false;
        foreach (var asked in file.CurrentApprovals.Where(approval => approval.State == ApprovalState.Pending))
        {
            asked.State = ApprovalState.Expired;
            turn.Db.Record(new AuditRecord("approval.expired", $"case:{file.Case.Id}", null, turn.Now, ("approval", asked.Id.ToString())));
        }

        file.Case.Status = next;
        return true;
    }
}
