using System.IO.Compression;
using System.Text;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>
/// What a file claims to be by its name, checked by its content. Nothing is unpacked: of an Office document only the list of
/// its parts is read, so one that would grow without end does no harm here.
/// </summary>
internal static class AttachmentType
{
    /// <summary>As many parts as no honest document has; beyond it the list alone would cost too much.</summary>
    private const int MostParts = 10_000;

    /// <summary>Grows by more than this when unpacked: made to do so.</summary>
    private const int MostGrowth = 200;

    private static readonly Dictionary<string, Func<Stream, bool>> Checks = new(StringComparer.Ordinal)
    {
        ["pdf"] = content => StartsWith(content, "%PDF-"u8),
        ["png"] = content => StartsWith(content, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        ["jpg"] = IsJpeg,
        ["jpeg"] = IsJpeg,
        ["docx"] = content => IsOffice(content, "word/document.xml"),
        ["xlsx"] = content => IsOffice(content, "xl/workbook.xml"),
        ["pptx"] = content => IsOffice(content, "ppt/presentation.xml"),
        ["txt"] = IsText,
        ["csv"] = IsText,
        ["json"] = IsText,
        ["eml"] = IsText,
    };

    /// <summary>Extensions whose content can be checked.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Checks.Keys];

    /// <summary>Whether the content is what the extension says.</summary>
    public static bool Holds(string extension, Stream content)
    {
        content.Position = 0;
        return Checks.TryGetValue(extension, out var check) && check(content);
    }

    private static bool IsJpeg(Stream content) => StartsWith(content, [0xFF, 0xD8, 0xFF]);

    private static bool StartsWith(Stream content, ReadOnlySpan<byte> signature)
    {
        Span<byte> start = stackalloc byte[signature.Length];
        return content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(signature);
    }

    /// <summary>An Office document without macros.</summary>
    private static bool IsOffice(Stream content, string mainPart)
    {
        if (!StartsWith(content, "PK\u0003\u0004"u8))
            return false;
        try
        {
            using var parts = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = parts.Entries.Select(part => part.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return parts.Entries.Count <= MostParts
                && parts.Entries.Sum(part => part.Length) <= content.Length * MostGrowth
                && names.Contains("[Content_Types].xml") && names.Contains(mainPart)
                && !names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>UTF-8 without control characters: nothing that a program would run.</summary>
    private static bool IsText(Stream content)
    {
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var some = new char[8192];
        try
        {
            for (var read = reader.Read(some); read > 0; read = reader.Read(some))
            {
                if (some.AsSpan(0, read).ContainsAnyInRange('\0', '\u0008') || some.AsSpan(0, read).ContainsAnyInRange('\u000E', '\u001F'))
                    return false;
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
