using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.CorrectiveActions;

/// <summary>
/// A notice to an authority, prepared and approved. No machine sends it: a named person files it where the authority asks
/// for it, and confirms with the reference that the authority gave.
/// </summary>
public sealed class Filing
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required RecipientRole Authority { get; init; }

    /// <summary>The authority in the register, where it is there.</summary>
    public PartyId? PartyId { get; init; }

    /// <summary>The provisions that ask for it, with commas between.</summary>
    public required string Provisions { get; init; }

    public required Language Language { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required PersonId FilerId { get; set; }

    public required DateTimeOffset PreparedAt { get; init; }

    /// <summary>The end of the period that the law sets; null where it names no number.</summary>
    public DateTimeOffset? DueBy { get; init; }

    public DateTimeOffset? FiledAt { get; set; }

    public PersonId? FiledBy { get; set; }

    /// <summary>What the authority calls it.</summary>
    public string? Reference { get; set; }
}

internal sealed class FilingMapping : IEntityTypeConfiguration<Filing>
{
    public const int ReferenceLength = 100;

    public void Configure(EntityTypeBuilder<Filing> filing)
    {
        filing.ToTable("filings");
        filing.HasIndex(f => f.CaseId);
        filing.Property(f => f.Provisions).HasMaxLength(200);
        filing.Property(f => f.Subject).HasMaxLength(NoticeWordingMapping.SubjectLength);
        filing.Property(f => f.Text).HasMaxLength(NoticeWordingMapping.TextLength);
        filing.Property(f => f.Reference).HasMaxLength(ReferenceLength);
        // Of two confirmations at once the second finds it filed.
        filing.Property(f => f.FiledAt).IsConcurrencyToken();
        filing.HasOne<CorrectiveActionCase>().WithMany().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
