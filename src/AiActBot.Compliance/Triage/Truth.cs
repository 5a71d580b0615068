namespace AiActBot.Compliance.Triage;

/// <summary>True, false, or not known yet: an unanswered question and "I don't know" are unknown, never false.</summary>
public enum Truth
{
    False,
    Unknown,
    True,
}

internal static class Truths
{
    public static Truth Not(this Truth truth) => Truth.True - (int)truth;

    /// <summary>All must hold: one false settles it, whatever is unknown.</summary>
    public static Truth All(this IEnumerable<Truth> truths) => truths.Aggregate(Truth.True, (found, next) => next < found ? next : found);

    /// <summary>One must hold: one true settles it, whatever is unknown.</summary>
    public static Truth Any(this IEnumerable<Truth> truths) => truths.Aggregate(Truth.False, (found, next) => next > found ? next : found);
}
