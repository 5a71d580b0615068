using static AiActBot.Compliance.CorrectiveActions.RefusalCode;

namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>The words of every refusal: why it cannot be done, and what can.</summary>
internal static class Refusals
{
    public static Refusal Of(RefusalCode code) => new(code, code switch
    {
        ProposerCannotDecide => new(
            "Wie het voorstel schreef of aanpaste, beslist er niet over. Laat een andere goedkeurder beslissen.",
            "Whoever wrote or changed the proposal does not decide on it. Let another approver decide."),
        NotTheApprover => new(
            "Alleen de aangewezen goedkeurders, of wie hen tijdelijk vervangt, beslissen over dit voorstel. Vraag een van hen.",
            "Only the named approvers, or those they delegate to for a time, decide on this proposal. Ask one of them."),
        AlreadyVoted => new(
            "Deze stem is al uitgebracht. Een persoon stemt één keer; wacht op de andere goedkeurders.",
            "This vote has already been cast. One person votes once; wait for the other approvers."),
        DelegationNotActive => new(
            "Je vervangt deze goedkeurder nu niet: de periode is nog niet begonnen of is voorbij. Vraag de goedkeurder om je opnieuw aan te wijzen.",
            "Your delegation is not active now: its period has not begun or is over. Ask the approver for a new one."),
        DelegateCannotDelegate => new(
            "Wie zelf iemand vervangt, kan dat niet aan een ander doorgeven. Vraag de goedkeurder om iemand anders aan te wijzen.",
            "Somebody who stands in cannot pass that on. Ask the approver to delegate to somebody else."),
        DelegateIsProposer => new(
            "Wie het voorstel schreef of aanpaste, kan niet namens een goedkeurder beslissen. Wijs iemand anders aan.",
            "Whoever wrote or changed the proposal cannot decide for an approver. Delegate to somebody else."),
        DelegationIncomplete => new(
            "Kies een andere persoon dan jezelf en een periode die nog niet voorbij is.",
            "Choose a person other than yourself, and a period that is not over yet."),
        ApprovalExpired => new(
            "Het verzoek om goedkeuring is verlopen. Vraag de indiener om het voorstel opnieuw in te dienen.",
            "The request for approval has expired. Ask the proposer to submit the proposal again."),
        ApprovalNotExpired => new(
            "Het verzoek om goedkeuring loopt nog en kan dus niet verlopen.",
            "The request for approval is still open, so it cannot expire yet."),
        ProposerIsApprover => new(
            "Iemand die het voorstel schreef of aanpaste staat ook als goedkeurder vermeld. Wijs een andere goedkeurder aan.",
            "Somebody who wrote or changed the proposal is also named as an approver. Name another approver."),
        ReasonNeeded => new(
            "Hiervoor is een reden nodig, die in het dossier komt. Schrijf kort op waarom.",
            "This needs a reason, which is kept in the case. Write briefly why."),
        NotVerified => new(
            "Het dossier kan pas dicht als iemand heeft vastgesteld dat de maatregel werkt. Bevestig dat eerst.",
            "The case can close only after somebody has established that the action works. Confirm that first."),
        AlreadyVerified => new(
            "Er is al bevestigd dat de maatregel werkt. Sluit het dossier, of leg vast dat de maatregel toch niet werkt.",
            "It has already been confirmed that the action works. Close the case, or record that it does not work after all."),
        CannotVerifyOwnWork => new(
            "Wie de maatregel uitvoerde, bevestigt niet zelf dat die werkt. Vraag een collega van het complianceteam.",
            "Whoever carried out the action does not confirm that it works. Ask a colleague in the compliance team."),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "This refusal has a text of its own."),
    });

    public static Refusal NotPossibleNow(CorrectiveActionStatus status, Trigger trigger) => new(
        RefusalCode.NotPossibleNow,
        new(
            $"{Capital(CaseWords.Of(trigger).Nl)} kan niet zolang het dossier {CaseWords.Of(status).Nl} is. Open het dossier om te zien wat nu wel kan.",
            $"{Capital(CaseWords.Of(trigger).En)} is not possible while the case is {CaseWords.Of(status).En}. Open the case to see what is."));

    public static Refusal TooFewApprovers(CaseFacts facts) => new(
        RefusalCode.TooFewApprovers,
        new(
            $"Voor dit voorstel zijn {Math.Max(1, facts.RequiredApprovals)} verschillende goedkeurders nodig. Wijs er meer aan.",
            $"This proposal needs {Math.Max(1, facts.RequiredApprovals)} different approvers. Name more of them."));

    public static Refusal NoticesNotAcknowledged(IReadOnlyList<string> recipients)
    {
        var names = string.Join(", ", recipients);
        return new(
            RefusalCode.NoticesNotAcknowledged,
            new(
                $"Nog niet bevestigd door: {names}. Wacht op hun bevestiging, of sluit het dossier met een reden.",
                $"Not acknowledged yet by: {names}. Wait for them, or close the case with a reason."));
    }

    public static Refusal StepsNotDone(IReadOnlyList<Bilingual> steps) => new(
        RefusalCode.StepsNotDone,
        new(
            $"Nog niet afgevinkt: {string.Join(" ", steps.Select(step => step.Nl))} Vink af wat gedaan is, of schrijf erbij waarom een stap niet nodig is.",
            $"Not ticked yet: {string.Join(" ", steps.Select(step => step.En))} Tick what has been done, or write why a step is not needed."));

    public static Refusal WrongRole(CaseFacts facts, Trigger trigger, Actor actor, ActorRole needed)
    {
        var decides = trigger is Trigger.Approve or Trigger.SendBack or Trigger.Delegate;
        var isDelegate = facts.Delegations.Any(delegation => delegation.Delegate == actor.Person && facts.Approvers.Contains(delegation.Approver));
        return (decides, trigger) switch
        {
            (true, _) when facts.Proposers.Contains(actor.Person) => Of(ProposerCannotDecide),
            (true, Trigger.Delegate) when isDelegate => Of(DelegateCannotDelegate),
            (true, _) when isDelegate => Of(DelegationNotActive),
            (true, _) when facts.Delegations.Any(delegation => delegation.Delegate == actor.Person) => Of(DelegateCannotDelegate),
            (true, _) => Of(NotTheApprover),
            _ => NotYourRole(trigger, needed),
        };
    }

    private static Refusal NotYourRole(Trigger trigger, ActorRole needed)
    {
        var roles = Enum.GetValues<ActorRole>().Where(role => role != ActorRole.None && needed.HasFlag(role)).Select(CaseWords.Of).ToList();
        var nl = string.Join(" of ", roles.Select(role => role.Nl));
        var en = string.Join(" or ", roles.Select(role => role.En));
        return new(
            RefusalCode.NotYourRole,
            new(
                $"{Capital(CaseWords.Of(trigger).Nl)} kan alleen door {nl}. Vraag het daar.",
                $"{Capital(CaseWords.Of(trigger).En)} is for {en} only. Ask there."));
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
