using AiActBot.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Triage;

/// <summary>An interview that is going on: it belongs to the person who started it and can be resumed anywhere.</summary>
public sealed class TriageSession
{
    /// <summary>Opaque: the cards carry nothing else.</summary>
    public required Guid Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The registered system that is triaged again, or null for a new one.</summary>
    public AiSystemId? AiSystemId { get; set; }

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>What a language model found in the description, checked, as JSON; shown to be confirmed and never taken as an answer.</summary>
    public string Suggestions { get; set; } = "[]";

    /// <summary>Answers by question id, as JSON, in the order in which they were given.</summary>
    public string Answers { get; set; } = "[]";

    public TriageSessionState State { get; set; } = TriageSessionState.Open;

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; }
}

public enum TriageSessionState
{
    Open,
    Saved,
    Cancelled,
}

/// <summary>The outcome of a triage as it was saved, with what it was based on.</summary>
public sealed class Assessment
{
    public required Guid Id { get; init; }

    public required AiSystemId AiSystemId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Answers { get; init; }

    public required string Outcome { get; init; }

    /// <summary>Hash of the rule files that it was made with.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>The version of the law that the rules were checked against.</summary>
    public required DateOnly LawVersion { get; init; }
}

internal sealed class TriageMapping : IEntityTypeConfiguration<TriageSession>, IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<TriageSession> session)
    {
        session.ToTable("triage_sessions");
        session.HasIndex(s => new { s.PersonId, s.State });
        session.Property(s => s.Name).HasMaxLength(120);
        session.Property(s => s.Description).HasMaxLength(2000);
        session.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.ToTable("assessments");
        assessment.HasIndex(a => new { a.AiSystemId, a.At });
        assessment.Property(a => a.RulesVersion).HasMaxLength(64);
        assessment.HasOne<AiSystems.AiSystem>().WithMany().HasForeignKey(a => a.AiSystemId).OnDelete(DeleteBehavior.Restrict);
    }
}
