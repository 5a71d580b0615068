using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiActBot.LocalChat.Mailbox;

/// <summary>The header lines of a mail or of one of its parts (RFC 5322), with encoded words read (RFC 2047).</summary>
internal sealed partial class MimeHeaders
{
    readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public MimeHeaders(string block)
    {
        // A line that begins with white space continues the one before it.
        foreach (var line in Continuation().Replace(block, " ").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.IndexOf(':') is > 0 and var colon)
                values.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }
    }

    public string? this[string name] => values.TryGetValue(name, out var value) ? value : null;

    public string Text(string name) => Decode(this[name] ?? "");

    /// <summary>The value before the first semicolon, in lower case.</summary>
    public string MediaType => (this["Content-Type"] ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    public string? Parameter(string header, string name)
    {
        var match = Regex.Match(
            this[header] ?? "", $"""(?:^|;)\s*{Regex.Escape(name)}\s*=\s*(?:"(?<v>[^"]*)"|(?<v>[^;\s]+))""", RegexOptions.IgnoreCase);
        return match.Success ? match.Groups["v"].Value : null;
    }

    public static string Decode(string value)
    {
        // White space between two encoded words belongs to the encoding, not to the text.
        var joined = BetweenEncodedWords().Replace(value, "");
        return EncodedWord().Replace(joined, word =>
        {
            var text = word.Groups["text"].Value;
            var bytes = word.Groups["encoding"].Value is "B" or "b" ? FromBase64(text) : FromQuotedPrintable(text.Replace('_', ' '));
            return CharacterSet(word.Groups["charset"].Value).GetString(bytes);
        });
    }

    public static byte[] FromBase64(string text)
    {
        var clean = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        return Base64.IsValid(clean) ? Convert.FromBase64String(clean) : Encoding.UTF8.GetBytes(text);
    }

    public static byte[] FromQuotedPrintable(string text)
    {
        var source = Encoding.UTF8.GetBytes(text);
        var result = new List<byte>(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '=')
            {
                result.Add(source[i]);
            }
            else if (i + 2 < source.Length
                && byte.TryParse(source.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                result.Add(octet);
                i += 2;
            }
            else
            {
                // An equals sign at the end of a line joins it to the next one.
                while (i + 1 < source.Length && source[i] != '\n')
                    i++;
            }
        }
        return [.. result];
    }

    public static Encoding CharacterSet(string? name)
    {
        try
        {
            return name is null ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex(@"\r?\n[ \t]+")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)")]
    private static partial Regex BetweenEncodedWords();

    [GeneratedRegex(@"=\?(?<charset>[^?*]+)(?:\*[^?]*)?\?(?<encoding>[BbQq])\?(?<text>[^?]*)\?=")]
    private static partial Regex EncodedWord();
}
