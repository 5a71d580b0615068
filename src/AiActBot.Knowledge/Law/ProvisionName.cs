using System.Text;

namespace AiActBot.Knowledge.Law;

/// <summary>How a provision is written for people: "Article 26(5)", "artikel 26, lid 5", "Annex III, point 4(a)".</summary>
public static class ProvisionName
{
    private static readonly string[] DutchInserted = ["", "bis", "ter", "quater", "quinquies", "sexies"];

    public static string Of(ProvisionId provision, DocumentLanguage language) =>
        language == DocumentLanguage.Nl ? Dutch(provision) : English(provision);

    private static string English(ProvisionId provision)
    {
        var parts = provision.Parts;
        var number = parts[0][4..];
        if (provision.IsRecital)
            return $"Recital {number}";

        if (provision.IsAnnex)
        {
            var text = new StringBuilder($"Annex {number}");
            var rest = parts.AsSpan(1);
            if (rest.Length > 0 && HasSections(number) && rest[0].Length == 1)
            {
                text.Append(", Section ").Append(rest[0]);
                rest = rest[1..];
            }

            if (rest.Length > 0)
            {
                text.Append(", point ").Append(char.IsDigit(rest[0][0]) ? rest[0] : $"({rest[0]})");
                foreach (var part in rest[1..])
                    text.Append(char.IsDigit(part[0]) ? $".{part}" : $"({part})");
            }

            return text.ToString();
        }

        var article = new StringBuilder($"Article {number}");
        foreach (var part in parts.AsSpan(1))
            article.Append('(').Append(part).Append(')');
        return article.ToString();
    }

    private static string Dutch(ProvisionId provision)
    {
        var parts = provision.Parts;
        var number = parts[0][4..];
        if (provision.IsRecital)
            return $"overweging {number}";

        var text = new StringBuilder(provision.IsAnnex ? $"bijlage {number}" : $"artikel {WithInserted(number)}");
        var rest = parts.AsSpan(1);
        if (rest.Length > 0 && provision.IsAnnex && HasSections(number) && rest[0].Length == 1)
        {
            text.Append(", afdeling ").Append(rest[0]);
            rest = rest[1..];
        }

        for (var i = 0; i < rest.Length; i++)
        {
            var numbered = char.IsDigit(rest[i][0]);
            if (provision.IsArticle && numbered && i == 0 && number != "3")
                text.Append(", lid ").Append(WithInserted(rest[i]));
            else if (i > 0 && !provision.IsArticle && numbered)
                text.Append('.').Append(rest[i]);
            else
                text.Append(", punt ").Append(numbered ? WithInserted(rest[i]) : WithInserted(rest[i]) + ")");
        }

        return text.ToString();
    }

    private static bool HasSections(string annex) => annex is "I" or "VIII" or "XI";

    // The Dutch text numbers inserted provisions in Latin: 4a is "4 bis", point (ba) is "b bis)".
    private static string WithInserted(string part)
    {
        var letter = part.Length > 1 ? part[^1] - 'a' + 1 : 0;
        var inserted = letter is > 0 and < 6 && (char.IsDigit(part[^2]) || (part.Length == 2 && part[0] is 'b' or 'd' && part[1] is 'a' or 'b'));
        return inserted ? $"{part[..^1]} {DutchInserted[letter]}" : part;
    }
}
