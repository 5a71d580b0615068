namespace AiActBot.Documents.Pdf;

/// <summary>Puts the parts of a document on the pages, from top to bottom.</summary>
internal sealed class PdfBlocks(PdfPages pages)
{
    private const double BodySize = 9.5;
    private const double Indent = 14;
    private const double NamesWidth = PdfPages.Width * 0.3;
    private const double WarningPadding = 6;

    private static readonly double[] HeadingSizes = [14, 11.5, 10];

    public void Title(string title)
    {
        Text(title, PdfFace.Bold(20), PdfInk.Accent);
        pages.Y += 8;
    }

    public void Write(Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                Heading(heading);
                break;
            case Block.Paragraph { Style: ParagraphStyle.Warning } paragraph:
                Warning(paragraph.Text);
                break;
            case Block.Paragraph { Style: ParagraphStyle.Subtle } paragraph:
                Text(paragraph.Text, PdfFace.Regular(BodySize - 1), PdfInk.Grey);
                pages.Y += 4;
                break;
            case Block.Paragraph paragraph:
                Text(paragraph.Text, PdfFace.Regular(BodySize), PdfInk.Black);
                pages.Y += 5;
                break;
            case Block.Bullets bullets:
                foreach (var item in bullets.Items)
                    Bullet(item);
                pages.Y += 4;
                break;
            case Block.Facts facts:
                foreach (var (name, value) in facts.Items)
                    Fact(name, value);
                pages.Y += 6;
                break;
            case Block.Table table:
                new PdfTable(pages, table, BodySize - 1).Write();
                pages.Y += 8;
                break;
            case Block.Path path:
                new PdfPath(pages).Write(path.Steps);
                pages.Y += 8;
                break;
            case Block.PageBreak when !pages.IsAtTop:
                pages.Break();
                break;
        }
    }

    private void Heading(Block.Heading heading)
    {
        var font = PdfFace.Bold(HeadingSizes[Math.Clamp(heading.Level, 1, HeadingSizes.Length) - 1]);
        // A heading stays with the first lines of what it is about, which can have a heading of their own.
        pages.Reserve((font.LineHeight * 2) + (heading.Level == 1 ? 80 : 50));
        if (!pages.IsAtTop)
            pages.Y += font.Size * 0.7;
        Text(heading.Text, font, heading.Level == 1 ? PdfInk.Accent : PdfInk.Black);
        pages.Y += 3;
    }

    private void Text(string text, PdfFont font, string colour, double indent = 0)
    {
        foreach (var line in PdfText.Lines(text, font, PdfPages.Width - indent))
        {
            pages.Reserve(font.LineHeight);
            pages.Current.Text(line, font, colour, PdfPages.Left + indent, pages.Y);
            pages.Y += font.LineHeight;
        }
    }

    private void Bullet(string item)
    {
        var font = PdfFace.Regular(BodySize);
        pages.Reserve(font.LineHeight);
        pages.Current.Text("•", font, PdfInk.Accent, PdfPages.Left + 3, pages.Y);
        Text(item, font, PdfInk.Black, Indent);
        pages.Y += 2;
    }

    private void Fact(string name, string value)
    {
        var (bold, plain) = (PdfFace.Bold(BodySize), PdfFace.Regular(BodySize));
        var left = PdfText.Lines(name, bold, NamesWidth - Indent);
        var right = PdfText.Lines(value, plain, PdfPages.Width - NamesWidth);
        for (var line = 0; line < Math.Max(left.Count, right.Count); line++)
        {
            pages.Reserve(plain.LineHeight);
            if (line < left.Count)
                pages.Current.Text(left[line], bold, PdfInk.Black, PdfPages.Left, pages.Y);
            if (line < right.Count)
                pages.Current.Text(right[line], plain, PdfInk.Black, PdfPages.Left + NamesWidth, pages.Y);
            pages.Y += plain.LineHeight;
        }

        pages.Y += 2;
    }

    private void Warning(string text)
    {
        var font = PdfFace.Regular(BodySize);
        var lines = PdfText.Lines(text, font, PdfPages.Width - (3 * WarningPadding));
        pages.Reserve((lines.Count * font.LineHeight) + (2 * WarningPadding));
        // Each line brings its own piece of the shade, so that a warning longer than a page can go on.
        for (var line = 0; line < lines.Count; line++)
        {
            pages.Reserve(font.LineHeight + WarningPadding);
            var above = line == 0 ? WarningPadding : 0;
            var height = font.LineHeight + above + (line == lines.Count - 1 ? WarningPadding : 0);
            pages.Current.Fill(PdfInk.WarningShade, PdfPages.Left, pages.Y, PdfPages.Width, height);
            pages.Current.Fill(PdfInk.Accent, PdfPages.Left, pages.Y, 3, height);
            pages.Current.Text(lines[line], font, PdfInk.Black, PdfPages.Left + WarningPadding + 4, pages.Y + above);
            pages.Y += height;
        }

        pages.Y += 6;
    }
}
