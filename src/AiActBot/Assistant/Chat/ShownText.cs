using System.Text;
using System.Text.RegularExpressions;
using AiActBot.BotFramework.Cards;

namespace AiActBot.Assistant.Chat;

/// <summary>
/// An answer as text of a message. Quotes may come from documents that others wrote: what would be markup shows as it was typed, and an
/// address stays readable without being a link.
/// </summary>
internal static partial class ShownText
{
    // A space of no width, which every client heeds.
    private const string Break = "\u200B";

    private const string Item = "- ";

    /// <summary>A line that begins with a dash and a space is an item of a list, whoever wrote it: all else that means something is taken from it.</summary>
    public static string Markdown(string text)
    {
        var shown = new StringBuilder();
        var isAfterItem = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var isItem = line.StartsWith(Item, StringComparison.Ordinal);
            // A paragraph ends at an empty line only; the items of a list stand together.
            if (shown.Length > 0)
                shown.Append(isItem && isAfterItem ? "\n" : "\n\n");
            shown.Append(isItem ? Item + CardText.Escape(line[Item.Length..]) : CardText.Escape(line));
            isAfterItem = isItem;
        }

        return WithoutLinks(shown.ToString());
    }

    /// <summary>For the fields of a citation, which are no Markdown.</summary>
    public static string WithoutLinks(string text) => Domain().Replace(Scheme().Replace(text, $"$1{Break}"), $"$1{Break}");

    // "https:", "mailto:", "msteams:" and whatever else a client may know.
    [GeneratedRegex(@"(\b[a-z][a-z0-9+.-]{1,30}:)(?=[^\s\u200B])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    // Clients make a link of "example.org" by themselves; one letter on the right, as in "d.w.z.", is none.
    [GeneratedRegex(@"((?<=[\p{L}\d-])[.@])(?=[\p{L}\d-]{2})(?!\d+(?:\D|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();
}
