using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Hosting;
using AiActBot.Storage;

namespace AiActBot.CorrectiveActions;

/// <summary>An approver lets somebody else decide on one case, up to and including a day.</summary>
internal sealed class DelegateApproval(AiActBotDbContext db, ApprovalLookup lookup, CaseCards cards, OrganisationClock clock)
{
    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (await lookup.FindPendingAsync(turn, data, cancellationToken) is not var (_, file))
            return;
        var delegation = data.TryGetGuid(CaseActions.Delegate, out var id) && data.TryGetDate(CaseActions.DelegateUntil, out var lastDay)
            && file.Colleagues.Any(person => person.Id.Value == id)
                ? new Delegation(turn.Person.Id, new PersonId(id), turn.Now, clock.StartOf(lastDay.AddDays(1)))
                : null;
        if (CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), Trigger.Delegate, file.ActorOf(turn.Person), new Statement(Delegation: delegation))
            is Decision.Refused(var refusal))
        {
            turn.Record("approval.refused", $"case:{file.Case.Id}", ("code", refusal.Code.ToString()));
            turn.Refuse(refusal.Text);
            return;
        }

        var standIn = new StandIn
        {
            Id = Guid.NewGuid(),
            CaseId = file.Case.Id,
            ApproverId = delegation!.Approver,
            DelegateId = delegation.Delegate,
            From = delegation.From,
            Until = delegation.Until,
        };
        db.StandIns.Add(standIn);
        // A change of the case like any other: of two at once, one looks again.
        db.Entry(file.Case).Property(c => c.Status).IsModified = true;
        turn.Record("approval.delegated", $"case:{file.Case.Id}", ("to", delegation.Delegate.ToString()), ("until", delegation.Until.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        var people = new Dictionary<PersonId, Person>(file.People) { [delegation.Delegate] = file.Colleagues.First(person => person.Id == delegation.Delegate) };
        file = file with { StandIns = [.. file.StandIns, standIn], People = people };
        await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(cards.For(file, turn.Person, CaseTexts.Delegated(file.NameOf(delegation.Delegate))), turn.In(CaseTexts.Summary(file)));
    }
}
