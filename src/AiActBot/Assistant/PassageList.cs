using System.Text.RegularExpressions;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>A list in a passage with the sentence that introduces it, each word for word.</summary>
internal sealed partial record PassageList(int Start, string Introduction, IReadOnlyList<PassageListItem> Items)
{
    public static IReadOnlyList<PassageList> In(string text) => [.. Lists().Matches(text).Select(Read).Where(list => list.Items.Count > 1)];

    /// <summary>As many of the items, from the first, as fit in so many characters.</summary>
    public int CountWithin(int characters)
    {
        var count = 0;
        while (count < Items.Count && Items[count].Start + Items[count].Text.Length - Start <= characters)
            count++;
        return count;
    }

    private static PassageList Read(Match match)
    {
        var line = match.Groups["line"];
        var introduction = Sentences.Of(line.Value)[^1];
        return new PassageList(line.Index + introduction.Start, introduction.Text, [.. match.Groups["item"].Captures.Select(item => new PassageListItem(item.Index, item.Value))]);
    }

    [GeneratedRegex(@"^(?!-)(?<line>[^\n]*:)\n+(?:(?:-|\d+\.) (?<item>[^\n]+(?:\n +[^\n]+)*)(?:\n|\z))+", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Lists();
}

/// <param name="Start">Where it begins in the passage.</param>
internal readonly record struct PassageListItem(int Start, string Text);
