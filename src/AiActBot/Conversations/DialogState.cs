using AiActBot.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Conversations;

/// <summary>What one person was talking about in one conversation: the context of the next question.</summary>
public sealed class DialogState
{
    public required Guid ConversationId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>State of the capability that wrote it, as JSON.</summary>
    public required string State { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class DialogStateMapping : IEntityTypeConfiguration<DialogState>
{
    public void Configure(EntityTypeBuilder<DialogState> dialog)
    {
        dialog.ToTable("dialogs");
        dialog.HasKey(d => new { d.ConversationId, d.PersonId });
        dialog.Property(d => d.Version).IsConcurrencyToken();
    }
}
