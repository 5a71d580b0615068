using System.Text.Json.Serialization;
using AiActBot.Compliance;

namespace AiActBot.Documents;

/// <summary>A document to hand to somebody who was not there, whatever it is written as: PDF or Word.</summary>
/// <param name="Title">Also in the properties of the file and at the foot of every page.</param>
/// <param name="MadeAt">Said in the properties of the file, so that the same content gives the same document.</param>
internal sealed record ReadableDocument(string Title, Language Language, DateTimeOffset MadeAt, IReadOnlyList<Block> Blocks)
{
    public string LanguageTag => Language == Language.Dutch ? "nl-NL" : "en-GB";

    /// <summary>"Page 2 of 7".</summary>
    public string PageOf(int page, int pages) => Language == Language.Dutch ? $"Pagina {page} van {pages}" : $"Page {page} of {pages}";
}

/// <summary>A part of a document. A closed set, so that each writer writes them all.</summary>
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Bullets), "bullets")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Path), "path")]
[JsonDerivedType(typeof(PageBreak), "pageBreak")]
internal abstract record Block
{
    private Block()
    {
    }

    /// <param name="Level">1 for a chapter, 2 and 3 within it.</param>
    public sealed record Heading(string Text, int Level = 1) : Block;

    public sealed record Paragraph(string Text, ParagraphStyle Style = ParagraphStyle.Plain) : Block;

    public sealed record Bullets(IReadOnlyList<string> Items) : Block;

    /// <summary>Names and values, such as "Owner: J. Jansen".</summary>
    public sealed record Facts(IReadOnlyList<(string Name, string Value)> Items) : Block;

    /// <param name="Widths">Relative widths of the columns.</param>
    public sealed record Table(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<int> Widths) : Block;

    /// <summary>Boxes below each other with arrows between them: a way that was gone, and where it ended.</summary>
    public sealed record Path(IReadOnlyList<PathStep> Steps) : Block;

    public sealed record PageBreak : Block;
}

internal enum ParagraphStyle
{
    Plain,

    /// <summary>What the reader should not overlook.</summary>
    Warning,

    /// <summary>What is good to know, in small grey letters.</summary>
    Subtle,
}

/// <param name="Label">Small, above: the question.</param>
/// <param name="Text">What was answered, or where the way ended.</param>
/// <param name="Note">What it led to, on the side of the box; empty for nothing.</param>
internal sealed record PathStep(string Label, string Text, string Note = "", bool IsEnd = false);
