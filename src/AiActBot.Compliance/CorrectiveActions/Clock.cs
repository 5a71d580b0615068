namespace AiActBot.Compliance.CorrectiveActions;

/// <summary>
/// How much time the law gives. A closed set: a period that the law does not state is never turned into a number. An
/// organisation's own target is not a clock and is shown as its own.
/// </summary>
public abstract record Clock
{
    private Clock()
    {
    }

    /// <summary>"Immediately": the law names no number (Articles 20, 24(4), 26(5) for incidents).</summary>
    public sealed record Immediately : Clock;

    /// <summary>"Without undue delay": the law names no number (Articles 26(5), 55(1)(c)).</summary>
    public sealed record WithoutUndueDelay : Clock;

    /// <summary>"Without delay" (Article 73(6)).</summary>
    public sealed record WithoutDelay : Clock;

    /// <summary>
    /// At most this many calendar days after the provider or the deployer became aware (Article 73(2) to (4)), and
    /// immediately once the causal link is established: the number is the outer limit, not the target.
    /// </summary>
    public sealed record CalendarDays(int Days) : Clock;

    /// <summary>At most this many working days (Article 79(2)).</summary>
    public sealed record WorkingDays(int Days) : Clock;

    /// <summary>The authority sets the period in its decision.</summary>
    /// <param name="AtMost">The longest period that the law allows it to set; null when the law sets none.</param>
    public sealed record PeriodSetByAuthority(WorkingDays? AtMost = null) : Clock;

    /// <summary>The law asks for it and states no period at all (Articles 23(2), 24(2)).</summary>
    public sealed record NoPeriodStated : Clock;

    public string In(Language language) => Words.In(language);

    private Bilingual Words => this switch
    {
        Immediately => new("onmiddellijk", "immediately"),
        WithoutUndueDelay => new("zonder onnodige vertraging", "without undue delay"),
        WithoutDelay => new("onverwijld", "without delay"),
        CalendarDays { Days: var days } => new(
            $"onmiddellijk, uiterlijk {days} kalenderdagen na kennisneming", $"immediately, at most {days} calendar days after awareness"),
        WorkingDays { Days: var days } => new($"uiterlijk {days} werkdagen", $"at most {days} working days"),
        PeriodSetByAuthority { AtMost: { Days: var days } } => new(
            $"binnen de termijn van de autoriteit, uiterlijk {days} werkdagen", $"within the period set by the authority, at most {days} working days"),
        PeriodSetByAuthority => new("binnen de termijn van de autoriteit", "within the period set by the authority"),
        _ => new("de wet noemt geen termijn", "the law states no period"),
    };
}
