using System.Globalization;
using AiActBot.BotFramework.Cards;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>
/// The name of a file as somebody sent it, made fit to be shown and to be given to a file later: no path, nothing that does
/// not show or turns the text around, and one extension, so that what it ends in is what it is.
/// </summary>
internal static class AttachmentName
{
    public const int Longest = 120;

    private static readonly string[] ReservedOnWindows =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })];

    public static string Clean(string? sent)
    {
        // Both kinds of path: what runs here says nothing about what runs there.
        var last = (sent ?? "").Split('/', '\\')[^1];
        var plain = string.Concat(CardText.Plain(last).Where(IsForNames)).Trim(' ', '.', '\u3000');
        var dot = plain.LastIndexOf('.');
        var (stem, extension) = dot < 0 ? (plain, "") : (plain[..dot], plain[(dot + 1)..].Trim().ToLowerInvariant());
        // "report.exe.pdf" would be "report.exe" where extensions are hidden.
        stem = string.Join(' ', stem.Replace('.', '_').Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (stem.Length == 0 || ReservedOnWindows.Contains(stem.ToLowerInvariant()))
            stem = "_" + stem;
        extension = extension.Length > 10 ? extension[..10] : extension;
        return extension.Length == 0 ? Cut(stem, Longest) : $"{Cut(stem, Longest - 1 - extension.Length)}.{extension}";
    }

    /// <summary>What stands behind the last dot of a cleaned name.</summary>
    public static string ExtensionOf(string name) => name.LastIndexOf('.') is var dot and >= 0 ? name[(dot + 1)..] : "";

    private static bool IsForNames(char letter) =>
        !char.IsControl(letter) && letter is not ('<' or '>' or ':' or '"' or '|' or '?' or '*')
        && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        // Not between the halves of one character.
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
