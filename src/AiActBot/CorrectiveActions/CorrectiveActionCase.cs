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

    /// <summary>Who reported it and wrote the proposal: never decides on it.</summary>
    public required PersonId ProposedBy { get; init; }

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
