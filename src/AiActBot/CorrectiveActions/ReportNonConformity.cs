using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Hosting;
using AiActBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

/// <summary>Anyone can report that a registered system may not conform; with what should be done about it, or without.</summary>
internal sealed class ReportNonConformity(
    AiActBotDbContext db, CaseFiles files, ApprovalRequests requests, CaseCards cards, OrganisationClock clock, IOptions<CorrectiveActionsOptions> options)
{
    public async Task ShowFormAsync(Turn turn, CancellationToken cancellationToken)
    {
        var systems = await db.AiSystems.AsNoTracking().Where(s => s.TenantId == turn.Person.TenantId)
            .OrderBy(s => s.Name).ToListAsync(cancellationToken);
        if (systems.Count == 0)
            turn.Say(CaseTexts.NoSystemsYet);
        else
            turn.Show(ReportCard.Build(systems, turn.Person, clock, options.Value.AllowAnonymousReports), turn.In(CaseTexts.ReportTitle));
    }

    public async Task HandleAsync(Turn turn, CardData data, CancellationToken cancellationToken)
    {
        if (ReportInput.Read(data) is not { } input)
        {
            turn.Refuse(CaseTexts.ReportIncomplete);
            return;
        }

        if (CaseForm.Read(data, turn.Person, clock, turn.Now) is not { } answers)
        {
            turn.Refuse(CaseTexts.MomentNotSound);
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
        answers.ApplyTo(@case);
        var team = await files.TeamAsync(turn.Person.TenantId, cancellationToken);
        var file = new CaseFile(@case, system, [], await PeopleAsync(turn, system, team, cancellationToken), team);
        if (input.Proposal is null && team.Count == 0)
        {
            turn.Refuse(CaseTexts.NobodyAssesses);
            return;
        }

        if (input.Proposal is not null && Submit(turn, file) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        Record(turn, file);
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
            Kind = input.Proposal?.Kind ?? CorrectiveActionKind.BringIntoConformity,
            Facts = input.Facts,
            ProposedAction = input.Proposal?.Action ?? "",
            ReportedBy = turn.Person.Id,
            IsAnonymous = input.IsAnonymous && options.Value.AllowAnonymousReports,
            ReportedAt = turn.Now,
        };
    }

    /// <returns>Why it cannot be submitted, or null when it is.</returns>
    private Bilingual? Submit(Turn turn, CaseFile file)
    {
        var actor = file.ActorOf(turn.Person);
        if (CorrectiveActionLifecycle.Decide(file.FactsAt(turn.Now), Trigger.Propose, actor) is Decision.Refused(var notProposed))
            return notProposed.Text;
        file.Case.ProposerIds = [turn.Person.Id.Value];
        file.Case.Status = CorrectiveActionStatus.Proposed;
        return requests.Submit(file, turn.Person, turn.Now);
    }

    /// <summary>Who reported anonymously does not stand in the audit trail either.</summary>
    private void Record(Turn turn, CaseFile file) => db.Record(new Storage.Audit.AuditRecord(
        "case.reported", $"case:{file.Case.Id}", file.Case.IsAnonymous ? null : turn.Person.Id, turn.Now,
        ("system", file.System.Id.ToString()), ("number", file.Case.Number), ("kind", file.Case.HasProposal ? file.Case.Kind.ToString() : "none"),
        ("incident", file.Case.Incident.ToString()), ("anonymous", file.Case.IsAnonymous ? "yes" : "no"),
        ("approvers", string.Join(",", file.CurrentApprovals.Select(approval => approval.ApproverId)))));

    private async Task<Dictionary<PersonId, Person>> PeopleAsync(
        Turn turn, AiSystems.AiSystem system, IReadOnlyList<Person> team, CancellationToken cancellationToken)
    {
        var owner = await db.People.SingleAsync(p => p.Id == system.OwnerId, cancellationToken);
        // The team too: one of them decides on what the project leader proposed.
        return team.Append(owner).Append(turn.Person).DistinctBy(person => person.Id).ToDictionary(person => person.Id);
    }
}

/// <summary>What a report holds, checked: the form is filled in by somebody else's program.</summary>
/// <param name="Proposal">What should be done; null leaves that to the compliance team.</param>
internal sealed record ReportInput(AiSystemId SystemId, string Facts, Proposal? Proposal, bool IsAnonymous)
{
    public static ReportInput? Read(CardData data)
    {
        if (!data.TryGetGuid(ReportCard.System, out var system) || !data.TryGetText(ReportCard.Facts, CaseMapping.TextLength, out var facts)
            || !Proposal.TryRead(data, out var proposal))
        {
            return null;
        }

        return new ReportInput(new AiSystemId(system), facts, proposal, data.TryGetBoolean(ReportCard.Anonymous, out var anonymous) && anonymous);
    }
}

/// <summary>What somebody proposes to do.</summary>
internal sealed record Proposal(CorrectiveActionKind Kind, string Action)
{
    /// <returns>False for half a proposal: an action without its kind, or the other way round.</returns>
    public static bool TryRead(CardData data, out Proposal? proposal)
    {
        proposal = null;
        var hasKind = data.TryGetString(ReportCard.Kind, out var kindText) && kindText.Length > 0;
        var hasAction = data.TryGetString(ReportCard.Action, out var actionText) && WrittenText.Clean(actionText).Length > 0;
        if (!hasKind && !hasAction)
            return true;
        if (!data.TryGetEnum<CorrectiveActionKind>(ReportCard.Kind, out var kind) || !data.TryGetText(ReportCard.Action, CaseMapping.TextLength, out var action))
            return false;
        proposal = new Proposal(kind, action);
        return true;
    }
}
