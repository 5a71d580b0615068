using System.Buffers.Binary;
using System.Text;

namespace AiActBot.Documents.Pdf;

/// <summary>
/// A font with only the shapes that a document uses: the numbers of the shapes stay, the unused ones are empty. A whole font
/// would make every document a megabyte larger.
/// </summary>
internal static class TrueTypeSubset
{
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    public static byte[] Of(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        var wanted = WithParts(font, glyphs);
        var shapes = new MemoryStream();
        var places = new byte[(font.GlyphCount + 1) * 4];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(glyph * 4), (uint)shapes.Length);
            if (wanted.Contains(glyph))
                shapes.Write(Shape(font, glyph));
            while (shapes.Length % 4 != 0)
                shapes.WriteByte(0);
        }

        BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(font.GlyphCount * 4), (uint)shapes.Length);
        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // places are four bytes
        return Write(Kept.Select(name => (name, Table: name switch
        {
            "glyf" => shapes.ToArray(),
            "loca" => places,
            "head" => head,
            _ => font.Table(name).ToArray(),
        })).Where(table => table.Table.Length > 0).ToList());
    }

    /// <summary>A shape can be made of others, as é of e and an accent.</summary>
    private static HashSet<int> WithParts(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        var wanted = new HashSet<int> { 0 };
        var open = new Stack<int>(glyphs);
        while (open.TryPop(out var glyph))
        {
            if (!wanted.Add(glyph))
                continue;
            foreach (var part in Parts(Shape(font, glyph)))
                open.Push(part);
        }

        return wanted;
    }

    private static List<int> Parts(ReadOnlySpan<byte> shape)
    {
        const int HasWords = 0x1, HasScale = 0x8, HasMore = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;
        List<int> parts = [];
        if (shape.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(shape) >= 0)
            return parts;
        int flags, at = 10;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(shape[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(shape[(at + 2)..]));
            at += 4 + ((flags & HasWords) != 0 ? 4 : 2)
                + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
        }
        while ((flags & HasMore) != 0);
        return parts;
    }

    private static ReadOnlySpan<byte> Shape(TrueTypeFont font, int glyph)
    {
        var places = font.Table("loca");
        var (start, end) = font.UsesLongOffsets
            ? ((int)BinaryPrimitives.ReadUInt32BigEndian(places[(glyph * 4)..]), (int)BinaryPrimitives.ReadUInt32BigEndian(places[((glyph * 4) + 4)..]))
            : (BinaryPrimitives.ReadUInt16BigEndian(places[(glyph * 2)..]) * 2, BinaryPrimitives.ReadUInt16BigEndian(places[((glyph * 2) + 2)..]) * 2);
        return font.Table("glyf")[start..end];
    }

    private static byte[] Write(List<(string Name, byte[] Table)> tables)
    {
        var file = new MemoryStream();
        var header = new byte[12 + (tables.Count * 16)];
        BinaryPrimitives.WriteUInt32BigEndian(header, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)tables.Count);
        var largest = (int)Math.Pow(2, Math.Floor(Math.Log2(tables.Count)));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), (ushort)(largest * 16));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(8), (ushort)Math.Log2(largest));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(10), (ushort)((tables.Count - largest) * 16));
        file.Write(header);
        for (var index = 0; index < tables.Count; index++)
        {
            var (name, table) = tables[index];
            var entry = header.AsSpan(12 + (index * 16), 16);
            Encoding.ASCII.GetBytes(name).CopyTo(entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(table));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)file.Length);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)table.Length);
            file.Write(table);
            while (file.Length % 4 != 0)
                file.WriteByte(0);
        }

        file.Position = 0;
        file.Write(header);
        return file.ToArray();
    }

    private static uint Sum(byte[] table)
    {
        uint sum = 0;
        for (var at = 0; at < table.Length; at++)
            sum += (uint)table[at] << (24 - (at % 4 * 8));
        return sum;
    }
}
