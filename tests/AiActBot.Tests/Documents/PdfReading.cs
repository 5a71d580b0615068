using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace AiActBot.Tests.Documents;

/// <summary>Reads a PDF of this product as a program that copies its text does: by the fonts' own maps of characters.</summary>
internal sealed partial class PdfReading
{
    private readonly string _file;

    public PdfReading(byte[] bytes)
    {
        _file = Encoding.Latin1.GetString(bytes);
        var start = int.Parse(StartOfTable().Match(_file).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.StartsWith("xref", _file[start..], StringComparison.Ordinal);
        Pages = [.. Page().Matches(_file).Select(page => TextOf(page.Value))];
    }

    /// <summary>The lines of each page.</summary>
    public IReadOnlyList<string> Pages { get; }

    public string Text => string.Join('\n', Pages);

    /// <summary>The text with its lines joined, so that a sentence is found wherever it was broken.</summary>
    public string Flowing => string.Join(' ', Text.Split('\n'));

    public string Title => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(TitleEntry().Match(_file).Groups[1].Value)[2..]);

    public bool Says(string entry) => _file.Contains(entry, StringComparison.Ordinal);

    private string TextOf(string page)
    {
        var fonts = FontEntry().Matches(page).ToDictionary(font => font.Groups[1].Value, font => Characters(Object(font.Groups[2].Value)));
        var content = Encoding.Latin1.GetString(Stream(ContentsEntry().Match(page).Groups[1].Value));
        return string.Join('\n', ShownText().Matches(content).Select(shown => string.Concat(shown.Groups[2].Value.Chunk(4)
            .Select(code => fonts[shown.Groups[1].Value][new string(code)]))));
    }

    private Dictionary<string, string> Characters(string font) =>
        CharacterEntry().Matches(Encoding.Latin1.GetString(Stream(ToUnicodeEntry().Match(font).Groups[1].Value)))
            .ToDictionary(entry => entry.Groups[1].Value, entry => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(entry.Groups[2].Value)));

    private string Object(string number)
    {
        var start = _file.IndexOf($"\n{number} 0 obj\n", StringComparison.Ordinal);
        return _file[start.._file.IndexOf("\nendobj", start, StringComparison.Ordinal)];
    }

    private byte[] Stream(string number)
    {
        var stream = Object(number);
        var start = stream.IndexOf("stream\n", StringComparison.Ordinal) + 7;
        using var zip = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(stream[start..])), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zip.CopyTo(plain);
        return plain.ToArray();
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n\z")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"<< /Type /Page /.*")]
    private static partial Regex Page();

    [GeneratedRegex(@"/(F\d) (\d+) 0 R")]
    private static partial Regex FontEntry();

    [GeneratedRegex(@"/Contents (\d+) 0 R")]
    private static partial Regex ContentsEntry();

    [GeneratedRegex(@"/ToUnicode (\d+) 0 R")]
    private static partial Regex ToUnicodeEntry();

    [GeneratedRegex(@"/(F\d) \S+ Tf .* <([0-9A-F]+)> Tj")]
    private static partial Regex ShownText();

    [GeneratedRegex(@"<([0-9A-F]{4})> <([0-9A-F]+)>")]
    private static partial Regex CharacterEntry();

    [GeneratedRegex(@"/Title <([0-9A-F]+)>")]
    private static partial Regex TitleEntry();
}
