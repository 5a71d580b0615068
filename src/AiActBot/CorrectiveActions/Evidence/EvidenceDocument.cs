using System.Globalization;
using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using AiActBot.Conversations;
using AiActBot.CorrectiveActions.Attachments;
using AiActBot.Documents;
using AiActBot.Hosting;
using AiActBot.Storage.Audit;

namespace AiActBot.CorrectiveActions.Evidence;

/// <summary>The case as a document to read: what happened, who decided, who was told when, and how to check it.</summary>
internal sealed class EvidenceDocument(EvidenceRecord record, CaseFile file, IReadOnlyList<AuditEntry> history, OrganisationClock clock, Language language)
{
    public ReadableDocument Build() => new(
        In($"Dossier {record.Number}: {record.System}", $"Case {record.Number}: {record.System}"), language, record.MadeAt,
        [.. About(), .. Duties(), .. Decisions(), .. Told(), .. Attachments(), .. History(), .. Checking()]);

    private IEnumerable<Block> About()
    {
        yield return new Block.Facts(
        [
            (In("Organisatie", "Organisation"), record.Organisation),
            (In("Status", "Status"), Capital(CaseWords.Of(file.Case.Status))),
            (In("Gemeld", "Reported"), $"{record.ReportedBy}, {clock.Show(record.ReportedAt, language)}"),
            (In("Wat is er gezien", "What was seen"), record.Facts),
            (In("Maatregel", "Action"), Capital(CaseWords.Of(file.Case.Kind))),
            (In("Wat er gebeurt", "What is done"), record.ProposedAction.Length > 0 ? record.ProposedAction : "-"),
            (In("Risico (art. 79, lid 1)", "Risk (Art. 79(1))"), record.PresentsRisk ? In("mogelijk", "possible") : In("niet gemeld", "not reported")),
            (In("Ernstig incident", "Serious incident"), CircumstanceWords.Of(file.Case)?.In(language) ?? In("geen", "none")),
            .. file.Case.AwareAt is { } aware ? [(In("Bekend sinds", "Known since"), clock.Show(aware, language))] : Array.Empty<(string, string)>(),
            (In("Gesloten", "Closed"), record.ClosedAt is { } closed ? clock.Show(closed, language) : "-"),
            (In("Bewaren tot en met", "Keep until"), OrganisationClock.Show(DateOnly.ParseExact(record.KeepUntil, "yyyy-MM-dd", CultureInfo.InvariantCulture), language)),
        ]);
        if (file.Duties.Remark is { } remark)
            yield return new Block.Paragraph(remark.In(language), ParagraphStyle.Warning);
    }

    private IEnumerable<Block> Duties()
    {
        yield return new Block.Heading(In("Plichten", "Duties"));
        yield return new Block.Table(
            [In("Wie", "Who"), In("Bepaling", "Provision"), In("Waarom", "Why"), In("Termijn", "Period")],
            [.. file.Duties.ToInform.Select(duty => (IReadOnlyList<string>)
                [Capital(PartyWords.Of(duty.Recipient)), duty.Provision.Cite(language), duty.Reason.In(language), duty.Clock.In(language)])],
            // The longest recipient in Dutch fits on a line.
            [6, 4, 9, 5]);
    }

    private IEnumerable<Block> Decisions()
    {
        yield return new Block.Heading(In("Besluiten", "Decisions"));
        yield return new Block.Table(
            [In("Goedkeurder", "Approver"), In("Gegeven door", "Given by"), In("Uitkomst", "Outcome"), In("Wanneer", "When"), In("Vingerafdruk", "Fingerprint")],
            [.. record.Approvals.Select(approval => (IReadOnlyList<string>)
                [approval.Approver, approval.GivenBy ?? "-", Of(Enum.Parse<ApprovalState>(approval.State)), approval.DecidedAt is { } at ? clock.Show(at, language) : "-", approval.ContentHash[..16]])],
            [3, 3, 2, 3, 3]);
    }

    private IEnumerable<Block> Told()
    {
        yield return new Block.Heading(In("Kennisgevingen zoals verstuurd", "Notices as sent"));
        foreach (var notice in record.Notices)
        {
            yield return new Block.Heading($"{notice.Recipient}: {notice.Subject}", 2);
            yield return new Block.Paragraph(notice.Text);
            yield return new Block.Bullets(
            [
                .. notice.Attempts.Select(attempt => $"{attempt.Number}. {attempt.Route}, {clock.Show(attempt.At, language)}: {Of(attempt.Outcome)}"),
                notice.AcknowledgedAt is { } at ? In($"Bevestigd op {clock.Show(at, language)}", $"Acknowledged on {clock.Show(at, language)}") : In("Niet bevestigd", "Not acknowledged"),
            ]);
        }

        foreach (var filing in record.Filings)
        {
            yield return new Block.Heading($"{Capital(PartyWords.Of(Enum.Parse<RecipientRole>(filing.Authority)))}: {filing.Subject}", 2);
            yield return new Block.Paragraph(filing.Text);
            yield return new Block.Paragraph(filing.FiledAt is { } at
                ? In($"Ingediend door {filing.FiledBy} op {clock.Show(at, language)}, kenmerk {filing.Reference}.", $"Filed by {filing.FiledBy} on {clock.Show(at, language)}, reference {filing.Reference}.")
                : In("Nog niet ingediend.", "Not filed yet."), ParagraphStyle.Subtle);
            if (filing.DueBy is { } due)
                yield return new Block.Paragraph(Period(due, filing.FiledAt), ParagraphStyle.Subtle);
        }
    }

    private string Period(DateTimeOffset due, DateTimeOffset? filedAt)
    {
        var lastDay = FilingWords.LastDay(due, clock, language);
        return (filedAt ?? record.MadeAt) < due
            ? In($"De termijn van de wet loopt tot en met {lastDay}.", $"The period of the law runs up to and including {lastDay}.")
            : In($"De termijn van de wet liep tot en met {lastDay} en is niet gehaald.", $"The period of the law ran up to and including {lastDay} and was not met.");
    }

    private string Of(ApprovalState state) => state switch
    {
        ApprovalState.Approved => In("goedgekeurd", "approved"),
        ApprovalState.SentBack => In("teruggestuurd", "sent back"),
        ApprovalState.Superseded => In("vervangen", "superseded"),
        ApprovalState.Expired => In("verlopen", "expired"),
        _ => In("nog niet beslist", "not decided yet"),
    };

    /// <summary>What went wrong is a code, which whoever operates the service looks up.</summary>
    private string Of(string outcome) => outcome == "delivered" ? In("afgeleverd", "delivered") : outcome;

    private string Capital(Bilingual text) => CardParts.Capital(text.In(language));

    private IEnumerable<Block> Attachments()
    {
        if (record.Attachments.Count == 0)
            yield break;
        yield return new Block.Heading(In("Bestanden", "Files"));
        yield return new Block.Table(
            [In("Bestand", "File"), In("Grootte", "Size"), In("Toegevoegd door", "Added by"), In("Wanneer", "When"), "SHA-256"],
            [.. record.Attachments.Select(one => (IReadOnlyList<string>)
                [one.File, AttachmentTexts.Size(one.Size, language), one.AddedBy, clock.Show(one.AddedAt, language), one.Sha256[..16]])],
            [4, 2, 3, 3, 3]);
    }

    private IEnumerable<Block> History()
    {
        yield return new Block.Heading(In("Audittrail van dit dossier", "Audit trail of this case"));
        yield return new Block.Table(
            [In("Nr.", "No."), In("Wanneer", "When"), In("Wat", "What"), In("Door", "By"), "Hash"],
            [.. history.Select(entry => (IReadOnlyList<string>)
                [entry.Sequence.ToString(CultureInfo.InvariantCulture), clock.Show(entry.At, language), entry.Action, entry.Actor, entry.Hash[..16]])],
            [1, 3, 3, 4, 3]);
    }

    private IEnumerable<Block> Checking()
    {
        yield return new Block.Heading(In("Zelf controleren", "Check it yourself"));
        foreach (var line in EvidenceTexts.Steps(record).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            yield return new Block.Paragraph(line.Trim(), ParagraphStyle.Subtle);
    }

    private string In(string nl, string en) => language == Language.Dutch ? nl : en;
}
