using System.Globalization;
using System.Text;

namespace AiActBot.BotFramework.Cards;

/// <summary>
/// Makes text that others wrote fit to be shown: it looks as it was typed, and does nothing. An address in it stays
/// readable as the address it is, and never hides behind other words.
/// </summary>
/// <remarks>
/// Backslashes alone do not do: clients on phones show some of them and heed them only for emphasis. So what would make
/// a link, a picture, a mention, HTML or a date function is broken with a space of no width, which every client heeds.
/// </remarks>
public static class CardText
{
    private const char Break = '\u200B';

    // The longest entity of HTML has 31 letters.
    private const int LongestEntity = 33;

    /// <summary>For texts that are Markdown: of text blocks and facts. A line that ended still ends.</summary>
    public static string Escape(string? text)
    {
        var plain = Plain(text);
        var escaped = new StringBuilder(plain.Length + 16);
        foreach (var line in plain.Split('\n'))
        {
            if (escaped.Length > 0)
            {
                // Markdown ends a line only at an empty one.
                escaped.Append("\n\n");
            }

            EscapeLine(line.AsSpan().Trim(), escaped);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// For texts that are not Markdown: titles of buttons, labels, text runs. Composes accents, and takes out what does
    /// not show or changes how the text around it runs.
    /// </summary>
    public static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var kept = new StringBuilder(text.Length);
        // Runes, because half a pair becomes the replacement character here, and cannot be composed.
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsShown(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsShown(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => true,
        // Joiners shape letters in some scripts and make one emoji of several.
        0x200C or 0x200D => true,
        // Never a character in any version of Unicode.
        >= 0xFDD0 and <= 0xFDEF => false,
        var value when (value & 0xFFFE) == 0xFFFE => false,
        _ => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse),
    };

    private static void EscapeLine(ReadOnlySpan<char> line, StringBuilder escaped)
    {
        if (BeginsBlock(line))
        {
            escaped.Append(Break);
        }

        for (var at = 0; at < line.Length; at++)
        {
            var rest = line[at..];
            if (rest[0] is '*' or '_' or '`' or '~' || (rest[0] == '\\' && rest.Length > 1 && char.IsAscii(rest[1])))
            {
                escaped.Append('\\');
            }

            escaped.Append(rest[0]);
            if (MeansMore(rest))
            {
                escaped.Append(Break);
            }
        }
    }

    // Headings, quotes, lists, rules, tables.
    private static bool BeginsBlock(ReadOnlySpan<char> line) =>
        line is ['#' or '>' or '-' or '+' or '=' or '|' or ':', ..]
        || line.TrimStart("0123456789") is ['.' or ')', ..] && char.IsAsciiDigit(line[0]);

    private static bool MeansMore(ReadOnlySpan<char> rest) => rest switch
    {
        [']', '(' or '[' or ':', ..] => true,
        ['!', '[', ..] => true,
        ['<', var next, ..] => char.IsAsciiLetter(next) || next is '/' or '!' or '?',
        ['{', '{', ..] => true,
        ['&', '#', ..] => true,
        ['&', var next, ..] => char.IsAsciiLetter(next) && rest[..Math.Min(rest.Length, LongestEntity)].Contains(';'),
        _ => false,
    };
}
