using AiActBot.Knowledge.Text;

namespace AiActBot.Knowledge.Premises;

/// <summary>
/// Words by which a text is recognised: every group has at least one term in it, and none of the exceptions is there. A term is
/// one word or several in their order with at most two others between; <c>*</c> at the end of a word stands for any ending.
/// </summary>
public sealed class Wording
{
    private const int MostBetween = 2;

    private readonly Term[][] _groups;
    private readonly Term[] _exceptions;

    /// <exception cref="FormatException">There is no group, or a group or term is empty.</exception>
    public Wording(IReadOnlyList<IReadOnlyList<string>> groups, IReadOnlyList<string> exceptions)
    {
        if (groups.Count == 0 || groups.Any(group => group.Count == 0))
            throw new FormatException("A wording needs at least one group, and a term in each.");
        _groups = [.. groups.Select(group => group.Select(Term.Parse).ToArray())];
        _exceptions = [.. exceptions.Select(Term.Parse)];
    }

    /// <summary>How much it asks for: of two wordings that fit, the one with more groups says more exactly what is meant.</summary>
    public int Groups => _groups.Length;

    /// <param name="words">The text as <see cref="Words.Of(string)"/> cuts it.</param>
    public bool IsIn(IReadOnlyList<string> words) =>
        Array.TrueForAll(_groups, group => Array.Exists(group, term => term.IsIn(words))) && !Array.Exists(_exceptions, term => term.IsIn(words));

    private readonly record struct Pattern(string Text, bool IsPrefix)
    {
        public bool Fits(string word) => IsPrefix ? word.StartsWith(Text, StringComparison.Ordinal) : word == Text;
    }

    private sealed class Term(Pattern[] patterns)
    {
        public static Term Parse(string text)
        {
            var patterns = new List<Pattern>();
            foreach (var piece in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var words = Words.Of(piece);
                for (var i = 0; i < words.Count; i++)
                    patterns.Add(new Pattern(words[i], i == words.Count - 1 && piece.EndsWith('*')));
            }

            return patterns.Count > 0 ? new Term([.. patterns]) : throw new FormatException($"\"{text}\" holds no word to look for.");
        }

        public bool IsIn(IReadOnlyList<string> words)
        {
            for (var start = 0; start < words.Count; start++)
            {
                if (patterns[0].Fits(words[start]) && FollowsFrom(words, start + 1, 1))
                    return true;
            }

            return false;
        }

        private bool FollowsFrom(IReadOnlyList<string> words, int next, int pattern)
        {
            if (pattern == patterns.Length)
                return true;
            for (var at = next; at < words.Count && at <= next + MostBetween; at++)
            {
                if (patterns[pattern].Fits(words[at]) && FollowsFrom(words, at + 1, pattern + 1))
                    return true;
            }

            return false;
        }
    }
}
