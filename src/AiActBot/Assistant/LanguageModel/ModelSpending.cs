using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>What an organisation spent on answers of a language model in one day.</summary>
public sealed class ModelSpending
{
    public required string TenantId { get; init; }

    /// <summary>The day in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Tokens in and out, those of calls that are under way at the most they can be.</summary>
    public required long Tokens { get; init; }
}

internal sealed class ModelSpendingMapping : IEntityTypeConfiguration<ModelSpending>
{
    public void Configure(EntityTypeBuilder<ModelSpending> spending)
    {
        spending.ToTable("model_spending");
        spending.HasKey(s => new { s.TenantId, s.Day });
        spending.Property(s => s.TenantId).HasMaxLength(100);
    }
}
