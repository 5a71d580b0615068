using System.IO.Compression;
using System.Text;

namespace AiActBot.Tests.Builders;

/// <summary>Contents of files.</summary>
internal static class A
{
    public static byte[] Pdf => Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n");

    public static byte[] Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D];

    public static byte[] Text => Encoding.UTF8.GetBytes("groep;score\nA;0,4\nB;0,7\n");

    public static byte[] Program => [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0];

    /// <summary>A Word document, with further parts.</summary>
    public static byte[] Word(params (string Name, byte[] Content)[] more) => Zip([("[Content_Types].xml", Text), ("word/document.xml", Text), .. more]);

    /// <summary>Some kilobytes that become many megabytes.</summary>
    public static byte[] Bomb => Zip([("[Content_Types].xml", Text), ("word/document.xml", new byte[64 * 1024 * 1024])]);

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return buffer.ToArray();
    }
}
