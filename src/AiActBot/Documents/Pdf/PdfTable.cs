namespace AiActBot.Documents.Pdf;

/// <summary>A table. A row stays on one page unless it is higher than a page; the header comes back on every page.</summary>
internal sealed class PdfTable(PdfPages pages, Block.Table table, double size)
{
    private const double Padding = 4;

    private readonly PdfFont _plain = PdfFace.Regular(size);
    private readonly PdfFont _bold = PdfFace.Bold(size);

    public void Write()
    {
        var header = Cells(table.Header, _bold);
        pages.Reserve(Height(header) * 3);
        Row(header, _bold, isHeader: true);
        foreach (var row in table.Rows)
        {
            var cells = Cells(row, _plain);
            if (Math.Min(Height(cells), PdfPages.Room / 2) > pages.Remaining)
                NewPage(header);
            while (Height(cells) > pages.Remaining)
            {
                var fits = Math.Max(1, (int)((pages.Remaining - (2 * Padding)) / _plain.LineHeight));
                Row([.. cells.Select(lines => lines.Take(fits).ToList())], _plain, isHeader: false);
                cells = [.. cells.Select(lines => lines.Skip(fits).ToList())];
                NewPage(header);
            }

            Row(cells, _plain, isHeader: false);
        }
    }

    private void NewPage(IReadOnlyList<IReadOnlyList<string>> header)
    {
        pages.Break();
        Row(header, _bold, isHeader: true);
    }

    private void Row(IReadOnlyList<IReadOnlyList<string>> cells, PdfFont font, bool isHeader)
    {
        var (x, height) = (PdfPages.Left, Height(cells));
        if (isHeader)
            pages.Current.Fill(PdfInk.Shade, x, pages.Y, PdfPages.Width, height);
        for (var column = 0; column < cells.Count; column++)
        {
            for (var line = 0; line < cells[column].Count; line++)
                pages.Current.Text(cells[column][line], font, PdfInk.Black, x + Padding, pages.Y + Padding + (line * font.LineHeight));
            x += Width(column);
        }

        pages.Y += height;
        pages.Current.Line(PdfInk.Line, PdfPages.Left, pages.Y, PdfPages.Left + PdfPages.Width, pages.Y);
    }

    private List<IReadOnlyList<string>> Cells(IReadOnlyList<string> texts, PdfFont font) =>
        [.. texts.Select((text, column) => PdfText.Lines(text, font, Width(column) - (2 * Padding)))];

    private double Height(IReadOnlyList<IReadOnlyList<string>> cells) =>
        (cells.Select(lines => lines.Count).DefaultIfEmpty().Max() * _plain.LineHeight) + (2 * Padding);

    private double Width(int column) => PdfPages.Width * table.Widths[column] / table.Widths.Sum();
}
