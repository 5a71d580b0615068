using System.Globalization;
using System.Text;

namespace AiActBot.Documents.Pdf;

/// <summary>One A4 page: what is drawn on it, in points from the top left.</summary>
internal sealed class PdfPage(Dictionary<PdfFace, SortedDictionary<int, Rune>> used)
{
    public const double Width = 595;
    public const double Height = 842;

    private readonly StringBuilder _content = new();

    public string Content => _content.ToString();

    /// <param name="y">The top of the line.</param>
    public void Text(string line, PdfFont font, string colour, double x, double y)
    {
        if (line.Length == 0)
            return;
        if (!used.TryGetValue(font.Face, out var shapes))
            used.Add(font.Face, shapes = []);
        var codes = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            var glyph = font.Face.Font.Glyph(rune);
            shapes.TryAdd(glyph, rune);
            codes.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        Add($"BT {colour} rg /{font.Face.Key} {N(font.Size)} Tf {N(x)} {N(Height - y - font.Size)} Td <{codes}> Tj ET");
    }

    public void Fill(string colour, double x, double y, double width, double height) =>
        Add($"{colour} rg {N(x)} {N(Height - y - height)} {N(width)} {N(height)} re f");

    public void Box(string line, string fill, double x, double y, double width, double height, double thickness) =>
        Add($"{line} RG {fill} rg {N(thickness)} w {N(x)} {N(Height - y - height)} {N(width)} {N(height)} re B");

    public void Line(string colour, double x1, double y1, double x2, double y2, double thickness = 0.6) =>
        Add($"{colour} RG {N(thickness)} w {N(x1)} {N(Height - y1)} m {N(x2)} {N(Height - y2)} l S");

    public void Triangle(string colour, (double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        Add($"{colour} rg {N(a.X)} {N(Height - a.Y)} m {N(b.X)} {N(Height - b.Y)} l {N(c.X)} {N(Height - c.Y)} l f");

    private void Add(FormattableString operators) => _content.Append(FormattableString.Invariant(operators)).Append('\n');

    private static string N(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
