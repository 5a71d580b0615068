using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AiActBot.Compliance;
using AiActBot.CorrectiveActions.Attachments;
using AiActBot.Documents.Pdf;
using AiActBot.Hosting;
using AiActBot.Notifications;
using AiActBot.Storage;
using AiActBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions.Evidence;

/// <summary>
/// One archive for somebody who was not there: the case as data and as a document, the audit trail with its chain, and what is
/// needed to check them without this program.
/// </summary>
internal sealed class EvidenceFile(
    AiActBotDbContext db, CaseFiles files, AttachmentStore attachments, CaseKeeping keeping, OrganisationClock clock, TimeProvider time, IOptions<OrganisationOptions> organisation)
{
    /// <returns>The names of attachments that are no longer as they were added; null when there is no case of this number.</returns>
    public async Task<IReadOnlyList<string>?> WriteAsync(string number, Language language, Stream output, CancellationToken cancellationToken)
    {
        if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number, cancellationToken) is not { } found
            || await files.FindAsync(found.Id, found.TenantId, cancellationToken) is not { } file)
        {
            return null;
        }

        var audit = await ReadAuditAsync(cancellationToken);
        var record = await DescribeAsync(file, language, audit, cancellationToken);
        var pdf = PdfDocumentWriter.Write(new EvidenceDocument(record, file, audit.OfCase(found.Id), clock, language).Build());
        using var archive = new EvidenceArchive(output);
        await archive.AddAsync("case.json", JsonSerializer.SerializeToUtf8Bytes(record, EvidenceJson.Default.EvidenceRecord), cancellationToken);
        await archive.AddAsync("case.pdf", pdf, cancellationToken);
        await archive.AddAsync("audit.jsonl", Encoding.UTF8.GetBytes(audit.Lines), cancellationToken);
        await archive.AddAsync("verify.py", Resource("verify.py"), cancellationToken);
        await archive.AddAsync("README.txt", Encoding.UTF8.GetBytes(EvidenceTexts.Steps(record)), cancellationToken);
        var damaged = new List<string>();
        foreach (var (attachment, described) in file.Attachments.Zip(record.Attachments))
        {
            await using var content = await attachments.OpenAsync(attachment, cancellationToken);
            if (content is null)
                damaged.Add(attachment.Name);
            else
                await archive.AddAsync(described.File, content, cancellationToken);
        }

        await archive.AddSumsAsync(cancellationToken);
        return damaged;
    }

    private async Task<EvidenceRecord> DescribeAsync(CaseFile file, Language language, AuditLines audit, CancellationToken cancellationToken)
    {
        var @case = file.Case;
        var ids = file.Notices.Select(notice => notice.Id).ToList();
        var attempts = await db.DeliveryAttempts.AsNoTracking().Where(a => ids.Contains(a.NotificationId)).ToListAsync(cancellationToken);
        string Name(PersonId id) => id == @case.ReportedBy && @case.IsAnonymous ? "anonymous" : $"{file.NameOf(id)} ({id})";
        string? NameOrNull(PersonId? id) => id is { } known ? Name(known) : null;
        return new EvidenceRecord(
            @case.Id.ToString(), @case.Number, organisation.Value.Name, file.System.Name,
            [.. file.Duties.Facts.Roles.Select(role => role.ToString())], [.. file.System.RiskClasses.Select(risk => risk.ToString())],
            @case.Status.ToString(), @case.Kind.ToString(), @case.Facts, @case.ProposedAction, @case.PresentsRisk, @case.Incident.ToString(), @case.AwareAt,
            @case.Circumstances.ToString(), @case.Finding.ToString(), @case.AuthorityDecidedAt, Name(@case.ReportedBy), @case.ReportedAt, NameOrNull(@case.CarriedOutBy),
            @case.StepsDone, NameOrNull(@case.VerifiedBy), @case.ClosedAt, @case.ClosingReason, @case.Remark, @case.Revision, @case.RequiredApprovals,
            [.. file.Duties.ToInform.Select(duty => new EvidenceDuty(duty.Recipient.ToString(), duty.Provision.ToString(), duty.Reason.In(language), duty.Clock.In(language), duty.Mandatory))],
            [.. @case.Approvals.OrderBy(a => a.Revision).Select(a => new EvidenceApproval(Name(a.ApproverId), NameOrNull(a.GivenBy), a.State.ToString(), a.Revision, a.ContentHash, a.Comment, a.DecidedAt))],
            [.. file.Notices.Select(notice => Describe(notice, file, attempts))],
            [.. file.Filings.Select(f => new EvidenceFiling(f.Authority.ToString(), f.Provisions, f.Subject, f.Text, Name(f.FilerId), f.PreparedAt, f.DueBy, f.FiledAt, NameOrNull(f.FiledBy), f.Reference))],
            [.. file.StandIns.Select(s => new EvidenceStandIn(Name(s.ApproverId), Name(s.DelegateId), s.From, s.Until))],
            [.. file.Attachments.Select((a, index) => new EvidenceAttachment(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"files/{index + 1:000}-{a.Name}"), a.Name, a.Size, a.Sha256, Name(a.AddedBy), a.AddedAt))],
            time.GetUtcNow(), keeping.KeepUntil(@case.ClosedAt ?? time.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            audit.Head, audit.Count);
    }

    private static EvidenceNotice Describe(Notification notice, CaseFile file, IReadOnlyList<DeliveryAttempt> attempts) => new(
        notice.Id.ToString(), file.PartyOf(notice)?.Organisation ?? "?", (notice.RecipientRole ?? file.PartyOf(notice)?.Role)?.ToString() ?? "?", notice.Provisions,
        notice.Language.ToString(), notice.Subject, notice.Text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notice.Text))),
        notice.State.ToString(), notice.SentAt, notice.AcknowledgedAt,
        [.. attempts.Where(a => a.NotificationId == notice.Id).OrderBy(a => a.Number).Select(a => new EvidenceAttempt(a.Number, a.Route.ToString(), a.At, a.Outcome))]);

    private async Task<AuditLines> ReadAuditAsync(CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        var entries = new List<AuditEntry>();
        var (count, head) = (0L, AuditTrail.Genesis);
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            lines.Append(JsonSerializer.Serialize(new ExportedEntry(entry.Sequence, entry.PreviousHash, entry.Hash, entry.Content), AuditJson.Default.ExportedEntry)).Append('\n');
            entries.Add(entry);
            (count, head) = (entry.Sequence, entry.Hash);
        }

        return new AuditLines(lines.ToString(), count, head, entries);
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(EvidenceFile).Assembly.GetManifestResourceStream($"{typeof(EvidenceFile).Namespace}.{name}")
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}

/// <summary>The audit trail as it is exported, and its entries.</summary>
internal sealed record AuditLines(string Lines, long Count, string Head, IReadOnlyList<AuditEntry> Entries)
{
    public IReadOnlyList<AuditEntry> OfCase(CaseId id) => [.. Entries.Where(entry => entry.Subject == $"case:{id}")];
}
