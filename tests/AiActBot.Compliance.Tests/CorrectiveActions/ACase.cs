using AiActBot.Compliance.CorrectiveActions;

namespace AiActBot.Compliance.Tests.CorrectiveActions;

/// <summary>A case with one person for each role.</summary>
internal static class ACase
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Reporter = PersonId.New();
    public static readonly PersonId Proposer = PersonId.New();
    public static readonly PersonId Approver = PersonId.New();
    public static readonly PersonId Delegate = PersonId.New();
    public static readonly PersonId Colleague = PersonId.New();
    public static readonly PersonId Stranger = PersonId.New();

    public static CaseFacts In(CorrectiveActionStatus status) => new()
    {
        Status = status,
        AsOf = Now,
        ReportedBy = Reporter,
        Proposers = [Proposer],
        Approvers = [Approver],
        Delegations = [new Delegation(Approver, Delegate, Now.AddDays(-1), Now.AddDays(1))],
    };

    /// <summary>Somebody who is this to the case, and nothing else.</summary>
    public static Actor Who(ActorRole role) => role switch
    {
        ActorRole.Reporter => new Actor(Reporter),
        ActorRole.Proposer => new Actor(Proposer),
        ActorRole.Approver => new Actor(Approver),
        ActorRole.Delegate => new Actor(Delegate),
        ActorRole.ComplianceTeam => new Actor(Colleague, InComplianceTeam: true),
        ActorRole.Clock => Actor.Clock,
        _ => new Actor(Stranger),
    };
}
