using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

/// <summary>Asks for decisions on the current revision of a case: of one person, or of several when it carries a risk.</summary>
internal sealed class ApprovalRequests(NoticePlan plan, IOptions<CorrectiveActionsOptions> options)
{
    /// <summary>Submits what is proposed: names the approvers, asks them, and lets the lifecycle decide whether that can be.</summary>
    /// <returns>Why it cannot be submitted, or null when it is.</returns>
    public Bilingual? Submit(CaseFile file, Person by, DateTimeOffset now)
    {
        var notices = plan.For(file);
        if (notices.Select(notice => Placeholders.FirstIn(notice.Subject + "\n" + notice.Text)).FirstOrDefault(found => found is not null) is { } placeholder)
            return CaseTexts.PlaceholderLeft(placeholder);
        var required = file.Case.PresentsRisk ? options.Value.ApprovalsAtRisk : 1;
        var approvers = ApproversFor(file, required);
        if (approvers.Count == 0)
            return CaseTexts.NobodyCanDecide;
        // Decided before anything is asked: what is refused leaves nothing behind.
        var facts = file.FactsAt(now) with { Approvers = approvers, RequiredApprovals = required };
        switch (CorrectiveActionLifecycle.Decide(facts, Trigger.Submit, file.ActorOf(by)))
        {
            case Decision.Accepted(var next):
                file.Case.RequiredApprovals = required;
                Ask(file, approvers, notices, now);
                file.Case.Status = next;
                return null;
            case Decision.Refused(var refusal):
                return refusal.Text;
            default:
                throw new InvalidOperationException("A decision is accepted or refused.");
        }
    }

    /// <summary>Asks the same people again, about what would be sent now.</summary>
    public void AskAgain(CaseFile file, DateTimeOffset now)
    {
        var approvers = file.CurrentApprovals.Select(approval => approval.ApproverId).Distinct().ToList();
        file.Case.Revision++;
        Ask(file, approvers, plan.For(file), now);
    }

    /// <summary>
    /// The project leader decides; where they proposed it themselves, somebody of the compliance team does. Where several
    /// have to agree, everybody of the team who did not propose it may.
    /// </summary>
    private static List<PersonId> ApproversFor(CaseFile file, int required)
    {
        var candidates = file.Team.Select(member => member.Id).Prepend(file.System.OwnerId).Distinct()
            .Where(person => !file.Case.ProposerIds.Contains(person.Value)).ToList();
        return required > 1 ? candidates : [.. candidates.Take(1)];
    }

    private void Ask(CaseFile file, IReadOnlyList<PersonId> approvers, IReadOnlyList<PlannedNotice> notices, DateTimeOffset now)
    {
        foreach (var earlier in file.Case.Approvals.Where(approval => approval.State == ApprovalState.Pending))
            earlier.State = ApprovalState.Superseded;
        foreach (var approver in approvers)
        {
            var asked = new Approval
            {
                // Not in order of time: an id that can be guessed would be half a forged card.
                Id = Guid.NewGuid(),
                CaseId = file.Case.Id,
                Revision = file.Case.Revision,
                ApproverId = approver,
                ContentHash = NoticePlan.Hash(notices),
                ExpiresAt = now + options.Value.ApprovalValidFor,
            };
            file.Case.Approvals.Add(asked);
        }
    }
}
