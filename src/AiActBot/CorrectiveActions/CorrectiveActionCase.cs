using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.CorrectiveActions;

/// <summary>A report that a system may not conform, and what was done about it (Article 20).</summary>
public sealed class CorrectiveActionCase
{
    public required CaseId Id { get; init; }

    /// <summary>For people: <c>CA-2026-0001</c>.</summary>
    public required string Number { get; init; }

    public required string TenantId { get; init; }

    public required AiSystemId AiSystemId { get; init; }

    public CorrectiveActionStatus Status { get; set; }

    public required CorrectiveActionKind Kind { get; set; }

    /// <summary>What was seen, in the reporter's words.</summary>
    public required string Facts { get; set; }

    /// <summary>What is proposed to be done about it.</summary>
    public required string ProposedAction { get; set; }

    /// <summary>The system may present a risk within the meaning of Article 79(1).</summary>
    public bool PresentsRisk { get; set; }

    /// <summary>What a serious incident led to (Article 3(49)); none when there was none.</summary>
    public IncidentKinds Incident { get; set; }

    /// <summary>When the provider or the deployer became aware of the incident: it starts the clocks of Article 73.</summary>
    public DateTimeOffset? AwareAt { get; set; }

    public CaseCircumstances Circumstances { get; set; }

    public AuthorityFinding Finding { get; set; }

    /// <summary>When the authority decided or asked: it starts the periods of Articles 79 to 83.</summary>
    public DateTimeOffset? AuthorityDecidedAt { get; set; }

    public required PersonId ReportedBy { get; init; }

    /// <summary>The reporter's name is shown to nobody but themselves.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Everybody who wrote or changed the proposal: none of them decides on it.</summary>
    public List<Guid> ProposerIds { get; set; } = [];

    /// <summary>How many different people have to approve the current proposal.</summary>
    public int RequiredApprovals { get; set; } = 1;

    /// <summary>Who files with authorities what is prepared for them.</summary>
    public PersonId? FilerId { get; set; }

    /// <summary>The steps of the action that are done, by their ids.</summary>
    public List<string> StepsDone { get; set; } = [];

    /// <summary>Why a step was not needed, or a closed case was opened again.</summary>
    public string? Remark { get; set; }

    /// <summary>An action has been proposed; a report alone has none yet.</summary>
    public bool HasProposal => ProposedAction.Length > 0;

    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Who said that the action was done.</summary>
    public PersonId? CarriedOutBy { get; set; }

    /// <summary>Who confirmed that it worked.</summary>
    public PersonId? VerifiedBy { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why it was closed although not every notice was acknowledged.</summary>
    public string? ClosingReason { get; set; }

    /// <summary>Counts changes that an approver must have seen. A card of an older revision decides nothing.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>Guards against two changes at once.</summary>
    public int Version { get; set; }

    public List<Approval> Approvals { get; } = [];
}

/// <summary>A decision asked from one person on one revision of a case.</summary>
public sealed class Approval
{
    /// <summary>128 random bits: the only thing that a card carries.</summary>
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required int Revision { get; init; }

    public required PersonId ApproverId { get; init; }

    /// <summary>Who decided: the approver, or whoever stood in for them.</summary>
    public PersonId? GivenBy { get; set; }

    public ApprovalState State { get; set; } = ApprovalState.Pending;

    /// <summary>SHA-256 in hex of everything that the approver was shown and that will be sent.</summary>
    public required string ContentHash { get; init; }

    public string? Comment { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

public enum ApprovalState
{
    Pending,
    Approved,
    SentBack,

    /// <summary>The case changed, or somebody else was asked.</summary>
    Superseded,

    Expired,
}

internal sealed class CaseMapping : IEntityTypeConfiguration<CorrectiveActionCase>, IEntityTypeConfiguration<Approval>
{
    public const int TextLength = 2000;

    public void Configure(EntityTypeBuilder<CorrectiveActionCase> @case)
    {
        @case.ToTable("cases");
        @case.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
        @case.HasIndex(c => new { c.TenantId, c.Status });
        @case.Property(c => c.Number).HasMaxLength(20);
        @case.Property(c => c.TenantId).HasMaxLength(100);
        @case.Property(c => c.Facts).HasMaxLength(TextLength);
        @case.Property(c => c.ProposedAction).HasMaxLength(TextLength);
        @case.Property(c => c.ClosingReason).HasMaxLength(TextLength);
        @case.Property(c => c.Remark).HasMaxLength(TextLength);
        // Several can hold at once, with commas between.
        @case.Property(c => c.Incident).HasMaxLength(200);
        @case.Property(c => c.Circumstances).HasMaxLength(300);
        @case.Ignore(c => c.HasProposal);
        @case.Property(c => c.Version).IsConcurrencyToken();
        @case.HasOne<AiSystems.AiSystem>().WithMany().HasForeignKey(c => c.AiSystemId).OnDelete(DeleteBehavior.Restrict);
        @case.HasMany(c => c.Approvals).WithOne().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Approval> approval)
    {
        approval.ToTable("approvals");
        approval.Property(a => a.Comment).HasMaxLength(TextLength);
        approval.Property(a => a.ContentHash).HasMaxLength(64);
        // A guarded update: of two decisions at once the second finds another state and does nothing.
        approval.Property(a => a.State).IsConcurrencyToken();
    }
}
