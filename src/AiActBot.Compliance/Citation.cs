using System.Text;

namespace AiActBot.Compliance;

/// <summary>Writes a provision the way the Regulation itself refers to one, in each language.</summary>
internal static class Citation
{
    // The Dutch Regulation numbers what is inserted with these; the English one with letters.
    private static readonly string[] Inserted = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies"];

    public static string Write(ArticleReference reference, Language language)
    {
        var parts = reference.ToString().Split('.');
        return (reference.Kind, language) switch
        {
            (ProvisionKind.Recital, Language.Dutch) => $"overweging {reference.Number}",
            (ProvisionKind.Recital, _) => $"recital {reference.Number}",
            (ProvisionKind.Annex, Language.Dutch) => DutchAnnex(reference.Number, parts[1..]),
            (ProvisionKind.Annex, _) => EnglishAnnex(reference.Number, parts[1..]),
            (_, Language.Dutch) => DutchArticle(reference.Number, parts[1..]),
            _ => $"Article {reference.Number}{string.Concat(parts[1..].Select(part => $"({part})"))}",
        };
    }

    private static string DutchArticle(string number, string[] parts)
    {
        var text = new StringBuilder("artikel ").Append(WithOrdinal(number));
        var pointSeen = false;
        foreach (var part in parts)
        {
            if (char.IsAsciiDigit(part[0]))
            {
                // Article 3 has numbered definitions where other articles have paragraphs.
                text.Append(number == "3" ? ", punt " : ", lid ").Append(WithOrdinal(part));
                pointSeen = number == "3";
            }
            else
            {
                text.Append(pointSeen ? ", " : ", punt ").Append(pointSeen ? part : Letter(part)).Append(')');
                pointSeen = true;
            }
        }

        return text.ToString();
    }

    private static string DutchAnnex(string number, string[] parts)
    {
        var text = new StringBuilder("bijlage ").Append(number);
        var pointSeen = false;
        foreach (var part in parts)
        {
            if (char.IsAsciiLetterUpper(part[0]))
            {
                text.Append(", afdeling ").Append(part);
                continue;
            }

            text.Append(pointSeen ? ", " : ", punt ");
            text.Append(char.IsAsciiDigit(part[0]) ? WithOrdinal(part) : (pointSeen ? part : Letter(part)) + ")");
            pointSeen = true;
        }

        return text.ToString();
    }

    private static string EnglishAnnex(string number, string[] parts)
    {
        var text = new StringBuilder("Annex ").Append(number);
        var pointSeen = false;
        foreach (var part in parts)
        {
            if (char.IsAsciiLetterUpper(part[0]))
            {
                text.Append(", Section ").Append(part);
                continue;
            }

            text.Append(pointSeen ? "" : ", point ").Append(char.IsAsciiDigit(part[0]) ? part : $"({part})");
            pointSeen = true;
        }

        return text.ToString();
    }

    /// <summary>"4a" becomes "4 bis"; "4" stays "4".</summary>
    private static string WithOrdinal(string number) =>
        char.IsAsciiLetterLower(number[^1]) ? $"{number[..^1]} {Ordinal(number[^1])}" : number;

    /// <summary>"ba" is the first point inserted after b: "b bis".</summary>
    private static string Letter(string point) => point.Length == 2 ? $"{point[0]} {Ordinal(point[1])}" : point;

    private static string Ordinal(char letter) => letter - 'a' < Inserted.Length ? Inserted[letter - 'a'] : letter.ToString();
}
