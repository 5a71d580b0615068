using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Importing;

/// <summary>Plain text, such as a page copied from a browser or a PDF: a short line without a full stop, or a question, opens a section.</summary>
internal sealed class PlainTextReader : DocumentReader
{
    private const int LongestHeading = 160;

    public override IReadOnlyList<FoundFile> Find(string path) => FoundFile.In(path, ".txt", ".text");

    public override ImportedDocument Read(FoundFile file, string hash, DateOnly today)
    {
        var text = file.Read().ReplaceLineEndings("\n").Replace('\u00A0', ' ');
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new FormatException("The file is not text.");
        var blocks = Blocks(text);
        if (blocks.Count == 0)
            throw new FormatException("The file holds no text.");

        var title = blocks[0].Heading.Length > 0 ? blocks[0].Heading : Path.GetFileNameWithoutExtension(file.Path);
        var chunks = new OutsideChunks(file.Source, file.Source, title, LanguageDetector.Detect(text), null, null)
        {
            Provisions = MarkdownReader.Named(string.Join('\n', blocks.Take(3).Select(b => b.Heading))),
        };
        foreach (var (heading, content) in blocks.Where(b => b.Text.Length > 0))
            chunks.Add(heading.Length > 0 ? heading : title, content, [.. MarkdownReader.Named($"{heading}\n{content}").Take(3)]);
        return chunks.All.Count == 0
            ? throw new FormatException("The file holds headings only.")
            : new ImportedDocument(file.Source, ImportFormat.Text, title, null, hash, today, chunks.All);
    }

    private static List<(string Heading, string Text)> Blocks(string text)
    {
        var blocks = new List<(string Heading, string Text)>();
        var heading = "";
        var paragraphs = new List<string>();
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (opening, rest) = Opening(paragraph);
            if (opening.Length > 0)
            {
                End();
                heading = opening;
            }

            if (rest.Length > 0)
                paragraphs.Add(rest);
        }

        End();
        return blocks;

        void End()
        {
            if (heading.Length > 0 || paragraphs.Count > 0)
                blocks.Add((heading, string.Join("\n\n", paragraphs)));
            heading = "";
            paragraphs.Clear();
        }
    }

    // Lines that a page break cut are joined; a question of one or two lines at the start of a paragraph is its heading.
    private static (string Heading, string Text) Opening(string paragraph)
    {
        var lines = paragraph.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var count = 1; count <= Math.Min(2, lines.Length); count++)
        {
            var opening = string.Join(' ', lines[..count]);
            if (opening.Length <= LongestHeading && opening.EndsWith('?'))
                return (opening, string.Join(' ', lines[count..]));
        }

        return lines.Length == 1 && lines[0].Length <= LongestHeading / 2 && !".;,:|".Contains(lines[0][^1], StringComparison.Ordinal) && char.IsUpper(lines[0][0])
            ? (lines[0], "")
            : ("", string.Join(' ', lines));
    }
}
