using System.Text.RegularExpressions;

namespace AiActBot.Knowledge.Text;

/// <summary>A sentence with its place in the text that it was cut from.</summary>
public readonly record struct Sentence(int Start, int Length, string Text);

/// <summary>Cuts plain text into sentences; each list item is one. A sentence is always a substring of the text.</summary>
public static partial class Sentences
{
    public static IReadOnlyList<Sentence> Of(string text)
    {
        var sentences = new List<Sentence>();
        var lineStart = 0;
        foreach (var line in text.Split('\n'))
        {
            Cut(text, lineStart, lineStart + line.Length, sentences);
            lineStart += line.Length + 1;
        }

        return sentences;
    }

    private static void Cut(string text, int start, int end, List<Sentence> sentences)
    {
        var from = start;
        foreach (Match match in End().Matches(text[start..end]))
        {
            var stop = start + match.Index + match.Groups[1].Length;
            if (Abbreviation().IsMatch(text[from..stop]))
                continue;
            Add(text, from, stop, sentences);
            from = start + match.Index + match.Length;
        }

        Add(text, from, end, sentences);
    }

    private static void Add(string text, int start, int end, List<Sentence> sentences)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || (text[start] == '-' && start + 1 < end && text[start + 1] == ' ')))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new Sentence(start, end - start, text[start..end]));
    }

    [GeneratedRegex(@"([.!?][""'”’)]*)\s+(?=[""'“‘(]?\p{Lu}|\d)", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"(?:\b(?:art|nr|no|bijv|bv|o\.a|d\.w\.z|e\.g|i\.e|etc|blz|p|vs|ca|resp|inc|ltd)|\b[A-Z])\.$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
