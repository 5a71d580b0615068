using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Conversations;

/// <summary>
/// An activity as it came in. Its key decides that it has one effect, however often the channel sends it; its state
/// decides where work goes on after a crash.
/// </summary>
public sealed class InboxActivity
{
    public required Guid Id { get; init; }

    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required string ActivityId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public InboxState State { get; set; } = InboxState.Received;

    /// <summary>The activity as JSON until it is dealt with; then null, so that no message text lingers.</summary>
    public string? Payload { get; set; }

    /// <summary>What is to be said to the person in the turn, as JSON, from the moment the change is saved until it is sent.</summary>
    public string? Replies { get; set; }

    /// <summary>How many of <see cref="Replies"/> were sent already.</summary>
    public int RepliesSent { get; set; }

    /// <summary>The answer to an invoke, as JSON: given again when the channel asks again.</summary>
    public string? Response { get; set; }

    public int Attempts { get; set; }

    /// <summary>Until when a worker has it in hand; another may take it afterwards.</summary>
    public DateTimeOffset LeaseUntil { get; set; }

    public int Version { get; set; }

    /// <summary>Notes what a turn came to; null when there was nobody to answer to, which the protocol asks to be accepted.</summary>
    internal void Keep(Turn? turn)
    {
        Payload = null;
        State = turn is { Replies.Count: > 0 } ? InboxState.Handled : InboxState.Completed;
        Replies = turn is { Replies: { Count: > 0 } replies } ? Reply.Write(replies) : null;
    }
}

public enum InboxState
{
    /// <summary>Stored, not yet handled.</summary>
    Received,

    /// <summary>The change is saved; its replies are still to be sent.</summary>
    Handled,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Given up: after repeated failures, of which the person was told if that was possible, or because a restore left it behind.</summary>
    Failed,
}

internal sealed class InboxActivityMapping : IEntityTypeConfiguration<InboxActivity>
{
    public void Configure(EntityTypeBuilder<InboxActivity> activity)
    {
        activity.ToTable("inbox");
        activity.HasIndex(a => new { a.ChannelId, a.ConversationId, a.ActivityId }).IsUnique();
        activity.HasIndex(a => new { a.State, a.LeaseUntil });
        activity.Property(a => a.ChannelId).HasMaxLength(40);
        activity.Property(a => a.ConversationId).HasMaxLength(400);
        activity.Property(a => a.ActivityId).HasMaxLength(400);
        activity.Property(a => a.Version).IsConcurrencyToken();
    }
}
