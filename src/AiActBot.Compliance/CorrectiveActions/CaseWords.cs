namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>The words for statuses, actions, triggers and roles that people see.</summary>
public static class CaseWords
{
    /// <summary>The status, as it completes "the case is ...".</summary>
    public static Bilingual Of(CorrectiveActionStatus status) => status switch
    {
        CorrectiveActionStatus.Reported => new("gemeld", "reported"),
        CorrectiveActionStatus.Proposed => new("in voorbereiding", "being prepared"),
        CorrectiveActionStatus.AwaitingApproval => new("in afwachting van goedkeuring", "awaiting approval"),
        CorrectiveActionStatus.CarryingOut => new("in uitvoering", "being carried out"),
        CorrectiveActionStatus.Verifying => new("in controle", "being verified"),
        CorrectiveActionStatus.Closed => new("gesloten", "closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static Bilingual Of(CorrectiveActionKind kind) => kind switch
    {
        CorrectiveActionKind.BringIntoConformity => new("in overeenstemming brengen", "bring into conformity"),
        CorrectiveActionKind.Withdraw => new("uit de handel nemen", "withdraw"),
        CorrectiveActionKind.Disable => new("deactiveren", "disable"),
        CorrectiveActionKind.Recall => new("terugroepen", "recall"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The trigger, as an activity: "approving".</summary>
    public static Bilingual Of(Trigger trigger) => trigger switch
    {
        Trigger.Propose => new("een maatregel voorstellen", "proposing an action"),
        Trigger.Revise => new("het voorstel aanpassen", "changing the proposal"),
        Trigger.Dismiss => new("de melding als ongegrond sluiten", "closing the report as unfounded"),
        Trigger.Submit => new("goedkeuring vragen", "asking for approval"),
        Trigger.TakeBack => new("het verzoek terugnemen", "taking the request back"),
        Trigger.Approve => new("goedkeuren", "approving"),
        Trigger.SendBack => new("terugsturen", "sending back"),
        Trigger.Delegate => new("een vervanger aanwijzen", "delegating"),
        Trigger.Expire => new("laten verlopen", "letting the request expire"),
        Trigger.CarryOut => new("de uitvoering melden", "reporting it as carried out"),
        Trigger.Verify => new("bevestigen dat de maatregel werkt", "confirming that the action works"),
        Trigger.FindIneffective => new("vastleggen dat de maatregel niet werkt", "recording that the action does not work"),
        Trigger.Close => new("het dossier sluiten", "closing the case"),
        Trigger.Reopen => new("het dossier heropenen", "reopening the case"),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, null),
    };

    public static Bilingual Of(ActorRole role) => role switch
    {
        ActorRole.Reporter => new("de melder", "the reporter"),
        ActorRole.Proposer => new("de indiener van het voorstel", "the proposer"),
        ActorRole.Approver => new("een goedkeurder", "an approver"),
        ActorRole.Delegate => new("een vervanger van een goedkeurder", "an approver's delegate"),
        ActorRole.ComplianceTeam => new("het complianceteam", "the compliance team"),
        ActorRole.Clock => new("de dienst zelf", "the service itself"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
