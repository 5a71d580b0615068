using System.Buffers.Text;

namespace AiActBot.BotFramework.Activities;

/// <summary>
/// Looks at the escapes in JSON before it is parsed. A backslash stands only within strings, so no parser is needed;
/// where one stands elsewhere the JSON is not valid and the parser refuses it afterwards.
/// </summary>
internal static class JsonEscapes
{
    private const int UnicodeEscapeLength = 6;

    /// <summary>
    /// Takes out every escaped NUL, which databases refuse to store; a raw one is not valid JSON. Works in place.
    /// </summary>
    /// <returns>The part of the buffer that is left.</returns>
    internal static ReadOnlySpan<byte> WithoutNul(Span<byte> json)
    {
        if (json.IndexOf("\\u0000"u8) < 0)
        {
            return json;
        }

        var written = 0;
        for (var at = 0; at < json.Length;)
        {
            var length = LengthAt(json, at);
            if (UnicodeAt(json, at) is not 0)
            {
                json.Slice(at, length).CopyTo(json[written..]);
                written += length;
            }

            at += length;
        }

        return json[..written];
    }

    /// <summary>
    /// Whether a string has one half of a surrogate pair without the other: JSON allows it, .NET cannot make a text of it
    /// and says so only when the text is asked for.
    /// </summary>
    internal static bool HoldHalfCharacter(ReadOnlySpan<byte> json)
    {
        var at = json.IndexOf((byte)'\\');
        while (at >= 0)
        {
            var length = LengthAt(json, at);
            if (UnicodeAt(json, at) is { } unit && char.IsSurrogate((char)unit))
            {
                if (!char.IsHighSurrogate((char)unit)
                    || UnicodeAt(json, at + length) is not { } next
                    || !char.IsLowSurrogate((char)next))
                {
                    return true;
                }

                length += UnicodeEscapeLength;
            }

            at += length;
            var further = json[at..].IndexOf((byte)'\\');
            at = further < 0 ? -1 : at + further;
        }

        return false;
    }

    // An escape is one thing: the second backslash of a pair begins nothing.
    private static int LengthAt(ReadOnlySpan<byte> json, int at) =>
        json[at] != '\\' ? 1
        : UnicodeAt(json, at) is not null ? UnicodeEscapeLength
        : Math.Min(2, json.Length - at);

    private static int? UnicodeAt(ReadOnlySpan<byte> json, int at) =>
        json.Length - at >= UnicodeEscapeLength
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, 4), out ushort unit, out var used, 'x')
        && used == 4
            ? unit
            : null;
}
