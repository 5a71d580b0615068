using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Notifications;

/// <summary>
/// One message to one recipient, saved together with the change that causes it and sent afterwards. The case shows it:
/// who, by which way, how often tried, with what outcome.
/// </summary>
public sealed class Notification
{
    public required Guid Id { get; init; }

    public required NotificationPurpose Purpose { get; init; }

    public required NotificationRoute Route { get; set; }

    public CaseId? CaseId { get; init; }

    /// <summary>The party of the supply chain that a notice goes to.</summary>
    public PartyId? PartyId { get; init; }

    /// <summary>As what a notice's recipient is told, and by which provisions (with commas between).</summary>
    public RecipientRole? RecipientRole { get; init; }

    public string? Provisions { get; init; }

    /// <summary>The person reached through the bot.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>Mail address, for <see cref="NotificationRoute.Mail"/>.</summary>
    public string? MailAddress { get; set; }

    public required Language Language { get; init; }

    /// <summary>Subject of a mail; summary (the toast) of a message in Teams.</summary>
    public required string Subject { get; init; }

    /// <summary>The text as approved. Empty for a card that shows the state at the moment of sending.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it is about: for a reminder the notice, for a question to the team the question.</summary>
    public Guid? AboutId { get; init; }

    public NotificationState State { get; set; } = NotificationState.Pending;

    public int Attempts { get; set; }

    /// <summary>How often it may be tried; 0 for as often as the settings say. Somebody who has it tried again adds to it.</summary>
    public int AllowedAttempts { get; set; }

    /// <summary>Not before this moment; moves on after a failed attempt.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Counts claims. A sender that lost its lease holds an older number and can no longer write the outcome.</summary>
    public int Fence { get; set; }

    /// <summary>An attempt ended without an answer, so the recipient may get this twice; the copy is recognisable by its number.</summary>
    public bool MayBeDuplicate { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The activity that the channel made of it.</summary>
    public string? ActivityId { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>Why the last attempt failed, as a code of ours.</summary>
    public string? LastFailure { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public List<DeliveryAttempt> DeliveryAttempts { get; } = [];

    /// <summary>A message of the bot to one person, in that person's language, due at once.</summary>
    /// <param name="text">Empty for a card that shows the state at the moment of sending.</param>
    public static Notification ThroughTheBot(
        NotificationPurpose purpose, PersonId person, Language language, string subject, DateTimeOffset now,
        CaseId? caseId = null, string text = "", PartyId? party = null, Guid? aboutId = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        Purpose = purpose,
        Route = NotificationRoute.Teams,
        CaseId = caseId,
        PartyId = party,
        PersonId = person,
        Language = language,
        Subject = subject,
        Text = text,
        AboutId = aboutId,
        DueAt = now,
        CreatedAt = now,
    };

    /// <summary>What the audit trail files it under.</summary>
    public string AuditSubject => CaseId is { } caseId ? $"case:{caseId}" : $"notification:{Id}";
}

/// <summary>What is sent, which decides how it is rendered and whether it is acknowledged.</summary>
public enum NotificationPurpose
{
    /// <summary>Tells a party about a corrective action (Article 20(1)); to be acknowledged.</summary>
    Notice,

    /// <summary>The card of a case, for one person; shows the state at the moment of sending.</summary>
    CaseCard,

    /// <summary>Reminds somebody of something that is due.</summary>
    Reminder,

    /// <summary>A question that somebody put to the compliance team.</summary>
    TeamQuestion,

    /// <summary>A message from one person to another through the bot.</summary>
    Message,

    /// <summary>The report of last month's questions, for the compliance team.</summary>
    QuestionReport,

    /// <summary>Tells somebody that a case needs them.</summary>
    CaseAlert,
}

internal static class NotificationPurposes
{
    /// <summary>What goes to many at once waits for what somebody is waiting for: approvals, questions, and words from person to person.</summary>
    public static readonly IReadOnlyList<NotificationPurpose> ToMany = [NotificationPurpose.Notice, NotificationPurpose.Reminder, NotificationPurpose.QuestionReport];

    public static bool IsToMany(this NotificationPurpose purpose) => ToMany.Contains(purpose);
}

public enum NotificationRoute
{
    Teams,
    Mail,
}

public enum NotificationState
{
    Pending,

    /// <summary>A sender has it in hand.</summary>
    Sending,

    Sent,

    /// <summary>Given up; somebody has to look.</summary>
    DeadLetter,

    /// <summary>No longer needed when its turn came.</summary>
    Withdrawn,
}

/// <summary>One try to deliver, in the ledger.</summary>
public sealed class DeliveryAttempt
{
    public required Guid NotificationId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    public required NotificationRoute Route { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>delivered</c>, or the code of the failure.</summary>
    public required string Outcome { get; init; }
}

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>, IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.ToTable("notifications");
        notification.HasIndex(n => new { n.State, n.DueAt });
        notification.HasIndex(n => n.CaseId);
        notification.HasIndex(n => n.AboutId);
        notification.Property(n => n.MailAddress).HasMaxLength(254);
        notification.Property(n => n.Provisions).HasMaxLength(200);
        notification.Property(n => n.Subject).HasMaxLength(200);
        notification.Property(n => n.ActivityId).HasMaxLength(400);
        notification.Property(n => n.LastFailure).HasMaxLength(60);
        notification.Property(n => n.Fence).IsConcurrencyToken();
        notification.Ignore(n => n.AuditSubject);
    }

    public void Configure(EntityTypeBuilder<DeliveryAttempt> attempt)
    {
        attempt.ToTable("delivery_attempts");
        attempt.HasKey(a => new { a.NotificationId, a.Number });
        attempt.Property(a => a.Outcome).HasMaxLength(60);
        attempt.HasOne<Notification>().WithMany(n => n.DeliveryAttempts).HasForeignKey(a => a.NotificationId).OnDelete(DeleteBehavior.Restrict);
    }
}
