using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Storage;
using AiActBot.Storage.Audit;

namespace AiActBot.CorrectiveActions;

/// <summary>A request for approval that ran out goes back to the proposer: when its time comes, or when somebody looks first.</summary>
internal static class ApprovalExpiry
{
    /// <returns>Whether it ran out now.</returns>
    public static bool ExpireIfDue(AiActBotDbContext db, CaseFile file, DateTimeOffset now)
    {
        if (CorrectiveActionLifecycle.Decide(file.FactsAt(now), Trigger.Expire, Actor.Clock) is not Decision.Accepted(var next))
            return false;
        foreach (var asked in file.CurrentApprovals.Where(approval => approval.State == ApprovalState.Pending))
        {
            asked.State = ApprovalState.Expired;
            db.Record(new AuditRecord("approval.expired", $"case:{file.Case.Id}", null, now, ("approval", asked.Id.ToString())));
        }

        file.Case.Status = next;
        return true;
    }
}
