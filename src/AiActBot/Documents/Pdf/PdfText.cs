namespace AiActBot.Documents.Pdf;

/// <summary>Breaks text into lines of a width.</summary>
internal static class PdfText
{
    public static IReadOnlyList<string> Lines(string text, PdfFont font, double width) =>
        [.. PrintableText.Of(text).Split('\n').SelectMany(line => Wrap(line, font, width))];

    private static IEnumerable<string> Wrap(string text, PdfFont font, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(word => Pieces(word, font, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.Width(longer) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        yield return line;
    }

    /// <summary>A link or a hash can be wider than its column: it is cut where the column ends.</summary>
    private static IEnumerable<string> Pieces(string word, PdfFont font, double width)
    {
        while (word.Length > 1 && font.Width(word) > width)
        {
            var fits = word.Length - 1;
            while (fits > 1 && (char.IsHighSurrogate(word[fits - 1]) || font.Width(word[..fits]) > width))
                fits--;
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }
}
