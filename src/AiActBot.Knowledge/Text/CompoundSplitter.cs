namespace AiActBot.Knowledge.Text;

/// <summary>
/// Cuts a compound into words that stand in the texts on their own: "markttoezichtautoriteit" into "markt", "toezicht" and
/// "autoriteit". Dutch writes compounds as one word, and staff write "hoogrisicosysteem" where the Act has "systeem met een hoog
/// risico".
/// </summary>
internal sealed class CompoundSplitter
{
    private const int ShortestPart = 4;
    private const int ShortestCompound = 8;

    // Short words that are common first or last parts of compounds in this field.
    private static readonly string[] ShortParts = ["data", "wet", "recht", "eis", "zorg", "bank", "log", "taak", "test", "norm", "plan", "doel", "hoog", "chat", "bot"];

    private static readonly string[] Links = ["", "s", "e", "en", "n"];

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    public CompoundSplitter(IEnumerable<string> words)
    {
        var known = new HashSet<string>(ShortParts, StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (word.Length >= ShortestPart && word.All(char.IsAsciiLetter))
                known.Add(word);
        }

        _words = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The parts in their order, or nothing when the word is no compound of known words.</summary>
    public IReadOnlyList<string> Split(string word) =>
        word.Length >= ShortestCompound && Parts(word, 3) is { Count: > 1 } parts ? parts : [];

    private List<string>? Parts(ReadOnlySpan<char> word, int most)
    {
        // The longest last part first: the head of a compound carries its meaning.
        for (var start = 3; start <= word.Length - 3 && most > 1; start++)
        {
            var head = word[start..];
            if (!_words.Contains(head))
                continue;

            foreach (var link in Links)
            {
                if (!word[..start].EndsWith(link, StringComparison.Ordinal))
                    continue;
                var first = word[..(start - link.Length)];
                if (first.Length < 3)
                    continue;
                if (_words.Contains(first))
                    return [first.ToString(), head.ToString()];
                if (first.Length >= ShortestCompound && Parts(first, most - 1) is { } parts)
                    return [.. parts, head.ToString()];
            }
        }

        return null;
    }
}
