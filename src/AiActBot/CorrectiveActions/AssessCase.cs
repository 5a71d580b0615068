using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Hosting;

namespace AiActBot.CorrectiveActions;

/// <summary>Intake: the compliance team, or whoever proposed, settles the facts and the action; or closes the report as unfounded.</summary>
internal sealed class AssessCase(CaseFiles files, CaseCards cards, OrganisationClock clock)
{
    public async Task ShowAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindPrivatelyAsync(turn, data, cancellationToken) is not { } file)
            return;
        if (CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), TriggerFor(file), file.ActorOf(turn.Person)) is Decision.Refused(var refusal))
            turn.Refuse(refusal.Text);
        else
            turn.Replace(AssessCard.Build(file, turn.Person, clock), turn.In(CaseTexts.Summary(file)));
    }

    public async Task SaveAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await files.FindForAsync(turn, data, cancellationToken) is not { } file)
            return;
        if (!Proposal.TryRead(data, out var proposal) || proposal is null)
        {
            turn.Refuse(CaseTexts.ProposalIncomplete);
            return;
        }

        if (CaseForm.Read(data, turn.Person, clock, turn.Now) is not { } answers)
        {
            turn.Refuse(CaseTexts.MomentNotSound);
            return;
        }

        var actor = file.ActorOf(turn.Person);
        var trigger = TriggerFor(file);
        var facts = file.FactsAt(turn.Now);
        switch (CorrectiveActionLifecycle.Decide(facts, trigger, actor))
        {
            case Decision.Refused(var refusal):
                turn.Refuse(refusal.Text);
                return;
            case Decision.Accepted accepted:
                answers.ApplyTo(file.Case);
                Keep(file, proposal, data, CorrectiveActionLifecycle.Apply(facts, trigger, actor, accepted));
                break;
        }

        turn.Record(trigger == Trigger.Propose ? "case.proposed" : "case.revised", $"case:{file.Case.Id}",
            ("kind", file.Case.Kind.ToString()), ("risk", file.Case.PresentsRisk ? "yes" : "no"), ("incident", file.Case.Incident.ToString()),
            ("circumstances", file.Case.Circumstances.ToString()), ("finding", file.Case.Finding.ToString()));
        await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(cards.For(file, turn.Person), turn.In(CaseTexts.Summary(file)));
    }

    private static void Keep(CaseFile file, Proposal proposal, CardData data, CaseFacts next)
    {
        file.Case.Kind = proposal.Kind;
        file.Case.ProposedAction = proposal.Action;
        file.Case.StepsDone = [];
        file.Case.FilerId = data.TryGetGuid(AssessCard.Filer, out var filer) && file.Team.Any(member => member.Id.Value == filer)
            ? new PersonId(filer)
            : file.Filer;
        file.Case.Status = next.Status;
        file.Case.ProposerIds = [.. next.Proposers.Select(proposer => proposer.Value)];
        file.Case.Revision++;
    }

    private static Trigger TriggerFor(CaseFile file) => file.Case.Status == CorrectiveActionStatus.Reported ? Trigger.Propose : Trigger.Revise;
}
