using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Storage.Backup;

/// <summary>
/// As long as this row is there nothing is sent from the outbox. What was waiting when a backup was made has mostly been sent
/// since; whether it is to be sent again is for a person to say.
/// </summary>
public sealed class OutboxHold
{
    public const int TheOnly = 1;

    public const string Restored = "restored";

    public required int Id { get; init; }

    /// <summary>What came before this moment may have been dealt with by the database that was copied; what comes after it was not.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary><see cref="Restored"/>, or <c>operator</c>.</summary>
    public required string Because { get; set; }
}

/// <summary>Where the database was when the service last started; another place means that it was restored there.</summary>
public sealed class DatabaseOrigin
{
    public const int TheOnly = 1;

    public required int Id { get; init; }

    public required string Identity { get; set; }
}

internal sealed class OutboxHoldMapping : IEntityTypeConfiguration<OutboxHold>, IEntityTypeConfiguration<DatabaseOrigin>
{
    public void Configure(EntityTypeBuilder<OutboxHold> hold)
    {
        hold.ToTable("outbox_holds");
        hold.Property(h => h.Because).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<DatabaseOrigin> origin)
    {
        origin.ToTable("database_origins");
        origin.Property(o => o.Identity).HasMaxLength(100);
    }
}
