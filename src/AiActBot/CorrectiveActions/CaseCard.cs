using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.Hosting;
using AiActBot.Notifications;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.CorrectiveActions;

/// <summary>The card of a case as one person sees it: what it is about, how far it is, and what they can do now.</summary>
internal sealed class CaseCard(CaseFile file, Person viewer, IReadOnlyList<PlannedNotice> planned, OrganisationClock clock, DateTimeOffset now, Bilingual? remark)
{
    public const string Approval = "approval";
    public const string Case = "case";
    public const string Comment = "comment";

    private Language Language => viewer.Language;

    public AdaptiveCard Build() => Card([.. Heading(), .. WhatItIsAbout(), .. WhoIsTold(), .. Inputs()], Buttons());

    private IEnumerable<CardElement> Heading()
    {
        yield return Title($"{file.Case.Number} · {file.System.Name}");
        yield return Badge(StatusMark + " " + Capital(CaseWords.Of(file.Case.Status).In(Language)), file.Case.Status == CorrectiveActionStatus.Closed);
        if (remark is not null)
            yield return Warning(remark.In(Language));
        if (file.Case.Status == CorrectiveActionStatus.AwaitingApproval && file.CurrentApprovals.FirstOrDefault() is { } asked)
        {
            yield return Subtle(In(
                $"Wacht op {file.NameOf(asked.ApproverId)}, tot {clock.Show(asked.ExpiresAt, Language)}. De wet zegt onmiddellijk; deze termijn is van je eigen organisatie.",
                $"Waiting for {file.NameOf(asked.ApproverId)}, until {clock.Show(asked.ExpiresAt, Language)}. The law says immediately; this period is your own organisation's."));
        }

        if (file.Case.Approvals.Where(a => a.State == ApprovalState.SentBack).MaxBy(a => a.DecidedAt) is { Comment: { } comment } sentBack
            && file.Case.Status == CorrectiveActionStatus.Proposed)
        {
            yield return Warning(In($"Teruggestuurd door {file.NameOf(sentBack.ApproverId)}: {comment}", $"Sent back by {file.NameOf(sentBack.ApproverId)}: {comment}"));
        }
    }

    private IEnumerable<CardElement> WhatItIsAbout()
    {
        yield return Facts(
            (In("Gemeld door", "Reported by"), $"{file.NameOf(file.Case.ProposedBy)}, {clock.Show(file.Case.ReportedAt, Language)}"),
            (In("Wat is er gezien", "What was seen"), file.Case.Facts),
            (In("Maatregel", "Action"), Capital(CaseWords.Of(file.Case.Kind).In(Language))),
            (In("Wat gaat er gebeuren", "What will be done"), file.Case.ProposedAction),
            (In("Risico (art. 79, lid 1)", "Risk (Art. 79(1))"), file.Case.PresentsRisk ? In("mogelijk", "possible") : In("niet gemeld", "not reported")));
        if (file.Case.PresentsRisk)
        {
            yield return Subtle(In(
                "Bij een risico in de zin van artikel 79, lid 1, informeert de aanbieder ook de markttoezichtautoriteit (artikel 20, lid 2). Dat gaat niet vanuit deze kaart.",
                "Where there is a risk within the meaning of Article 79(1), the provider also informs the market surveillance authority (Article 20(2)). This card does not do that."));
        }
    }

    private IEnumerable<CardElement> WhoIsTold()
    {
        if (file.Notices.Count > 0)
        {
            yield return Heading2(In($"Kennisgevingen: {Acknowledged} van {file.Notices.Count} bevestigd", $"Notices: {Acknowledged} of {file.Notices.Count} acknowledged"));
            foreach (var notice in file.Notices)
                yield return Line(DeliveryWords.Describe(notice, file.PartyOf(notice), clock, Language));
        }
        else if (file.Case.Status is CorrectiveActionStatus.AwaitingApproval or CorrectiveActionStatus.Proposed)
        {
            yield return Heading2(In("Na goedkeuring krijgen bericht (artikel 20, lid 1)", "Told after approval (Article 20(1))"));
            foreach (var notice in planned)
            {
                yield return Line(
                    $"{notice.Party.Organisation}, {PartyWords.Of(notice.Party.Role).In(Language)} "
                    + (notice.Route == NotificationRoute.Teams ? In("(in Teams)", "(in Teams)") : In($"(per mail aan {notice.Party.Mail})", $"(by mail to {notice.Party.Mail})")));
            }

            if (planned.Count == 0)
                yield return Line(In("Niemand: er staan geen distributeurs, gebruiksverantwoordelijken, importeurs of gemachtigde in het register.", "Nobody: no distributors, deployers, importers or authorised representative are registered."));
            if (Asked is not null && planned.Count > 0)
                yield return Details(In("Bekijk de berichten zoals ze verstuurd worden", "See the messages as they will be sent"), "texts", [.. planned.Select(notice => Quote(notice.Subject + "\n\n" + notice.Text))]);
        }
    }

    private IEnumerable<CardElement> Inputs()
    {
        if (Asked is not null)
            yield return TextInput(Comment, In("Opmerking (nodig bij terugsturen)", "Comment (needed to send back)"), CaseMapping.TextLength);
        else if (CanRevise)
            yield return TextInput(ReportCard.Action, In("Wat stel je nu voor?", "What do you propose now?"), CaseMapping.TextLength, In("Schrijf op wat je voorstelt.", "Write what you propose."), value: file.Case.ProposedAction);
        else if (CanClose && Acknowledged < file.Notices.Count)
            yield return TextInput(Comment, In("Reden om te sluiten terwijl niet iedereen bevestigd heeft", "Reason to close although not everybody has acknowledged"), CaseMapping.TextLength);
    }

    private IEnumerable<CardAction> Buttons()
    {
        if (Asked is { } asked)
        {
            yield return Button(In("Goedkeuren", "Approve"), Verbs.Approve, (Approval, asked.Id.ToString())).Positive();
            yield return Button(In("Terugsturen", "Send back"), Verbs.SendBack, (Approval, asked.Id.ToString()));
        }

        var id = (Case, file.Case.Id.ToString());
        if (CanRevise)
            yield return Button(In("Opnieuw indienen", "Submit again"), Verbs.Resubmit, id).Positive();
        if (Can(Trigger.CarryOut))
            yield return Button(In("Maatregel is uitgevoerd", "Action has been carried out"), Verbs.CarriedOut, id).Positive();
        if (CanClose)
            yield return Button(In("Maatregel werkt: dossier sluiten", "Action works: close the case"), Verbs.Close, id).Positive();
    }

    /// <summary>The decision that is asked from this viewer, if it can still be given.</summary>
    private CorrectiveActions.Approval? Asked => Can(Trigger.Approve)
        ? file.CurrentApprovals.FirstOrDefault(approval => approval.ApproverId == viewer.Id && approval.State == ApprovalState.Pending)
        : null;

    private bool Can(Trigger trigger) => CorrectiveActionLifecycle.Possible(file.FactsAt(now), file.ActorOf(viewer)).Contains(trigger);

    private bool CanRevise => viewer.Id == file.Case.ProposedBy && Can(Trigger.Revise);

    private bool CanClose => Can(Trigger.Verify) || Can(Trigger.Close);

    private int Acknowledged => file.Notices.Count(notice => notice.AcknowledgedAt is not null);

    /// <summary>A sign beside the word, so that colour alone says nothing.</summary>
    private string StatusMark => file.Case.Status switch
    {
        CorrectiveActionStatus.Closed => "✓",
        CorrectiveActionStatus.AwaitingApproval => "◐",
        CorrectiveActionStatus.Proposed => "○",
        _ => "●",
    };

    private string In(string nl, string en) => Language == Language.Dutch ? nl : en;
}
