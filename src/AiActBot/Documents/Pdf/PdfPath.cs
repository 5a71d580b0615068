namespace AiActBot.Documents.Pdf;

/// <summary>Draws a way that was gone: a box for each step, an arrow to the next, and beside it what the step led to.</summary>
internal sealed class PdfPath(PdfPages pages)
{
    private const double BoxWidth = PdfPages.Width * 0.62;
    private const double NoteWidth = PdfPages.Width - BoxWidth - 24;
    private const double Padding = 5;
    private const double ArrowLength = 13;

    private readonly PdfFont _small = PdfFace.Regular(7.5);
    private readonly PdfFont _bold = PdfFace.Bold(9);

    public void Write(IReadOnlyList<PathStep> steps)
    {
        for (var step = 0; step < steps.Count; step++)
            Step(steps[step], isFirst: step == 0);
    }

    private void Step(PathStep step, bool isFirst)
    {
        var label = PdfText.Lines(step.Label, _small, BoxWidth - (2 * Padding));
        var text = PdfText.Lines(step.Text, _bold, BoxWidth - (2 * Padding));
        var note = step.Note.Length == 0 ? [] : PdfText.Lines(step.Note, _small, NoteWidth);
        var words = (label.Count * _small.LineHeight) + (text.Count * _bold.LineHeight);
        var height = Math.Max(words, note.Count * _small.LineHeight) + (2 * Padding);

        pages.Reserve(height + ArrowLength);
        if (!isFirst)
            Arrow();
        pages.Current.Box(
            step.IsEnd ? PdfInk.Accent : PdfInk.Line, step.IsEnd ? PdfInk.Shade : PdfInk.White,
            PdfPages.Left, pages.Y, BoxWidth, height, step.IsEnd ? 1.2 : 0.6);
        var y = Lines(label, _small, PdfInk.Grey, PdfPages.Left + Padding, pages.Y + Padding);
        Lines(text, _bold, PdfInk.Black, PdfPages.Left + Padding, y);
        if (note.Count > 0)
        {
            var middle = pages.Y + (height / 2);
            pages.Current.Line(PdfInk.Line, PdfPages.Left + BoxWidth, middle, PdfPages.Left + BoxWidth + 18, middle);
            Lines(note, _small, PdfInk.Accent, PdfPages.Left + BoxWidth + 22, middle - (note.Count * _small.LineHeight / 2));
        }

        pages.Y += height;
    }

    private void Arrow()
    {
        var (x, end) = (PdfPages.Left + (BoxWidth / 2), pages.Y + ArrowLength);
        pages.Current.Line(PdfInk.Accent, x, pages.Y + 1, x, end - 4, 1.1);
        pages.Current.Triangle(PdfInk.Accent, (x - 3, end - 5), (x + 3, end - 5), (x, end));
        pages.Y = end;
    }

    private double Lines(IReadOnlyList<string> lines, PdfFont font, string colour, double x, double y)
    {
        foreach (var line in lines)
        {
            pages.Current.Text(line, font, colour, x, y);
            y += font.LineHeight;
        }

        return y;
    }
}
