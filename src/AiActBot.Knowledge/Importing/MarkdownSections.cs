using System.Text.RegularExpressions;
using AiActBot.Knowledge.Documents;

namespace AiActBot.Knowledge.Importing;

/// <summary>Cuts Markdown at its headings, of any level, into plain text.</summary>
internal static partial class MarkdownSections
{
    public static IEnumerable<(string Heading, string Text)> Of(string markdown)
    {
        var parts = Heading().Split(markdown.ReplaceLineEndings("\n"));
        yield return ("", PlainText.Of(parts[0]));
        for (var i = 1; i < parts.Length; i += 2)
            yield return (PlainText.Of(parts[i]).Trim(), PlainText.Of(parts[i + 1]));
    }

    [GeneratedRegex(@"^#{1,6}[ \t]+(.+?)[ \t]*#*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
