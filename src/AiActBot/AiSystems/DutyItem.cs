using AiActBot.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.AiSystems;

/// <summary>A duty of a system that somebody sees to.</summary>
public sealed class DutyItem
{
    public required Guid Id { get; init; }

    public required AiSystemId AiSystemId { get; init; }

    /// <summary>The id of the duty in the rule files.</summary>
    public required string DutyId { get; init; }

    public required string Provision { get; set; }

    /// <summary>From when the law asks it, by the last triage.</summary>
    public required DateOnly AppliesFrom { get; set; }

    public required PersonId OwnerId { get; set; }

    /// <summary>The organisation's own target, which is no date of the law.</summary>
    public DateOnly? OwnTarget { get; set; }

    public DutyState State { get; set; } = DutyState.Open;

    /// <summary>Where the evidence is; empty when there is none yet.</summary>
    public string Evidence { get; set; } = "";

    public int Version { get; set; }
}

public enum DutyState
{
    Open,
    InProgress,
    Done,

    /// <summary>The last triage no longer finds it; kept for its history.</summary>
    NoLongerApplies,
}

/// <summary>The rules or the law changed since a system was triaged: its owner is asked to look again.</summary>
public sealed class ReviewFlag
{
    public required AiSystemId AiSystemId { get; init; }

    /// <summary>The version of the rules that it is about.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>What the same answers now lead to, in both languages, as JSON.</summary>
    public required string Changes { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When the owner looked again.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}

internal sealed class DutyItemMapping : IEntityTypeConfiguration<DutyItem>, IEntityTypeConfiguration<ReviewFlag>
{
    public const int EvidenceLength = 500;

    public void Configure(EntityTypeBuilder<DutyItem> item)
    {
        item.ToTable("duty_items");
        item.HasIndex(i => new { i.AiSystemId, i.DutyId }).IsUnique();
        item.Property(i => i.DutyId).HasMaxLength(80);
        item.Property(i => i.Provision).HasMaxLength(40);
        item.Property(i => i.Evidence).HasMaxLength(EvidenceLength);
        item.Property(i => i.Version).IsConcurrencyToken();
        item.HasOne<AiSystem>().WithMany().HasForeignKey(i => i.AiSystemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReviewFlag> flag)
    {
        flag.ToTable("review_flags");
        flag.HasKey(f => new { f.AiSystemId, f.RulesVersion });
        flag.Property(f => f.RulesVersion).HasMaxLength(64);
        flag.HasOne<AiSystem>().WithMany().HasForeignKey(f => f.AiSystemId).OnDelete(DeleteBehavior.Restrict);
    }
}
