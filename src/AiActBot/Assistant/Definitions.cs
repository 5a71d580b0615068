using System.Text.RegularExpressions;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>The definitions of Article 3 that a question asks for: "what is a deployer", "the difference between withdrawal and recall".</summary>
internal static partial class Definitions
{
    private const int MostCompared = 3;

    // With more words of its own a question is about something else than what a term means: "what is a deployer obliged to do".
    private const int MostOtherWords = 1;

    public static readonly ProvisionId WhereTheyStand = ProvisionId.Parse("art-3");

    /// <returns>Two or three when terms are compared, one when the meaning of a term is asked, none otherwise.</returns>
    public static IReadOnlyList<ProvisionId> AskedFor(string question, GlossaryLookup glossary)
    {
        var compares = Compares().IsMatch(question);
        if (!compares && !QuestionWords.Intent(question).HasFlag(QuestionIntent.Meaning))
            return [];

        List<ProvisionId> defined = [.. glossary.Terms(question)
            .Select(term => term.Provisions.FirstOrDefault(p => p.Root == WhereTheyStand && p != WhereTheyStand))
            .Where(p => p != default).Distinct().Take(MostCompared)];
        if (compares)
            return defined.Count > 1 ? defined : [];
        return defined.Count == 1 && OtherWords(question, glossary) <= MostOtherWords ? defined : [];
    }

    private static int OtherWords(string question, GlossaryLookup glossary)
    {
        var named = glossary.Phrases(question).SelectMany(Words.Of).ToHashSet(StringComparer.Ordinal);
        return FollowUp.OwnWords(question).Count(word => !named.Contains(word));
    }

    [GeneratedRegex(
        @"\b(?:verschil(?:len)?|onderscheid|verschilt|differences?|differs?|distinction|distinguish|versus|vs)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Compares();
}
