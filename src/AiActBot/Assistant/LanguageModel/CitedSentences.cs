using System.Globalization;
using System.Text.RegularExpressions;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>A sentence of the model with the numbers of the passages that it points to.</summary>
/// <param name="Text">Without the numbers.</param>
internal sealed record CitedSentence(string Text, IReadOnlyList<int> Passages);

/// <summary>Cuts what a model wrote into sentences with their citations. Harmless marks of Markdown are taken out first.</summary>
internal static partial class CitedSentences
{
    public static IReadOnlyList<CitedSentence> Of(string written)
    {
        var text = WithoutEmphasis(written);
        // A line that ends in a colon goes on in the next; "this. [1]" is said of this.
        text = Colon().Replace(text, ": ");
        text = MarkAfterEnd().Replace(text, match => $" {match.Groups["marks"].Value.Trim()}{match.Groups["end"].Value} ");
        return [.. text.Split('\n').SelectMany(Split).Select(Read).Where(sentence => sentence.Text.Any(char.IsLetterOrDigit) || sentence.Passages.Count > 0)];
    }

    /// <summary>Without bullets, bold and italics, which models cannot leave alone.</summary>
    public static string WithoutEmphasis(string written) => Emphasis().Replace(Bullet().Replace(written.ReplaceLineEndings("\n"), ""), "");

    private static IEnumerable<string> Split(string line)
    {
        var from = 0;
        foreach (Match end in End().Matches(line))
        {
            var stop = end.Index + end.Length;
            if (Abbreviation().IsMatch(line[from..stop]))
                continue;
            yield return line[from..stop];
            from = stop;
        }

        yield return line[from..];
    }

    private static CitedSentence Read(string sentence)
    {
        var passages = Mark().Matches(sentence).SelectMany(mark => Digits().Matches(mark.Value))
            .Select(number => int.TryParse(number.Value, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0).Distinct().ToList();
        var text = Spaces().Replace(Mark().Replace(sentence, " "), " ").Trim();
        return new CitedSentence(SpaceBeforeEnd().Replace(text, "$1"), passages);
    }

    [GeneratedRegex(@"\*{1,3}|__", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]+", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@":[ \t]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex(@"(?<end>[.!?]["")”’]*)[ \t]*(?<marks>(?:\[\s*\d{1,4}(?:\s*,\s*\d{1,4})*\s*\][ \t]*)+)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkAfterEnd();

    [GeneratedRegex(@"\[\s*\d{1,4}(?:\s*,\s*\d{1,4})*\s*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    // Whatever follows, so that nothing uncited rides along in lower case.
    [GeneratedRegex(@"[.!?]["")”’]*(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"(?:\b(?:art|arts|nr|no|bijv|o\.a|d\.w\.z|e\.g|i\.e|blz|vs|ca|resp|para|par)|\bm\.b\.t)\.$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([.!?,;:])", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBeforeEnd();
}
