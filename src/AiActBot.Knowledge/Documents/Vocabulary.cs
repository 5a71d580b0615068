namespace AiActBot.Knowledge.Documents;

/// <summary>The words that the head of a document may use; <c>knowledge/README.md</c> says what they mean.</summary>
public static class Vocabulary
{
    public static IReadOnlySet<string> Roles { get; } = Set(
        "provider", "deployer", "importer", "distributor", "authorised-representative", "product-manufacturer", "gpai-provider",
        "notified-body", "authority", "commission", "affected-person", "everyone");

    public static IReadOnlySet<string> Risks { get; } = Set(
        "prohibited", "high-risk", "transparency", "gpai", "gpai-systemic-risk", "minimal", "all");

    public static IReadOnlySet<string> Phases { get; } = Set(
        "organisation", "problem-analysis", "design", "data", "development", "verification", "implementation", "monitoring", "phase-out");

    public static IReadOnlySet<string> Subjects { get; } = Set(
        "governance", "transparency", "human-oversight", "fundamental-rights", "non-discrimination", "data", "robustness-and-safety",
        "privacy", "procurement", "sustainability", "enforcement", "innovation-support", "conformity");

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.Ordinal);
}
