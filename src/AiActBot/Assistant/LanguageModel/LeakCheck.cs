using System.Text;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>Recognises the prompt in what a model wrote: its canary and marks however they are spaced or turned, and its sentences.</summary>
internal sealed class LeakCheck
{
    /// <summary>So many words of the instructions in a row are no coincidence.</summary>
    private const int Run = 8;

    private const int LongestWord = 45;
    private const int ShortestCode = 8;

    /// <summary>A part of a mark of 32 figures that gives it away.</summary>
    private const int Part = 12;

    private readonly string[] _secrets;
    private readonly HashSet<string> _runs;
    private readonly string _sources;

    /// <param name="sources">What the model was shown to answer from; codes that stand there are no leak.</param>
    public LeakCheck(ModelPrompt prompt, IEnumerable<string> sources)
    {
        _secrets = [.. new[] { prompt.Canary, prompt.Boundary }.SelectMany(mark => Parts(mark).Concat(Parts(Reverse(mark))))];
        _runs = [.. Runs(Knowledge.Text.Words.Of(prompt.Instructions))];
        _sources = string.Join('\n', sources);
    }

    public bool Leaks(string written)
    {
        var squeezed = Squeeze(written);
        return _secrets.Any(secret => squeezed.Contains(secret, StringComparison.Ordinal))
            || Runs(Knowledge.Text.Words.Of(written)).Any(_runs.Contains)
            || Knowledge.Text.Words.Of(written).Any(IsCode);
    }

    // Base64, hexadecimal and the like: no word of Dutch or English looks so.
    private bool IsCode(string word) =>
        (word.Length > LongestWord || (word.Length >= ShortestCode && word.Any(char.IsAsciiDigit) && word.Any(char.IsLetter)))
        && !_sources.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Parts(string mark)
    {
        for (var from = 0; from + Part <= mark.Length; from++)
            yield return mark.Substring(from, Part);
    }

    private static IEnumerable<string> Runs(List<string> words)
    {
        for (var from = 0; from + Run <= words.Count; from++)
            yield return string.Join(' ', words.GetRange(from, Run));
    }

    private static string Squeeze(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.Where(char.IsLetterOrDigit))
            kept.Append(char.ToLowerInvariant(c));
        return kept.ToString();
    }

    private static string Reverse(string text) => string.Concat(text.Reverse());
}
