using System.Text.RegularExpressions;

namespace AiActBot.CorrectiveActions;

/// <summary>
/// Finds what somebody meant to fill in and did not: <c>[name]</c>, <c>{{date}}</c>, <c>___</c>, "to be completed". A notice
/// with one is not approved and does not go out.
/// </summary>
internal static partial class Placeholders
{
    /// <returns>The first one, as it stands there, or null.</returns>
    public static string? FirstIn(string text) => Pattern().Match(text) is { Success: true, Value: var found } ? found : null;

    [GeneratedRegex(
        """\[(?!\d+\])[^\]\n]{1,60}\](?!\()|\{[^}\n]{1,60}\}|<<[^<>\n]{1,60}>>|_{3,}|\.{5,}|\bX{3,}\b|\b(?i:TODO|TBD|FIXME|n\.t\.b\.|nog in te vullen|to be completed|lorem ipsum)(?!\w)""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
