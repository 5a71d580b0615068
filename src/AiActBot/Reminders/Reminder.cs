using AiActBot.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Reminders;

/// <summary>A reminder that was given. Its key allows one for each reason, subject and person, whatever restarts.</summary>
public sealed class Reminder
{
    public required ReminderReason Reason { get; init; }

    /// <summary>What it is about: <c>notice:0197…</c>.</summary>
    public required string Subject { get; init; }

    public required PersonId PersonId { get; init; }

    public required Guid NotificationId { get; init; }

    public required DateTimeOffset At { get; init; }
}

public enum ReminderReason
{
    NoticeNotAcknowledged,

    /// <summary>What staff asked last month; the subject names the month.</summary>
    MonthlyQuestionReport,
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("reminders");
        reminder.HasKey(r => new { r.Reason, r.Subject, r.PersonId });
        reminder.Property(r => r.Subject).HasMaxLength(80);
    }
}
