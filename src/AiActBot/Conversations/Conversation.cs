using AiActBot.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Conversations;

/// <summary>
/// A conversation reference that survives a restart: all that is needed to speak first in a conversation later on.
/// </summary>
public sealed class Conversation
{
    public required Guid Id { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>The channel's id without a thread suffix (<c>;messageid=</c>).</summary>
    public required string ConversationId { get; init; }

    public required string TenantId { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Where the Connector answers for this conversation; the newest activity knows best.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>The bot's own account in this conversation (<c>28:…</c>).</summary>
    public required string BotId { get; set; }

    /// <summary>The other side of a personal conversation.</summary>
    public PersonId? PersonId { get; init; }

    public InstallState Installed { get; set; } = InstallState.Installed;

    /// <summary>When the welcome went out; it does once, however often the channel announces a new member.</summary>
    public DateTimeOffset? WelcomedAt { get; set; }

    public int Version { get; set; }

    public bool IsPersonal => Type == PersonalType;

    public const string PersonalType = "personal";

    /// <summary>A reply in a channel's thread names the thread behind the conversation's id.</summary>
    public static string WithoutThread(string conversationId) => conversationId.Split(";messageid=", 2)[0];
}

public enum InstallState
{
    /// <summary>The app is there; the bot may speak.</summary>
    Installed,

    /// <summary>The app was removed: nothing is sent, the reference is kept until it comes back.</summary>
    Removed,
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.ToTable("conversations");
        conversation.HasIndex(c => new { c.ChannelId, c.ConversationId }).IsUnique();
        conversation.HasIndex(c => c.PersonId);
        conversation.Property(c => c.ChannelId).HasMaxLength(40);
        conversation.Property(c => c.ConversationId).HasMaxLength(400);
        conversation.Property(c => c.TenantId).HasMaxLength(100);
        conversation.Property(c => c.Type).HasMaxLength(20);
        conversation.Property(c => c.ServiceUrl).HasMaxLength(500);
        conversation.Property(c => c.BotId).HasMaxLength(300);
        conversation.Property(c => c.Version).IsConcurrencyToken();
        conversation.Ignore(c => c.IsPersonal);
    }
}
