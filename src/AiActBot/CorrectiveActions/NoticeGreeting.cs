using AiActBot.AiSystems;

namespace AiActBot.CorrectiveActions;

/// <summary>
/// The first line of a notice, where the contact is called by name. Words that somebody edited are kept without that name: who is the contact when
/// the notice goes out may be another than when it was edited, and is greeted as themselves.
/// </summary>
internal static class NoticeGreeting
{
    /// <summary>Stands for the name: of private use in Unicode, and one character, so that no text becomes longer by it.</summary>
    private const char Contact = '\uE000';

    public static string WithoutName(string text, Party? party)
    {
        if (party is not { ContactName: { Length: > 0 } name })
            return text;
        var greeting = FirstLine(text);
        for (var at = greeting.IndexOf(name, StringComparison.Ordinal); at >= 0; at = greeting.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(greeting, at, name.Length))
                return string.Concat(text.AsSpan(0, at), [Contact], text.AsSpan(at + name.Length));
        }

        return text;
    }

    public static string WithName(string text, Party? party) =>
        party is not null && FirstLine(text).IndexOf(Contact, StringComparison.Ordinal) is >= 0 and var at
            ? string.Concat(text.AsSpan(0, at), party.ContactName, text.AsSpan(at + 1))
            : text;

    private static string FirstLine(string text) => text.Split('\n', 2)[0];

    /// <summary>Ada is not greeted in "Dear Adams".</summary>
    private static bool IsWhole(string line, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(line[at - 1])) && (at + length == line.Length || !char.IsLetterOrDigit(line[at + length]));
}
