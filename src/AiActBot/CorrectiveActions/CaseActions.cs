using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions.Attachments;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>What one person can do about a case now: the lifecycle says what is possible, here it gets its fields and buttons.</summary>
internal sealed class CaseActions(CaseFile file, Person viewer, DateTimeOffset now)
{
    public const string Delegate = "delegate";
    public const string DelegateUntil = "delegateUntil";
    public const string Steps = "steps";
    public const string Reference = "reference";

    private readonly IReadOnlyList<Trigger> possible = CorrectiveActionLifecycle.Possible(file.FactsAt(now), file.ActorOf(viewer));

    /// <summary>The decision that is asked from this viewer, or from whom they stand in for, if it can still be given.</summary>
    public Approval? Asked => Can(Trigger.Approve)
        ? file.CurrentApprovals.Where(approval => approval.State == ApprovalState.Pending)
            .OrderByDescending(approval => approval.ApproverId == viewer.Id)
            .FirstOrDefault(approval => approval.ApproverId == viewer.Id || file.StandIns.Any(standIn =>
                standIn.ApproverId == approval.ApproverId && standIn.DelegateId == viewer.Id && standIn.ToDelegation().IsActive(now)))
        : null;

    /// <param name="withTexts">Whether what is filed stands on the card; otherwise it is said in the chat when somebody asks.</param>
    public IEnumerable<CardElement> Inputs(bool withTexts)
    {
        if (Can(Trigger.CarryOut))
        {
            yield return new ChoiceSetInput(Steps, [.. ActionSteps.For(file.Case.Kind).Select(step => new Choice(step.What.In(viewer.Language), step.Id))])
            {
                Label = In("Wat is er gedaan?", "What has been done?"),
                IsMultiSelect = true,
                Value = file.Case.StepsDone.Count == 0 ? null : string.Join(',', file.Case.StepsDone),
                Style = ChoiceStyle.Expanded,
            };
        }

        if (Asked is null && Can(Trigger.Revise))
            yield return TextInput(ReportCard.Action, In("Wat stel je nu voor?", "What do you propose now?"), CaseMapping.TextLength, In("Schrijf op wat je voorstelt.", "Write what you propose."), value: file.Case.ProposedAction);
        if (CommentLabel is { } label)
            yield return TextInput(CaseCard.Comment, label, CaseMapping.TextLength);
        if (Asked is { } asked && asked.ApproverId == viewer.Id && Can(Trigger.Delegate) && Delegates.Count > 0)
            yield return Details(In("Iemand anders laten beslissen", "Let somebody else decide"), "delegation", [.. DelegationForm(asked)]);
        if (OpenFiling is { } filing)
        {
            var title = In("Bekijk wat er in te dienen is", "See what is to be filed");
            yield return withTexts
                ? Details(title, "filing", Quote(filing.Subject + "\n\n" + filing.Text))
                : Actions(Button(title, Verbs.ReadTexts, (CaseCard.Case, file.Case.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None });
            yield return TextInput(Reference, In("Kenmerk dat de autoriteit gaf", "Reference that the authority gave"), FilingMapping.ReferenceLength, isOneLine: true);
        }
    }

    public IEnumerable<CardAction> Buttons()
    {
        if (Asked is { } asked)
        {
            yield return Button(In("Goedkeuren", "Approve"), Verbs.Approve, (CaseCard.Approval, asked.Id.ToString())).Positive();
            yield return Button(In("Terugsturen", "Send back"), Verbs.SendBack, (CaseCard.Approval, asked.Id.ToString()));
        }

        var id = (CaseCard.Case, file.Case.Id.ToString());
        if (Can(Trigger.Propose) && file.ActorOf(viewer).InComplianceTeam)
            yield return Button(In("Beoordelen en een maatregel voorstellen", "Assess and propose an action"), Verbs.Assess, id).Positive();
        if (Can(Trigger.Dismiss))
            yield return Button(In("Sluiten als ongegrond", "Close as unfounded"), Verbs.Dismiss, id);
        if (Can(Trigger.Revise))
        {
            yield return Button(file.Case.Approvals.Count > 0 ? In("Opnieuw indienen", "Submit again") : In("Goedkeuring vragen", "Ask for approval"), Verbs.Resubmit, id).Positive();
            yield return Button(In("Feiten en maatregel aanpassen", "Change facts and action"), Verbs.Assess, id) with { AssociatedInputs = AssociatedInputs.None };
            yield return Button(In("Berichten bekijken en aanpassen", "See and change the messages"), Verbs.ListNotices, id) with { AssociatedInputs = AssociatedInputs.None };
        }

        if (Can(Trigger.TakeBack))
            yield return Button(In("Verzoek terugnemen", "Take the request back"), Verbs.TakeBack, id);
        if (Can(Trigger.CarryOut))
            yield return Button(In("Maatregel is uitgevoerd", "Action has been carried out"), Verbs.CarriedOut, id).Positive();
        if (CanClose)
            yield return Button(In("Maatregel werkt: dossier sluiten", "Action works: close the case"), Verbs.Close, id).Positive();
        if (Can(Trigger.FindIneffective))
            yield return Button(In("Maatregel werkt niet", "Action does not work"), Verbs.Ineffective, id);
        if (OpenFiling is { } filing)
            yield return Button(In("Ik heb dit ingediend", "I have filed this"), Verbs.ConfirmFiling, (FilingWords.Filing, filing.Id.ToString())).Positive();
        if (Can(Trigger.Reopen))
            yield return Button(In("Heropenen", "Reopen"), Verbs.Reopen, id);
        if (file.Case.Status != CorrectiveActionStatus.Closed || file.Attachments.Count > 0)
            yield return Button(AttachmentTexts.Button.In(viewer.Language), Verbs.ShowAttachments, id) with { AssociatedInputs = AssociatedInputs.None };
        yield return Button(In("Plichten en termijnen", "Duties and deadlines"), Verbs.ShowDuties, id) with { AssociatedInputs = AssociatedInputs.None };
    }

    /// <summary>The first that is still to be filed, for who files it or for the compliance team.</summary>
    public Filing? OpenFiling => file.Filings.FirstOrDefault(filing => filing.FiledAt is null && (filing.FilerId == viewer.Id || file.ActorOf(viewer).InComplianceTeam));

    private bool CanClose => Can(Trigger.Verify) || Can(Trigger.Close);

    private string? CommentLabel => this switch
    {
        { Asked: not null } => In("Opmerking (nodig bij terugsturen)", "Comment (needed to send back)"),
        _ when Can(Trigger.Dismiss) => In("Reden (nodig bij sluiten als ongegrond)", "Reason (needed to close as unfounded)"),
        _ when CanClose => In("Reden (nodig als niet iedereen bevestigd heeft, of als de maatregel niet werkt)", "Reason (needed when not everybody has acknowledged, or when the action does not work)"),
        _ when Can(Trigger.CarryOut) => In("Waarom een stap niet nodig was", "Why a step was not needed"),
        _ when Can(Trigger.Reopen) => In("Reden (nodig bij heropenen)", "Reason (needed to reopen)"),
        _ => null,
    };

    private List<Person> Delegates => [.. file.Colleagues.Where(person => person.Id != viewer.Id && !file.Case.ProposerIds.Contains(person.Id.Value))];

    private IEnumerable<CardElement> DelegationForm(Approval asked)
    {
        yield return new ChoiceSetInput(Delegate, [.. Delegates.Select(person => new Choice(person.DisplayName, person.Id.ToString()))])
        {
            Label = In("Wie beslist in jouw plaats over dit dossier?", "Who decides on this case in your place?"),
            Style = ChoiceStyle.Compact,
        };
        yield return new DateInput(DelegateUntil) { Label = In("Tot en met welke dag?", "Up to and including which day?") };
        yield return Actions(Button(In("Laat deze persoon beslissen", "Let this person decide"), Verbs.DelegateApproval, (CaseCard.Approval, asked.Id.ToString())));
    }

    private bool Can(Trigger trigger) => possible.Contains(trigger);

    private string In(string nl, string en) => viewer.Language == Language.Dutch ? nl : en;
}
