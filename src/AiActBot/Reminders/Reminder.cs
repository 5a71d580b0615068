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

    /// <summary>A request for approval ran out without a decision.</summary>
    ApprovalExpired,

    /// <summary>A request for approval waits longer than the organisation wants.</summary>
    ApprovalWaiting,

    /// <summary>An approver cannot be reached any more.</summary>
    ApproverGone,

    /// <summary>A notice was given up.</summary>
    NoticeStuck,

    /// <summary>The period of the law for a filing is about to end.</summary>
    FilingDue,
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
