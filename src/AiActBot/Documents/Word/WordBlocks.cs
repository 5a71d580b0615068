using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AiActBot.Documents.Word;

/// <summary>The parts of a document as Word knows them.</summary>
internal static class WordBlocks
{
    private const int TextWidth = 9638;

    public static IEnumerable<OpenXmlElement> Write(Block block) => block switch
    {
        Block.Heading heading => [Paragraph(heading.Text, $"Heading{Math.Clamp(heading.Level, 1, 3)}")],
        Block.Paragraph { Style: ParagraphStyle.Warning } paragraph => [Paragraph(paragraph.Text, "Warning")],
        Block.Paragraph { Style: ParagraphStyle.Subtle } paragraph => [Paragraph(paragraph.Text, "Subtle")],
        Block.Paragraph paragraph => [Paragraph(paragraph.Text, "Normal")],
        Block.Bullets bullets => bullets.Items.Select(item => Paragraph(item, "ListBullet")),
        Block.Facts facts => [Grid([3, 7], [.. facts.Items.Select(item => Row([Cell(item.Name, "Strong"), Cell(item.Value)]))], hasLines: false), Space()],
        Block.Table table => [Grid(table.Widths, [Header(table.Header), .. table.Rows.Select(row => Row([.. row.Select(text => Cell(text))]))], hasLines: true), Space()],
        Block.Path path => path.Steps.SelectMany(Step).Append(Space()),
        Block.PageBreak => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, null),
    };

    public static Paragraph Paragraph(string text, string style) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. Lines(text)]);

    public static Run Run(string text) => new(new Text(PrintableText.Of(text)) { Space = SpaceProcessingModeValues.Preserve });

    private static Paragraph Space() => Paragraph("", "Subtle");

    private static IEnumerable<OpenXmlElement> Lines(string text)
    {
        var lines = PrintableText.Of(text).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
                yield return new Run(new Break());
            yield return Run(lines[line]);
        }
    }

    private static Table Grid(IReadOnlyList<int> widths, IEnumerable<TableRow> rows, bool hasLines)
    {
        var properties = new TableProperties(new TableWidth { Type = TableWidthUnitValues.Dxa, Width = TextWidth.ToString(CultureInfo.InvariantCulture) });
        if (hasLines)
        {
            properties.Append(new TableBorders(
                Border<TopBorder>(), Border<BottomBorder>(), Border<InsideHorizontalBorder>()));
        }

        properties.Append(new TableLayout { Type = TableLayoutValues.Fixed });
        var grid = new TableGrid(widths.Select(width =>
            new GridColumn { Width = (TextWidth * width / widths.Sum()).ToString(CultureInfo.InvariantCulture) }));
        return new Table([properties, grid, .. rows]);
    }

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "B8BACC" };

    private static TableRow Header(IReadOnlyList<string> texts) =>
        new([new TableRowProperties(new CantSplit(), new TableHeader()), .. texts.Select(text => Cell(text, "Strong", "EEEFF6"))]);

    private static TableRow Row(IReadOnlyList<TableCell> cells) => new([new TableRowProperties(new CantSplit()), .. cells]);

    private static TableCell Cell(string text, string style = "Cell", string? fill = null)
    {
        var properties = new TableCellProperties();
        if (fill is not null)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        return new TableCell(properties, Paragraph(text, style));
    }

    /// <summary>A box with a border; consecutive boxes are kept apart by their arrow.</summary>
    private static IEnumerable<OpenXmlElement> Step(PathStep step, int number)
    {
        if (number > 0)
            yield return Paragraph("↓", "Arrow");
        var text = step.Label + "\n" + step.Text + (step.Note.Length == 0 ? "" : "\n→ " + step.Note);
        yield return Paragraph(text, step.IsEnd ? "PathEnd" : "PathStep");
    }
}
