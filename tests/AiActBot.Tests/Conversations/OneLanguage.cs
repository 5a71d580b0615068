using System.Text.RegularExpressions;
using AiActBot.Compliance;

namespace AiActBot.Tests.Conversations;

/// <summary>Finds words that only the other language has. Words that both have, and what is asked to be typed, are no sign.</summary>
internal static partial class OneLanguage
{
    private static readonly HashSet<string> Dutch = new(StringComparer.OrdinalIgnoreCase)
    {
        "de", "het", "een", "van", "voor", "niet", "wordt", "wij", "uw", "jou", "je", "ik", "kan", "naar", "zijn", "aan", "bij", "nog", "geen", "deze", "dit", "dat",
        "wie", "welke", "waar", "maatregel", "bevestigd", "verstuurd", "goedkeuren", "terugsturen", "dossier", "dossiers", "systeem", "systemen", "aanbieder", "gemeld",
        "gebruiksverantwoordelijke", "distributeur", "importeur", "gemachtigde", "artikel", "lid", "bijlage", "overweging", "vanaf", "uitkomst", "vraag", "terug", "stoppen", "volgende", "weet",
        "risicoklasse", "projectleider", "partijen", "toevoegen", "kies", "beginnen", "sluiten", "gesloten", "afwachting", "uitvoering", "opmerking", "voorbeelden", "november", "januari",
    };

    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "an", "for", "not", "you", "your", "are", "this", "these", "which", "who", "where", "what", "with", "from", "and", "or", "to", "by", "has", "have", "been",
        "action", "acknowledged", "sent", "approve", "case", "cases", "system", "systems", "provider", "deployer", "distributor", "importer", "article", "annex", "recital", "outcome",
        "question", "back", "next", "know", "project", "parties", "add", "choose", "begin", "close", "closed", "awaiting", "approval", "comment", "examples", "january",
    };

    /// <summary>The same in both, or asked to be typed in the other.</summary>
    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase) { "november", "system" };

    public static IReadOnlyList<string> StrangersIn(string text, Language language)
    {
        var others = language == Language.Dutch ? English : Dutch;
        return [.. Word().Matches(Typed().Replace(text, " ")).Select(match => match.Value.ToLowerInvariant())
            .Where(word => others.Contains(word) && !Shared.Contains(word)).Distinct()];
    }

    [GeneratedRegex(@"[\p{L}]+")]
    private static partial Regex Word();

    /// <summary>What is to be typed stands in bold.</summary>
    [GeneratedRegex(@"\*\*[^*]+\*\*")]
    private static partial Regex Typed();
}
