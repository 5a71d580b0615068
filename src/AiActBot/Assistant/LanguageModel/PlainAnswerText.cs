using System.Text.RegularExpressions;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>
/// Whether a text is plain: Latin letters, figures and the marks of a sentence, nothing that a client makes a link, a picture, a mention
/// or a card of. A list of what may be, since no list of what may not be is ever complete.
/// </summary>
internal static partial class PlainAnswerText
{
    private const string Marks = " \t\n.,;:!?'\"“”„‘’«»()[]%€&+/-–—§°…";

    /// <summary>The last letter of Latin Extended-B: letters beyond it look like ours and are others.</summary>
    private const char LastLatin = '\u024F';

    public static bool Is(string text) =>
        text.All(c => (char.IsLetterOrDigit(c) && c <= LastLatin) || Marks.Contains(c, StringComparison.Ordinal)) && !Address().IsMatch(text) && !BracketThatIsNoMark().IsMatch(text);

    // A client makes a link of "example.org" by itself. "d.w.z." and "e.g." have single letters.
    [GeneratedRegex(
        @"//|\b[\p{L}\d-]+\.[\p{L}][\p{L}\d-]+|\b\d{1,3}(?:\.\d{1,3}){3}\b|"
        + @"\b(?:https?|ftp|file|javascript|vbscript|data|mailto|tel|sip|msteams|ms-teams|ms-[a-z]+|im|callto)\s?:\S|\bwww\b|&[a-z#][a-z0-9]{1,31};",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\[(?!\s*\d{1,4}(?:\s*,\s*\d{1,4})*\s*\])|(?<!\[\s*\d{1,4}(?:\s*,\s*\d{1,4})*\s*)\]|\]\s*[:(]|!\[", RegexOptions.CultureInvariant)]
    private static partial Regex BracketThatIsNoMark();
}
