using System.Buffers.Binary;
using System.Text;

namespace AiActBot.Documents.Pdf;

/// <summary>What a PDF needs to know of a TrueType font: the shape for a character, and how wide it is.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Start, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly int _cmap;
    private readonly int _metrics;

    public TrueTypeFont(byte[] file)
    {
        _file = file;
        for (var table = 0; table < Number16(4); table++)
        {
            var entry = 12 + (table * 16);
            _tables[Encoding.ASCII.GetString(file, entry, 4)] = ((int)Number32(entry + 8), (int)Number32(entry + 12));
        }

        UnitsPerEm = Number16(Start("head") + 18);
        Ascent = Signed(Start("hhea") + 4);
        Descent = Signed(Start("hhea") + 6);
        GlyphCount = Number16(Start("maxp") + 4);
        _metrics = Number16(Start("hhea") + 34);
        _cmap = FindCharacterMap();
    }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int GlyphCount { get; }

    /// <summary>The smallest box around every shape: left, bottom, right, top.</summary>
    public int[] Box => [.. Enumerable.Range(18, 4).Select(place => Signed(Start("head") + (place * 2)))];

    public bool UsesLongOffsets => Number16(Start("head") + 50) == 1;

    /// <summary>The bytes of a table; empty when the font does not have it.</summary>
    public ReadOnlySpan<byte> Table(string name) =>
        _tables.TryGetValue(name, out var table) ? _file.AsSpan(table.Start, table.Length) : [];

    public int Width(int glyph) => Number16(Start("hmtx") + (Math.Min(glyph, _metrics - 1) * 4));

    /// <summary>The shape for a character; 0, an empty box, when the font has none.</summary>
    public int Glyph(Rune character)
    {
        // Format 12: groups of characters that follow each other, with the first shape of each.
        var (low, high) = (0, (int)Number32(_cmap + 12) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = _cmap + 16 + (middle * 12);
            if (character.Value < Number32(group))
                high = middle - 1;
            else if (character.Value > Number32(group + 4))
                low = middle + 1;
            else
                return (int)(Number32(group + 8) + character.Value - Number32(group));
        }

        return 0;
    }

    private int FindCharacterMap()
    {
        var start = Start("cmap");
        for (var table = 0; table < Number16(start + 2); table++)
        {
            var found = start + (int)Number32(start + 4 + (table * 8) + 4);
            if (Number16(found) == 12)
                return found;
        }

        throw new InvalidDataException("The font has no full map of characters (format 12).");
    }

    private int Start(string table) => _tables[table].Start;

    private int Number16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(offset));

    private int Signed(int offset) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(offset));

    private uint Number32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(offset));
}
