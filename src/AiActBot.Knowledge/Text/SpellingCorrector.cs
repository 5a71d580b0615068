namespace AiActBot.Knowledge.Text;

/// <summary>Finds the words of the texts that a mistyped word most likely means, by shared trigrams and edit distance.</summary>
internal sealed class SpellingCorrector
{
    private readonly List<string> _words;
    private readonly Dictionary<string, List<int>> _byTrigram = new(StringComparer.Ordinal);

    public SpellingCorrector(IEnumerable<string> words)
    {
        _words = [.. words.Where(w => w.Length >= 4 && !char.IsDigit(w[0])).Distinct(StringComparer.Ordinal)];
        for (var i = 0; i < _words.Count; i++)
        {
            foreach (var trigram in Trigrams(_words[i]))
            {
                if (!_byTrigram.TryGetValue(trigram, out var list))
                    _byTrigram[trigram] = list = [];
                if (list.Count == 0 || list[^1] != i)
                    list.Add(i);
            }
        }
    }

    /// <summary>At most two words, the nearest first; nothing when no word is near enough.</summary>
    public IReadOnlyList<string> Correct(string word)
    {
        var most = word.Length switch { < 5 => 0, < 8 => 1, < 13 => 2, _ => 3 };
        if (most == 0)
            return [];

        var shared = new Dictionary<int, int>();
        foreach (var trigram in Trigrams(word))
        {
            foreach (var i in _byTrigram.GetValueOrDefault(trigram) ?? [])
                shared[i] = shared.GetValueOrDefault(i) + 1;
        }

        var found = new List<(string Word, int Distance, int Shared)>();
        foreach (var (i, count) in shared)
        {
            var candidate = _words[i];
            if (Math.Abs(candidate.Length - word.Length) > most || count < Math.Max(2, word.Length / 4))
                continue;
            // People rarely miss the first letter of a word, and a swapped first letter usually makes another word.
            if (candidate[0] != word[0] && most < 3)
                continue;
            var distance = Distance(word, candidate, most);
            if (distance <= most)
                found.Add((candidate, distance, count));
        }

        return [.. found.OrderBy(f => f.Distance).ThenByDescending(f => f.Shared).ThenBy(f => f.Word, StringComparer.Ordinal)
            .Where((f, i) => i == 0 || f.Distance == found.Min(g => g.Distance)).Take(2).Select(f => f.Word)];
    }

    private static IEnumerable<string> Trigrams(string word)
    {
        var padded = $"^{word}$";
        for (var i = 0; i + 3 <= padded.Length; i++)
            yield return padded.Substring(i, 3);
    }

    // Damerau's distance with adjacent swaps (optimal string alignment); gives up beyond the most that counts.
    private static int Distance(string a, string b, int most)
    {
        Span<int> twoAgo = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    value = Math.Min(value, twoAgo[j - 2] + 1);
                current[j] = value;
                best = Math.Min(best, value);
            }

            if (best > most)
                return most + 1;
            previous.CopyTo(twoAgo);
            current.CopyTo(previous);
        }

        return previous[b.Length];
    }
}
