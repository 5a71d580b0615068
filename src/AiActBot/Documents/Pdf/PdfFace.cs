using System.Reflection;

namespace AiActBot.Documents.Pdf;

/// <summary>
/// The letters of the PDF documents, brought along in the assembly: a container has no fonts, and a document looks the same
/// wherever it was made.
/// </summary>
internal sealed class PdfFace
{
    private static readonly Lazy<PdfFace> Plain = new(() => new PdfFace("F1", "DejaVuSansCondensed"));
    private static readonly Lazy<PdfFace> Heavy = new(() => new PdfFace("F2", "DejaVuSansCondensed-Bold"));

    private PdfFace(string key, string name)
    {
        Key = key;
        Name = name;
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"AiActBot.Documents.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not in the assembly.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        Font = new TrueTypeFont(bytes.ToArray());
    }

    /// <summary>What the pages call it.</summary>
    public string Key { get; }

    public string Name { get; }

    public TrueTypeFont Font { get; }

    public static PdfFont Regular(double size) => new(Plain.Value, size);

    public static PdfFont Bold(double size) => new(Heavy.Value, size);

    public double Width(string text, double size)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Font.Width(Font.Glyph(rune));
        return width * size / Font.UnitsPerEm;
    }
}

/// <summary>A face in a size.</summary>
internal readonly record struct PdfFont(PdfFace Face, double Size)
{
    public double LineHeight => Size * 1.35;

    public double Width(string text) => Face.Width(text, Size);
}

/// <summary>The few colours of a document, as PDF writes them: it is printed in black and white as often as not.</summary>
internal static class PdfInk
{
    public const string Black = "0.125 0.125 0.125";
    public const string Grey = "0.333 0.333 0.333";
    public const string Accent = "0.231 0.247 0.561";
    public const string Shade = "0.933 0.937 0.965";
    public const string WarningShade = "1 0.957 0.863";
    public const string Line = "0.722 0.729 0.8";
    public const string White = "1 1 1";
}
