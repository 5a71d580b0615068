using AiActBot.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Assistant.Chat;

/// <summary>A question that was asked, so that the team can see what was not answered or not liked. Erased after the days of <c>Retention</c>.</summary>
public sealed class AskedQuestion
{
    public required Guid Id { get; init; }

    public required string TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Question { get; init; }

    public required Language Language { get; init; }

    public required bool Answered { get; init; }

    /// <summary>Why there was no answer, or null.</summary>
    public string? Declined { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The activity with the answer, known once it is sent.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Thumbs up or down; null while nobody said.</summary>
    public bool? Liked { get; set; }

    public string? Comment { get; set; }

    /// <summary>The message that holds the question, so that it is forgotten when the person deletes it.</summary>
    public string? MessageId { get; init; }
}

/// <summary>A question that somebody put to the compliance team.</summary>
public sealed class TeamQuestion
{
    public required Guid Id { get; init; }

    public required string TenantId { get; init; }

    public required PersonId AskedBy { get; init; }

    public required string Question { get; init; }

    public required Language Language { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public string? Answer { get; set; }

    public PersonId? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Kept as the organisation's own position: it is found and cited when somebody asks something like it.</summary>
    public bool IsKept { get; set; }

    public int Version { get; set; }
}

internal sealed class QuestionMapping : IEntityTypeConfiguration<AskedQuestion>, IEntityTypeConfiguration<TeamQuestion>
{
    public const int QuestionLength = 4000;
    public const int AnswerLength = 4000;

    public void Configure(EntityTypeBuilder<AskedQuestion> question)
    {
        question.ToTable("asked_questions");
        question.HasIndex(q => new { q.TenantId, q.At });
        question.HasIndex(q => q.ActivityId);
        question.HasIndex(q => q.MessageId);
        question.Property(q => q.TenantId).HasMaxLength(100);
        question.Property(q => q.Question).HasMaxLength(QuestionLength);
        question.Property(q => q.Declined).HasMaxLength(40);
        question.Property(q => q.ActivityId).HasMaxLength(400);
        question.Property(q => q.Comment).HasMaxLength(QuestionLength);
        question.Property(q => q.MessageId).HasMaxLength(400);
    }

    public void Configure(EntityTypeBuilder<TeamQuestion> question)
    {
        question.ToTable("team_questions");
        question.HasIndex(q => new { q.TenantId, q.AskedAt });
        question.Property(q => q.TenantId).HasMaxLength(100);
        question.Property(q => q.Question).HasMaxLength(QuestionLength);
        question.Property(q => q.Answer).HasMaxLength(AnswerLength);
        question.Property(q => q.Version).IsConcurrencyToken();
    }
}
