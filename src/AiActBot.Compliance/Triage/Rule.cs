namespace AiActBot.Compliance.Triage;

/// <summary>What follows when a rule holds. A closed set.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    public sealed record AddsRole(OperatorRole Role) : Outcome;

    /// <param name="Provision">By which provision, such as <c>anx-III.4.a</c>.</param>
    /// <param name="CarriesDuties">
    /// False where the Act gives the class and leaves its duties to other law (Article 2(2) for Annex I, Section B).
    /// </param>
    public sealed record AddsClass(RiskClass Class, ArticleReference Provision, bool CarriesDuties = true) : Outcome;

    public sealed record AddsDuty(string DutyId) : Outcome;

    /// <summary>The Act does not apply.</summary>
    public sealed record Excludes : Outcome;

    /// <summary>A fact that other rules build on, such as an exemption of Article 6(3).</summary>
    public sealed record Establishes(string Fact) : Outcome;

    /// <summary>A person who knows the law should look at this.</summary>
    public sealed record NeedsReview(Bilingual Note) : Outcome;

    /// <summary>Good to know: a later date for what was there before, or an easier way for a small organisation.</summary>
    public sealed record Advises(Bilingual Note) : Outcome;

    /// <summary>Two answers do not go together.</summary>
    public sealed record Contradicts(Bilingual Note) : Outcome;
}

/// <summary>One rule of the Act, as a file states it, with examples that a test runs.</summary>
/// <param name="Unless">The exception; where it holds the rule does not, and <see cref="Condition.Exempted"/> can ask for it.</param>
public sealed record Rule(
    string Id,
    ArticleReference Provision,
    Condition When,
    Condition? Unless,
    Outcome Outcome,
    Bilingual Explanation,
    IReadOnlyList<Answers> Fires,
    IReadOnlyList<Answers> DoesNotFire);

/// <summary>A duty that follows from roles and classes.</summary>
/// <param name="Roles">Any of these roles; empty for every operator.</param>
/// <param name="Risks">Any of these classes, as far as they carry duties; empty for every system in scope.</param>
/// <param name="When">What else has to hold.</param>
/// <param name="CalendarId">The entry of <c>knowledge/calendar.yaml</c> with its date; null where that depends on the annex.</param>
/// <param name="OnlyByRule">True for a duty that only a rule adds (<see cref="Outcome.AddsDuty"/>).</param>
public sealed record Duty(
    string Id,
    ArticleReference Provision,
    IReadOnlyList<OperatorRole> Roles,
    IReadOnlyList<RiskClass> Risks,
    Condition When,
    Bilingual Text,
    string? CalendarId = null,
    bool OnlyByRule = false);
