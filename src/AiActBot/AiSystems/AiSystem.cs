using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.AiSystems;

/// <summary>An AI system in the organisation's register.</summary>
public sealed class AiSystem
{
    public required AiSystemId Id { get; init; }

    public required string TenantId { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    /// <summary>The project leader: triages it and decides on its corrective actions.</summary>
    public required PersonId OwnerId { get; set; }

    /// <summary>The roles that the organisation has for this system. One organisation can have several (Article 3(3)-(8)).</summary>
    public List<OperatorRole> Roles { get; set; } = [];

    /// <summary>The classes that its last triage found, the most serious first.</summary>
    public List<RiskClass> RiskClasses { get; set; } = [];

    public required DateTimeOffset RegisteredAt { get; init; }

    public int Version { get; set; }

    public List<Party> Parties { get; } = [];
}

/// <summary>Somebody in the supply chain of a system, to be told when it does not conform.</summary>
public sealed class Party
{
    public required PartyId Id { get; init; }

    public required AiSystemId AiSystemId { get; init; }

    public required RecipientRole Role { get; set; }

    public required string Organisation { get; set; }

    public required string ContactName { get; set; }

    public required string Mail { get; set; }

    public required Language Language { get; set; }

    /// <summary>Set when the contact has the app: they are told in Teams.</summary>
    public PersonId? PersonId { get; set; }
}

internal sealed class AiSystemMapping : IEntityTypeConfiguration<AiSystem>
{
    public const int NameLength = 120;
    public const int DescriptionLength = 2000;

    public void Configure(EntityTypeBuilder<AiSystem> system)
    {
        system.ToTable("ai_systems");
        system.HasIndex(s => new { s.TenantId, s.Name }).IsUnique();
        system.Property(s => s.TenantId).HasMaxLength(100);
        system.Property(s => s.Name).HasMaxLength(NameLength);
        system.Property(s => s.Description).HasMaxLength(DescriptionLength);
        system.PrimitiveCollection(s => s.Roles).ElementType().HasConversion<string>();
        system.PrimitiveCollection(s => s.RiskClasses).ElementType().HasConversion<string>();
        system.Property(s => s.Version).IsConcurrencyToken();
        system.HasOne<Conversations.Person>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Restrict);
        system.HasMany(s => s.Parties).WithOne().HasForeignKey(p => p.AiSystemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PartyMapping : IEntityTypeConfiguration<Party>
{
    public const int NameLength = 120;
    public const int MailLength = 254;

    public void Configure(EntityTypeBuilder<Party> party)
    {
        party.ToTable("parties");
        party.Property(p => p.Organisation).HasMaxLength(NameLength);
        party.Property(p => p.ContactName).HasMaxLength(NameLength);
        party.Property(p => p.Mail).HasMaxLength(MailLength);
    }
}
