using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions.Attachments;
using AiActBot.Hosting;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>The card of a case as one person sees it: what it is about, how far it is, and what they can do now.</summary>
internal sealed class CaseCard(CaseFile file, Person viewer, IReadOnlyList<PlannedNotice> planned, OrganisationClock clock, DateTimeOffset now, Bilingual? remark)
{
    public const string Approval = "approval";
    public const string Case = "case";
    public const string Comment = "comment";

    private readonly CaseActions actions = new(file, viewer, now);
    private readonly DutyWords duties = new(file, viewer, clock, now);

    private Language Language => viewer.Language;

    /// <summary>As many recipients as are read at a glance, and as fit where much else stands on the card.</summary>
    private const int MostRecipients = 20;
    private const int FewestRecipients = 5;

    /// <summary>As full as Teams takes it.</summary>
    public AdaptiveCard Build()
    {
        var card = Build(withTexts: true, MostRecipients);
        if (!Fits(card))
            card = Build(withTexts: false, MostRecipients);
        return Fits(card) ? card : Build(withTexts: false, FewestRecipients);
    }

    private static bool Fits(AdaptiveCard card) => card.SizeInBytes <= AdaptiveCard.MaxSizeInBytes;

    /// <param name="withTexts">Whether what is sent stands on the card; otherwise it is said in the chat when somebody asks.</param>
    /// <param name="recipients">How many of those who are told stand on it; the others are said in the chat in the same way.</param>
    private AdaptiveCard Build(bool withTexts, int recipients) => Card(
        [.. Heading(), .. WhatItIsAbout(), .. Deadlines(), .. Evidence(), .. WhoIsTold(withTexts, recipients), .. actions.Inputs(withTexts)], actions.Buttons());

    private IEnumerable<CardElement> Heading()
    {
        yield return Title($"{file.Case.Number} · {file.System.Name}");
        yield return Badge(StatusMark + " " + Capital(CaseWords.Of(file.Case.Status).In(Language)), file.Case.Status == CorrectiveActionStatus.Closed);
        if (remark is not null)
            yield return Warning(remark.In(Language));
        if (file.Case.Status == CorrectiveActionStatus.AwaitingApproval && file.CurrentApprovals.ToList() is { Count: > 0 } asked)
            yield return Subtle(WaitingFor(asked));
        if (file.Case.Approvals.Where(a => a.State == ApprovalState.SentBack).MaxBy(a => a.DecidedAt) is { Comment: { } comment } sentBack
            && file.Case.Status == CorrectiveActionStatus.Proposed)
        {
            yield return Warning(In($"Teruggestuurd door {file.NameOf(sentBack.GivenBy ?? sentBack.ApproverId)}: {comment}", $"Sent back by {file.NameOf(sentBack.GivenBy ?? sentBack.ApproverId)}: {comment}"));
        }
    }

    private string WaitingFor(IReadOnlyList<Approval> asked)
    {
        var open = string.Join(", ", asked.Where(approval => approval.State == ApprovalState.Pending).Select(approval => NameWithStandIn(approval.ApproverId)));
        var until = clock.Show(asked.Min(approval => approval.ExpiresAt), viewer);
        var votes = file.Case.RequiredApprovals > 1
            ? In($" {asked.Count(approval => approval.State == ApprovalState.Approved)} van {file.Case.RequiredApprovals} goedkeuringen gegeven.", $" {asked.Count(approval => approval.State == ApprovalState.Approved)} of {file.Case.RequiredApprovals} approvals given.")
            : "";
        return In($"Wacht op {open}, tot {until}.{votes} {WhosePeriod()}", $"Waiting for {open}, until {until}.{votes} {WhosePeriod()}");
    }

    /// <summary>Not every provision says "immediately": who does says so, and nothing is said for the others.</summary>
    private string WhosePeriod()
    {
        var urgent = file.Duties.Told.Where(duty => duty.Clock is Clock.Immediately or Clock.CalendarDays).Select(duty => duty.Provision).Distinct().ToList();
        var provisions = string.Join(", ", urgent.Select(provision => provision.Cite(Language)));
        return urgent.Count > 0
            ? In($"De wet zegt onmiddellijk ({provisions}); deze termijn is van je eigen organisatie.", $"The law says immediately ({provisions}); this period is your own organisation's.")
            : In("Deze termijn is van je eigen organisatie en niet van de wet.", "This period is your own organisation's and not one of the law.");
    }

    private string NameWithStandIn(PersonId approver) => file.StandIns.Where(standIn => standIn.ApproverId == approver && standIn.ToDelegation().IsActive(now))
        .Select(standIn => file.NameOf(standIn.DelegateId)).ToList() is { Count: > 0 } deputies
            ? In($"{file.NameOf(approver)} (of {string.Join(", ", deputies)} als vervanger)", $"{file.NameOf(approver)} (or {string.Join(", ", deputies)} standing in)")
            : file.NameOf(approver);

    private IEnumerable<CardElement> WhatItIsAbout()
    {
        yield return Facts(AboutFacts());
        if (file.Duties.Remark is { } remark && file.Case.Status != CorrectiveActionStatus.Closed)
            yield return Subtle(remark.In(Language));
    }

    private IEnumerable<(string Name, string Value)> AboutFacts()
    {
        var reporter = file.NameFor(file.Case.ReportedBy, viewer);
        yield return (In("Gemeld door", "Reported by"), $"{reporter}, {clock.Show(file.Case.ReportedAt, viewer)}");
        yield return (In("Wat is er gezien", "What was seen"), file.Case.Facts);
        if (file.Case.HasProposal)
        {
            yield return (In("Maatregel", "Action"), Capital(CaseWords.Of(file.Case.Kind).In(Language)));
            yield return (In("Wat gaat er gebeuren", "What will be done"), file.Case.ProposedAction);
        }

        yield return (In("Risico (art. 79, lid 1)", "Risk (Art. 79(1))"), file.Case.PresentsRisk ? In("mogelijk", "possible") : In("niet gemeld", "not reported"));
        if (CircumstanceWords.Of(file.Case) is { } incident)
        {
            yield return (In("Ernstig incident", "Serious incident"), incident.In(Language));
            yield return (In("Bekend sinds", "Known since"), file.Case.AwareAt is { } aware ? clock.Show(aware, viewer) : In("nog niet ingevuld", "not filled in yet"));
        }
    }

    /// <summary>What has a number in the law stands on the card itself; everything else is one button away.</summary>
    private IEnumerable<CardElement> Deadlines() => file.Case.Status == CorrectiveActionStatus.Closed || HasNoOpenPeriod
        ? []
        : duties.Deadlines().Select(deadline => Warning(In($"Termijn van de wet: {deadline}", $"Period of the law: {deadline}")));

    /// <summary>Until what has a period is filed, the day to work by stays on the card.</summary>
    private bool HasNoOpenPeriod => file.Filings.Count > 0 && file.Filings.All(filing => filing.DueBy is null || filing.FiledAt is not null);

    /// <summary>As many files as a card can hold beside all else; the page behind the button shows every one.</summary>
    private const int MostFiles = 5;

    private IEnumerable<CardElement> Evidence()
    {
        if (file.Attachments.Count == 0)
            yield break;
        yield return Heading2(In($"Bestanden: {file.Attachments.Count}", $"Files: {file.Attachments.Count}"));
        foreach (var one in file.Attachments.TakeLast(MostFiles))
            yield return Line($"{one.Name} ({AttachmentTexts.Size(one.Size, Language)}), {file.NameFor(one.AddedBy, viewer)}, {clock.Show(one.AddedAt, viewer)}");
        if (file.Attachments.Count > MostFiles)
            yield return Subtle(In("De nieuwste; de knop Bestanden toont ze alle.", "The newest; the button Files shows all."));
    }

    private IEnumerable<CardElement> WhoIsTold(bool withTexts, int recipients)
    {
        foreach (var filing in file.Filings)
            yield return Line(FilingWords.Describe(filing, file, clock, viewer));
        if (file.Notices.Count > 0)
        {
            yield return Heading2(In($"Kennisgevingen: {Acknowledged} van {file.Notices.Count} bevestigd", $"Notices: {Acknowledged} of {file.Notices.Count} acknowledged"));
            foreach (var notice in file.Notices.Count > recipients ? RecipientLines.MostUrgentFirst(file.Notices).Take(recipients) : file.Notices)
                yield return Line(DeliveryWords.Describe(notice, file.PartyOf(notice), clock, viewer));
            if (file.Notices.Count > recipients)
                yield return AllRecipients(file.Notices.Count);
        }

        if (file.Case.Status is CorrectiveActionStatus.AwaitingApproval or CorrectiveActionStatus.Proposed)
        {
            yield return Heading2(In("Na goedkeuring krijgen bericht", "Told after approval"));
            foreach (var notice in planned.Take(recipients))
                yield return Line(RecipientLines.Planned(notice, Language));
            if (planned.Count > recipients)
                yield return AllRecipients(planned.Count);
            if (planned.Count == 0)
                yield return Line(In("Niemand: voor deze rol, deze feiten en dit register noemt de verordening geen ontvanger.", "Nobody: for this role, these facts and this register the Regulation names no recipient."));
            foreach (var missing in file.Duties.Missing)
                yield return Warning(In($"Nog niet in het register: {PartyWords.Of(missing).Nl}. Voeg die toe om te kunnen informeren.", $"Not in the register yet: {PartyWords.Of(missing).En}. Add one to be able to inform them."));
            if (actions.Asked is not null && planned.Count > 0)
                yield return Texts(withTexts);
        }
    }

    private ActionSet AllRecipients(int count) => CardParts.Actions(
        Button(In($"Zie alle {count} ontvangers", $"See all {count} recipients"), Verbs.ReadRecipients, (Case, file.Case.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None });

    private Container Texts(bool onCard)
    {
        var title = In("Bekijk de berichten zoals ze verstuurd worden", "See the messages as they will be sent");
        return onCard
            ? Details(title, "texts", [.. PlannedText.Of(planned).SelectMany(Quoted)])
            : new Container(CardParts.Actions(Button(title, Verbs.ReadTexts, (Case, file.Case.Id.ToString())) with { AssociatedInputs = AssociatedInputs.None }));
    }

    private IEnumerable<CardElement> Quoted(PlannedText text)
    {
        yield return Line(In($"Aan {text.NamesIn(Language)}", $"To {text.NamesIn(Language)}")) with { Weight = TextWeight.Bolder };
        yield return Quote(text.Subject + "\n\n" + text.Text);
        if (text.Remark is { } remark)
            yield return Subtle(remark.In(Language));
    }

    private int Acknowledged => file.Notices.Count(notice => notice.AcknowledgedAt is not null);

    /// <summary>A sign beside the word, so that colour alone says nothing.</summary>
    private string StatusMark => file.Case.Status switch
    {
        CorrectiveActionStatus.Closed => "✓",
        CorrectiveActionStatus.AwaitingApproval => "◐",
        CorrectiveActionStatus.Proposed or CorrectiveActionStatus.Reported => "○",
        _ => "●",
    };

    private string In(string nl, string en) => Language == Language.Dutch ? nl : en;
}
