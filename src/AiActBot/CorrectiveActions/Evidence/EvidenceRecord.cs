using System.Text.Json.Serialization;

namespace AiActBot.CorrectiveActions.Evidence;

/// <summary>A case as data: everything that was decided, sent, delivered and confirmed.</summary>
internal sealed record EvidenceRecord(
    string Id, string Number, string Organisation, string System, IReadOnlyList<string> Roles, IReadOnlyList<string> RiskClasses,
    string Status, string Kind, string Facts, string ProposedAction, bool PresentsRisk, string Incident, DateTimeOffset? AwareAt, string Circumstances,
    string Finding, DateTimeOffset? AuthorityDecidedAt, string ReportedBy, DateTimeOffset ReportedAt, string? CarriedOutBy, IReadOnlyList<string> StepsDone,
    string? VerifiedBy, DateTimeOffset? ClosedAt, string? ClosingReason, string? Remark, int Revision, int RequiredApprovals,
    IReadOnlyList<EvidenceDuty> Duties, IReadOnlyList<EvidenceApproval> Approvals, IReadOnlyList<EvidenceNotice> Notices,
    IReadOnlyList<EvidenceFiling> Filings, IReadOnlyList<EvidenceStandIn> StandIns, IReadOnlyList<EvidenceAttachment> Attachments, DateTimeOffset MadeAt, string KeepUntil, string AuditHead, long AuditEntries);

internal sealed record EvidenceDuty(string Recipient, string Provision, string Reason, string Period, bool Mandatory);

internal sealed record EvidenceApproval(string Approver, string? GivenBy, string State, int Revision, string ContentHash, string? Comment, DateTimeOffset? DecidedAt);

internal sealed record EvidenceNotice(
    string Id, string Recipient, string Role, string? Provisions, string Language, string Subject, string Text, string TextSha256,
    string State, DateTimeOffset? SentAt, DateTimeOffset? AcknowledgedAt, IReadOnlyList<EvidenceAttempt> Attempts);

internal sealed record EvidenceAttempt(int Number, string Route, DateTimeOffset At, string Outcome);

internal sealed record EvidenceFiling(
    string Authority, string Provisions, string Subject, string Text, string Filer, DateTimeOffset PreparedAt, DateTimeOffset? DueBy, DateTimeOffset? FiledAt, string? FiledBy, string? Reference);

internal sealed record EvidenceStandIn(string Approver, string Delegate, DateTimeOffset From, DateTimeOffset Until);

/// <param name="File">Where it stands in the archive.</param>
internal sealed record EvidenceAttachment(string File, string Name, long Size, string Sha256, string AddedBy, DateTimeOffset AddedAt);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(EvidenceRecord))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
