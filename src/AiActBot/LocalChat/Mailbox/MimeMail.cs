using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace AiActBot.LocalChat.Mailbox;

/// <summary>A mail as a person reads it: plain text, whatever it was sent as.</summary>
internal sealed partial record MimeMail(
    string From, string To, string Subject, DateTimeOffset? Date, string Text, IReadOnlyList<string> Attachments)
{
    // Deeper nesting than any mail of ours; a bound so that a hostile file cannot exhaust the stack.
    const int MaxDepth = 8;

    public static MimeMail Parse(byte[] source)
    {
        // Latin-1 keeps every octet as one character, so that each part can be read in its own character set.
        var (headers, body) = Part(Encoding.Latin1.GetString(source));
        List<string> plain = [], html = [], attachments = [];
        Collect(headers, body, plain, html, attachments, 0);
        var text = plain.Count > 0 ? string.Join("\n\n", plain) : PlainText(string.Join("\n", html));
        DateTimeOffset? date = DateTimeOffset.TryParse(
            DayNameOrComment().Replace(headers["Date"] ?? "", ""), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent) ? sent : null;
        return new(headers.Text("From"), headers.Text("To"), headers.Text("Subject"), date, text.Trim(), attachments);
    }

    /// <summary>Whether this address is among the recipients, alone or in angle brackets.</summary>
    public bool IsTo(string address) => Address().Matches(To).Any(match => match.Value.Equals(address, StringComparison.OrdinalIgnoreCase));

    static (MimeHeaders Headers, string Body) Part(string source)
    {
        var end = EndOfHeaders().Match(source);
        return end.Success
            ? (new(Raw8Bit(source[..end.Index])), source[(end.Index + end.Length)..])
            : (new(Raw8Bit(source)), "");
    }

    // Headers with characters outside ASCII are UTF-8 (RFC 6532).
    static string Raw8Bit(string headers) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(headers)).Trim('\r', '\n', '\uFEFF');

    static void Collect(MimeHeaders headers, string body, List<string> plain, List<string> html, List<string> attachments, int depth)
    {
        var type = headers.MediaType;
        if (headers.Parameter("Content-Disposition", "filename") is { } file
            || (headers["Content-Disposition"]?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true && (file = type) is not null))
            attachments.Add(MimeHeaders.Decode(file));
        else if (type.StartsWith("multipart/", StringComparison.Ordinal) && headers.Parameter("Content-Type", "boundary") is { } boundary && depth < MaxDepth)
            foreach (var part in Parts(body, boundary))
            {
                var (partHeaders, partBody) = Part(part);
                Collect(partHeaders, partBody, plain, html, attachments, depth + 1);
            }
        else if (type == "text/plain")
            plain.Add(Content(headers, body));
        else if (type == "text/html")
            html.Add(Content(headers, body));
    }

    static IEnumerable<string> Parts(string body, string boundary)
    {
        var pieces = Regex.Split("\n" + body, $@"\r?\n--{Regex.Escape(boundary)}(?<end>--)?[ \t]*(?=\r?\n|$)", RegexOptions.ExplicitCapture);
        // The first piece is the preamble; a closing delimiter leaves an epilogue after it, which has no headers and is dropped.
        return pieces.Skip(1).Where(piece => piece.Trim().Length > 0).Select(piece => StartOfPart().Replace(piece, "", 1));
    }

    static string Content(MimeHeaders headers, string body)
    {
        var octets = headers["Content-Transfer-Encoding"]?.Trim().ToLowerInvariant() switch
        {
            "base64" => MimeHeaders.FromBase64(body),
            "quoted-printable" => MimeHeaders.FromQuotedPrintable(body),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return MimeHeaders.CharacterSet(headers.Parameter("Content-Type", "charset")).GetString(octets).Replace("\r\n", "\n");
    }

    static string PlainText(string html)
    {
        var text = HiddenHtml().Replace(html, "");
        text = HtmlLink().Replace(text, link => link.Groups["text"].Value.Contains(link.Groups["href"].Value, StringComparison.Ordinal)
            ? link.Groups["text"].Value
            : $"{link.Groups["text"].Value} ({link.Groups["href"].Value})");
        text = HtmlBreak().Replace(text, "\n");
        return WebUtility.HtmlDecode(HtmlTag().Replace(text, ""));
    }

    [GeneratedRegex(@"\r?\n\r?\n")]
    private static partial Regex EndOfHeaders();

    [GeneratedRegex(@"^\r?\n")]
    private static partial Regex StartOfPart();

    // The name of the day adds nothing, and a wrong one would make the whole date unreadable.
    [GeneratedRegex(@"^\s*[A-Za-z]{3},|\([^)]*\)")]
    private static partial Regex DayNameOrComment();

    [GeneratedRegex(@"[^\s<>,;""]+@[^\s<>,;""]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"<(style|script|head)\b.*?</\1>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex HiddenHtml();

    [GeneratedRegex("""<a\b[^>]*href="(?<href>[^"]*)"[^>]*>(?<text>.*?)</a>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlLink();

    [GeneratedRegex(@"<br\s*/?>|</(p|div|li|h\d|tr)>", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlBreak();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex HtmlTag();
}
