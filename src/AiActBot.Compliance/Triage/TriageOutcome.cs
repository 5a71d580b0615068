namespace AiActBot.Compliance.Triage;

/// <summary>A class that a system is in, and the provision that puts it there.</summary>
public sealed record RiskFinding(RiskClass Class, ArticleReference Provision);

/// <summary>A duty, and from when it applies.</summary>
public sealed record TriageDuty(Duty Duty, ApplicationDate Applies)
{
    public string Id => Duty.Id;

    public ArticleReference Provision => Duty.Provision;

    public DateOnly AppliesFrom => Applies.From;
}

/// <summary>An answer that a rule used.</summary>
public sealed record FactUsed(string QuestionId, Answer Answer);

/// <summary>A rule that holds, and the answers that made it hold.</summary>
public sealed record FiredRule(Rule Rule, IReadOnlyList<FactUsed> Facts);

/// <summary>A rule that may hold, and the questions that would decide it.</summary>
public sealed record UncertainRule(Rule Rule, IReadOnlyList<string> OpenQuestions);

/// <summary>What another answer to one question would do to the classes, the other answers staying as they are.</summary>
public sealed record WhatIf(string QuestionId, Answer Instead, IReadOnlyList<RiskClass> Gained, IReadOnlyList<RiskClass> Lost);

/// <summary>How far the interview is.</summary>
/// <param name="Answered">Questions answered, "I don't know" included.</param>
/// <param name="AtMostRemaining">No more questions than this will still be asked; it only goes down.</param>
public sealed record TriageProgress(int Answered, int AtMostRemaining);

/// <summary>What triage finds for one set of answers.</summary>
public sealed record TriageOutcome
{
    /// <summary>The version of the rule book that this was found with.</summary>
    public required string RuleBookVersion { get; init; }

    /// <summary>The organisation's roles that are certain; empty when the Act does not apply.</summary>
    public required IReadOnlyList<OperatorRole> Roles { get; init; }

    /// <summary>
    /// The classes that are certain, most serious first. <see cref="RiskClass.Undetermined"/> comes first, with the
    /// provision in question, when a class more serious than these is still possible.
    /// </summary>
    public required IReadOnlyList<RiskFinding> Risk { get; init; }

    /// <summary>The classes that are possible until the open questions are answered, most serious first.</summary>
    public required IReadOnlyList<RiskFinding> PossibleRisk { get; init; }

    public required IReadOnlyList<TriageDuty> Duties { get; init; }

    /// <summary>The duties that depend on something open.</summary>
    public required IReadOnlyList<TriageDuty> PossibleDuties { get; init; }

    public required IReadOnlyList<FiredRule> FiredRules { get; init; }

    public required IReadOnlyList<UncertainRule> UncertainRules { get; init; }

    /// <summary>Answers that do not go together.</summary>
    public required IReadOnlyList<Bilingual> Contradictions { get; init; }

    /// <summary>What somebody who knows the law should look at.</summary>
    public required IReadOnlyList<Bilingual> NeedsReview { get; init; }

    /// <summary>What is good to know, such as a later date for a system that was there before.</summary>
    public required IReadOnlyList<Bilingual> Advice { get; init; }

    /// <summary>The questions, in order, that are still open and would decide something, those answered "I don't know" included.</summary>
    public required IReadOnlyList<string> OpenQuestions { get; init; }

    /// <summary>For each answer, what another answer would do to the classes.</summary>
    public required IReadOnlyList<WhatIf> WouldChange { get; init; }

    /// <summary>
    /// The questions whose saved answer no longer fits the rule book; they count as not answered. Says so rather than
    /// failing on a system that was triaged under older questions.
    /// </summary>
    public required IReadOnlyList<string> IgnoredAnswers { get; init; }
}
