using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Storage.Audit;

/// <summary>A link of the chain: its hash covers its number, the hash before it and its content.</summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Hash of the entry before, in lower-case hex; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Action { get; init; }

    public required string Subject { get; init; }

    /// <summary>Opaque id of the person, or <c>service</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>The record in its canonical form: the very bytes (UTF-8) that are hashed.</summary>
    public required string Content { get; init; }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.PreviousHash).HasMaxLength(64);
        // Two writers can never both follow the same entry: the chain has no fork.
        entry.HasIndex(e => e.PreviousHash).IsUnique();
        entry.Property(e => e.Hash).HasMaxLength(64);
        entry.Property(e => e.Action).HasMaxLength(60);
        entry.Property(e => e.Subject).HasMaxLength(80);
        entry.HasIndex(e => e.Subject);
        entry.Property(e => e.Actor).HasMaxLength(40);
    }
}
