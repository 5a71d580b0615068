using System.Globalization;
using System.Text.Json.Nodes;

namespace AiActBot.Tests.Infrastructure.Channel;

/// <summary>The AI label, citations and mentions of an activity, by Teams' limits.</summary>
internal static class EntityRules
{
    private const string Schema = "https://schema.org";
    private const int MostCitations = 20;
    private const int LongestName = 80;
    private const int LongestAbstract = 160;
    private const int MostKeywords = 3;
    private const int LongestKeyword = 28;

    public static string? Objection(JsonObject activity)
    {
        var entities = activity["entities"].Objects();
        if (entities.Any(entity => entity["type"].Text() is not { Length: > 0 }))
            return "An entity has a type.";
        if (entities.Count(entity => entity["type"].Text() == "streaminfo") > 1)
            return "An activity is a part of one stream.";
        var roots = entities.Where(entity => entity["type"].Text() == $"{Schema}/Message").ToList();
        var text = activity["text"].Text() ?? "";
        return roots.Count > 1
            ? "An activity has one root message entity."
            : roots.Select(root => OfRoot(root, text)).FirstOrDefault(because => because is not null)
                ?? entities.Where(entity => entity["type"].Text() == "mention").Select(mention => OfMention(mention, text)).FirstOrDefault(because => because is not null);
    }

    private static string? OfRoot(JsonObject root, string text)
    {
        if (root["@type"].Text() != "Message" || root["@context"].Text() != Schema)
            return "The root message entity has @type Message and @context https://schema.org.";
        if (root["additionalType"] is JsonArray label && label.Any(kind => kind.Text() != "AIGeneratedContent"))
            return "Teams knows one additionalType: AIGeneratedContent.";
        var citations = root["citation"].Objects();
        if (citations.Count > MostCitations)
            return $"There are {citations.Count} citations; {MostCitations} is the most.";
        var positions = citations.Select(citation => citation["position"].Whole()).ToList();
        if (positions.Any(position => position is null or < 1) || positions.Distinct().Count() != positions.Count)
            return "Citations have different positions from 1 on.";
        return positions.FirstOrDefault(position => !text.Contains(string.Create(CultureInfo.InvariantCulture, $"[{position}]"), StringComparison.Ordinal)) is { } missing
            ? $"The text does not hold [{missing}]."
            : citations.Select(OfCitation).FirstOrDefault(because => because is not null);
    }

    private static string? OfCitation(JsonObject citation)
    {
        if (citation["@type"].Text() != "Claim" || citation["appearance"] is not JsonObject appearance || appearance["@type"].Text() != "DigitalDocument")
            return "A citation is a Claim that appears as a DigitalDocument.";
        if (appearance["name"].Text() is not { Length: > 0 and <= LongestName })
            return $"A citation has a name of at most {LongestName} characters.";
        if (appearance["abstract"].Text() is not { Length: > 0 and <= LongestAbstract })
            return $"A citation has an abstract of at most {LongestAbstract} characters.";
        if (appearance["url"] is { } url && !(Uri.TryCreate(url.Text(), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            return "A citation links to an https address.";
        var keywords = appearance["keywords"] as JsonArray ?? [];
        return keywords.Count > MostKeywords || keywords.Any(keyword => keyword.Text() is not { Length: > 0 and <= LongestKeyword })
            ? $"A citation has at most {MostKeywords} keywords of at most {LongestKeyword} characters." : null;
    }

    private static string? OfMention(JsonObject mention, string text) =>
        (mention["mentioned"] as JsonObject)?["id"].Text() is { Length: > 0 } && mention["text"].Text() is { Length: > 0 } words && text.Contains(words, StringComparison.Ordinal)
            ? null : "A mention names somebody, and its words stand in the text.";
}
