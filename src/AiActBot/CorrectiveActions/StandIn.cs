using AiActBot.Compliance;
using AiActBot.Compliance.CorrectiveActions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.CorrectiveActions;

/// <summary>Somebody who decides in an approver's place for a while: in one case, or in all while the approver is away.</summary>
public sealed class StandIn
{
    public required Guid Id { get; init; }

    /// <summary>The case; null for a deputy while the approver is away.</summary>
    public CaseId? CaseId { get; init; }

    public required PersonId ApproverId { get; init; }

    public required PersonId DelegateId { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>Not any more from this moment on; coming back early moves it.</summary>
    public required DateTimeOffset Until { get; set; }

    public Delegation ToDelegation() => new(ApproverId, DelegateId, From, Until);
}

internal sealed class StandInMapping : IEntityTypeConfiguration<StandIn>
{
    public void Configure(EntityTypeBuilder<StandIn> standIn)
    {
        standIn.ToTable("stand_ins");
        standIn.HasIndex(s => new { s.ApproverId, s.Until });
        standIn.HasIndex(s => s.CaseId);
    }
}
