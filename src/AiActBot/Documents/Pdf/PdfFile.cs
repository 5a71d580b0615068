using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AiActBot.Documents.Pdf;

/// <summary>The numbered objects of a PDF file (ISO 32000-1) and the table that says where each begins.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> _objects = [];

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    public int Add(string value)
    {
        var number = Reserve();
        Set(number, value);
        return number;
    }

    public void Set(int number, string value) => _objects[number - 1] = Encoding.Latin1.GetBytes(value);

    public int AddStream(byte[] bytes, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(bytes);
        var number = Reserve();
        _objects[number - 1] =
        [
            .. Encoding.Latin1.GetBytes($"<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"),
            .. packed.ToArray(),
            .. "\nendstream"u8,
        ];
        return number;
    }

    public byte[] Write(int catalogue, int information)
    {
        using var file = new MemoryStream();
        // The four high bytes tell programs that move files that this is no text.
        file.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var places = new List<long>();
        for (var index = 0; index < _objects.Count; index++)
        {
            places.Add(file.Position);
            Line(file, $"{index + 1} 0 obj");
            file.Write(_objects[index]);
            Line(file, "\nendobj");
        }

        var table = file.Position;
        Line(file, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f ");
        foreach (var place in places)
            Line(file, place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n ");
        Line(file, $"trailer\n<< /Size {_objects.Count + 1} /Root {catalogue} 0 R /Info {information} 0 R >>\nstartxref\n{table}\n%%EOF");
        return file.ToArray();
    }

    /// <summary>Text in any script, as PDF writes it outside pages.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static void Line(MemoryStream file, string line) => file.Write(Encoding.Latin1.GetBytes(line + "\n"));
}
