using System.Globalization;
using System.Text;

namespace AiActBot.Documents.Pdf;

/// <summary>Writes a face into the file: its used shapes, their widths, and which characters they stand for, for search and copying.</summary>
internal static class PdfFontObjects
{
    public static int Add(PdfFile file, PdfFace face, SortedDictionary<int, Rune> shapes)
    {
        var font = face.Font;
        // Six letters before the name say that this is a part of the font.
        var name = $"AIACTB+{face.Name}";
        var program = TrueTypeSubset.Of(font, shapes.Keys);
        var programObject = file.AddStream(program, $"/Length1 {program.Length}");
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', font.Box.Select(Scaled))}] /ItalicAngle 0 "
            + $"/Ascent {Scaled(font.Ascent)} /Descent {Scaled(font.Descent)} /CapHeight {Scaled(font.Ascent)} /StemV 80 /FontFile2 {programObject} 0 R >>");
        var widths = string.Join(' ', shapes.Keys.Select(glyph => $"{glyph} [{Scaled(font.Width(glyph))}]"));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /DW 600 /W [{widths}] /CIDToGIDMap /Identity >>");
        var characters = file.AddStream(Encoding.Latin1.GetBytes(Characters(shapes)));
        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {characters} 0 R >>");

        string Scaled(int units) => (units * 1000 / font.UnitsPerEm).ToString(CultureInfo.InvariantCulture);
    }

    private static string Characters(SortedDictionary<int, Rune> shapes)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        // At most a hundred at a time.
        foreach (var some in shapes.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var (glyph, rune) in some)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(rune.ToString()))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
