using AiActBot.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>A file that somebody added to a case as evidence. Its content stands in <see cref="AttachmentStore"/>, not in the database.</summary>
public sealed class CaseAttachment
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required PersonId AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The name under which it came, cleaned; for people, never for a path.</summary>
    public required string Name { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the content, in hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Random name of the file that holds it.</summary>
    public required string StoredAs { get; init; }
}

internal sealed class CaseAttachmentMapping : IEntityTypeConfiguration<CaseAttachment>
{
    public void Configure(EntityTypeBuilder<CaseAttachment> attachment)
    {
        attachment.ToTable("case_attachments");
        // The same content once: a form that is sent twice adds nothing the second time.
        attachment.HasIndex(a => new { a.CaseId, a.Sha256 }).IsUnique();
        attachment.HasIndex(a => a.StoredAs).IsUnique();
        attachment.Property(a => a.Name).HasMaxLength(AttachmentName.Longest);
        attachment.Property(a => a.Sha256).HasMaxLength(64);
        attachment.Property(a => a.StoredAs).HasMaxLength(40);
        attachment.HasOne<CorrectiveActionCase>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
