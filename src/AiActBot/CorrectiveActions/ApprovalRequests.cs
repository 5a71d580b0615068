using AiActBot.Compliance;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

/// <summary>Asks for a decision on the current revision of a case.</summary>
internal sealed class ApprovalRequests(NoticePlan plan, IOptions<CorrectiveActionsOptions> options)
{
    /// <summary>The project leader decides; where they proposed it themselves, somebody of the compliance team does.</summary>
    /// <returns>The approver, or null when nobody but the proposer is there.</returns>
    public static PersonId? ApproverFor(CaseFile file) =>
        file.System.OwnerId != file.Case.ProposedBy
            ? file.System.OwnerId
            : file.Team.Where(member => member.Id != file.Case.ProposedBy).Select(member => (PersonId?)member.Id).FirstOrDefault();

    public Approval Ask(CaseFile file, PersonId approver, DateTimeOffset now)
    {
        foreach (var earlier in file.Case.Approvals.Where(approval => approval.State == ApprovalState.Pending))
            earlier.State = ApprovalState.Superseded;
        var asked = new Approval
        {
            // Not in order of time: an id that can be guessed would be half a forged card.
            Id = Guid.NewGuid(),
            CaseId = file.Case.Id,
            Revision = file.Case.Revision,
            ApproverId = approver,
            ContentHash = NoticePlan.Hash(plan.For(file.Case, file.System)),
            ExpiresAt = now + options.Value.ApprovalValidFor,
        };
        file.Case.Approvals.Add(asked);
        return asked;
    }
}
