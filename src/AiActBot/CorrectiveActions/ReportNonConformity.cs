using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace AiActBot.CorrectiveActions;

/// <summary>Anyone can report that a registered system may not conform, with what should be done about it.</summary>
internal sealed class ReportNonConformity(AiActBotDbContext db, CaseFiles files, ApprovalRequests requests, CaseCards cards)
{
    public async Task ShowFormAsync(Turn turn, CancellationToken cancellationToken)
    {
        var systems = await db.AiSystems.AsNoTracking().Where(s => s.TenantId == turn.Person.TenantId)
            .OrderBy(s => s.Name).ToListAsync(cancellationToken);
        if (systems.Count == 0)
            turn.Say(CaseTexts.NoSystemsYet);
        else
            turn.Show(ReportCard.Build(systems, turn.Language), turn.In(CaseTexts.ReportTitle));
    }

    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (ReportInput.Read(data) is not { } input)
        {
            turn.Refuse(CaseTexts.ReportIncomplete);
            return;
        }

        var system = await db.AiSystems.Include(s => s.Parties)
            .SingleOrDefaultAsync(s => s.Id == input.SystemId && s.TenantId == turn.Person.TenantId, cancellationToken);
        if (system is null)
        {
            turn.Refuse(CaseTexts.SystemGone);
            return;
        }

        var @case = await OpenAsync(turn, input, cancellationToken);
        var team = await files.TeamAsync(turn.Person.TenantId, cancellationToken);
        var file = new CaseFile(@case, system, [], await PeopleAsync(turn, system, team, cancellationToken), team);
        if (Submit(turn, file) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        db.Cases.Add(@case);
        await cards.ShowEverybodyAsync(file, turn.Now, cancellationToken);
        turn.Replace(ReportCard.Done(file, turn.Language), turn.In(CaseTexts.Reported(file)));
    }

    private async Task<CorrectiveActionCase> OpenAsync(Turn turn, ReportInput input, CancellationToken cancellationToken)
    {
        var prefix = $"CA-{turn.Now.Year}-";
        var count = await db.Cases.CountAsync(c => c.TenantId == turn.Person.TenantId && c.Number.StartsWith(prefix), cancellationToken);
        return new CorrectiveActionCase
        {
            Id = CaseId.New(),
            // Two reports at once count the same; the unique index lets one through and the other counts again.
            Number = $"{prefix}{count + 1:0000}",
            TenantId = turn.Person.TenantId,
            AiSystemId = input.SystemId,
            Kind = input.Kind,
            Facts = input.Facts,
            ProposedAction = input.Action,
            PresentsRisk = input.PresentsRisk,
            ProposedBy = turn.Person.Id,
            ReportedAt = turn.Now,
        };
    }

    /// <returns>Why it cannot be submitted, or null when it is.</returns>
    private Bilingual? Submit(Turn turn, CaseFile file)
    {
        if (ApprovalRequests.ApproverFor(file) is not { } approver)
            return CaseTexts.NobodyCanDecide;
        var actor = file.ActorOf(turn.Person);
        foreach (var trigger in new[] { Trigger.Propose, Trigger.Submit })
        {
            if (trigger == Trigger.Submit)
                requests.Ask(file, approver, turn.Now);
            switch (CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), trigger, actor))
            {
                case Decision.Accepted(var next):
                    file.Case.Status = next;
                    break;
                case Decision.Refused(var refusal):
                    return refusal.Text;
            }
        }

        turn.Record("case.reported", $"case:{file.Case.Id}", ("system", file.System.Id.ToString()), ("number", file.Case.Number),
            ("kind", file.Case.Kind.ToString()), ("approver", approver.ToString()));
        return null;
    }

    private async Task<Dictionary<PersonId, Person>> PeopleAsync(
        Turn turn, AiSystems.AiSystem system, IReadOnlyList<Person> team, CancellationToken cancellationToken)
    {
        var owner = await db.People.SingleAsync(p => p.Id == system.OwnerId, cancellationToken);
        // The team too: one of them decides on what the project leader proposed.
        return team.Append(owner).Append(turn.Person).DistinctBy(person => person.Id).ToDictionary(person => person.Id);
    }
}

/// <summary>What a report holds, checked: the form is filled in by somebody else's program.</summary>
internal sealed record ReportInput(AiSystemId SystemId, CorrectiveActionKind Kind, string Facts, string Action, bool PresentsRisk)
{
    public static ReportInput? Read(CardData data) =>
        data.TryGetGuid(ReportCard.System, out var system)
        && data.TryGetEnum<CorrectiveActionKind>(ReportCard.Kind, out var kind)
        && data.TryGetText(ReportCard.Facts, CaseMapping.TextLength, out var facts)
        && data.TryGetText(ReportCard.Action, CaseMapping.TextLength, out var action)
            ? new ReportInput(new AiSystemId(system), kind, facts, action, data.TryGetBoolean(ReportCard.Risk, out var risk) && risk)
            : null;
}
