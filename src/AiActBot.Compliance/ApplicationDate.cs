namespace AiActBot.Compliance;

/// <summary>From when a provision applies.</summary>
/// <param name="From">The first day on which it applies, by the reading that is earliest.</param>
/// <param name="AlternativeFrom">The first day by the other reading, where the law can be read in two ways.</param>
/// <param name="OpenQuestion">What is open, for a person; null when the date is certain.</param>
public sealed record ApplicationDate(DateOnly From, DateOnly? AlternativeFrom = null, Bilingual? OpenQuestion = null)
{
    /// <summary>A condition that Article 111 sets for what was on the market before; null when there is none.</summary>
    public Bilingual? Condition { get; init; }
}
