using AiActBot.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Conversations;

/// <summary>
/// Somebody the bot has met. Identity is tenant and directory object, never a name or an address: those can be copied.
/// </summary>
public sealed class Person
{
    public required PersonId Id { get; init; }

    public required string TenantId { get; init; }

    /// <summary>Object id in Microsoft Entra ID.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>The channel's id for this person and this bot (<c>29:…</c>).</summary>
    public required string UserId { get; set; }

    public required string DisplayName { get; set; }

    /// <summary>Chosen by the person, or taken from the client until they choose.</summary>
    public Language Language { get; set; }

    public bool LanguageChosen { get; set; }

    /// <summary>IANA name of the zone of the person's client; null where it never said, and the organisation's counts.</summary>
    public string? TimeZone { get; set; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>What the object id of somebody who was erased begins with.</summary>
    public const string Erased = "erased:";

    /// <summary>Nothing is left of them but an opaque number.</summary>
    public bool IsErased => AadObjectId.StartsWith(Erased, StringComparison.Ordinal);
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.HasIndex(p => new { p.TenantId, p.AadObjectId }).IsUnique();
        person.Property(p => p.TenantId).HasMaxLength(100);
        person.Property(p => p.AadObjectId).HasMaxLength(100);
        person.Property(p => p.UserId).HasMaxLength(300);
        person.Property(p => p.TimeZone).HasMaxLength(60);
        person.Property(p => p.DisplayName).HasMaxLength(200);
        person.Ignore(p => p.IsErased);
    }
}
