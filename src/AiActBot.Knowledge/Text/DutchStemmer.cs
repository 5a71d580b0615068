namespace AiActBot.Knowledge.Text;

/// <summary>
/// The Dutch Snowball algorithm (snowballstem.org/algorithms/dutch_porter): "gebruiksverantwoordelijken" and
/// "gebruiksverantwoordelijke" meet in one stem. Expects a lower-case word without diacritics.
/// </summary>
internal static class DutchStemmer
{
    public static string Stem(string word)
    {
        if (word.Length < 3 || !char.IsAsciiLetter(word[0]))
            return word;

        var letters = MarkConsonants(word);
        var r1 = Math.Max(RegionAfter(letters, 0), 3);
        var r2 = RegionAfter(letters, Math.Min(r1, letters.Length));
        var text = new string(letters);

        text = PluralsAndCases(text, r1);
        text = FinalE(text, r1, out var removedE);
        if (InRegion(text, "heid", r2) && !text.EndsWith("cheid", StringComparison.Ordinal))
            text = En(text[..^4], "en", r1);

        text = Derivations(text, r1, r2, removedE);
        return SingleVowel(text).ToLowerInvariant();
    }

    // y at the start or after a vowel, and i between vowels, sound as consonants.
    private static char[] MarkConsonants(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
                letters[i] = 'Y';
            else if (letters[i] == 'i' && i > 0 && i < letters.Length - 1 && IsVowel(letters[i - 1]) && IsVowel(letters[i + 1]))
                letters[i] = 'I';
        }

        return letters;
    }

    private static string PluralsAndCases(string text, int r1)
    {
        if (text.EndsWith("heden", StringComparison.Ordinal))
            return InRegion(text, "heden", r1) ? text[..^5] + "heid" : text;
        if (text.EndsWith("ene", StringComparison.Ordinal))
            return En(text, "ene", r1);
        if (text.EndsWith("en", StringComparison.Ordinal))
            return En(text, "en", r1);
        foreach (var ending in (ReadOnlySpan<string>)["se", "s"])
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
            {
                var rest = text[..^ending.Length];
                return rest.Length >= r1 && rest.Length > 0 && !IsVowel(rest[^1]) && rest[^1] != 'j' ? rest : text;
            }
        }

        return text;
    }

    private static string En(string text, string ending, int r1)
    {
        if (!InRegion(text, ending, r1))
            return text;
        var rest = text[..^ending.Length];
        return rest.Length > 0 && !IsVowel(rest[^1]) && !rest.EndsWith("gem", StringComparison.Ordinal) ? Undouble(rest) : text;
    }

    private static string FinalE(string text, int r1, out bool removed)
    {
        removed = text.Length > 1 && InRegion(text, "e", r1) && !IsVowel(text[^2]);
        return removed ? Undouble(text[..^1]) : text;
    }

    private static string Derivations(string text, int r1, int r2, bool removedE)
    {
        if (text.EndsWith("end", StringComparison.Ordinal) || text.EndsWith("ing", StringComparison.Ordinal))
        {
            if (text.Length - 3 < r2)
                return text;
            text = text[..^3];
            return InRegion(text, "ig", r2) && !text.EndsWith("eig", StringComparison.Ordinal) ? text[..^2] : Undouble(text);
        }

        if (InRegion(text, "ig", r2) && !text.EndsWith("eig", StringComparison.Ordinal))
            return text[..^2];
        if (InRegion(text, "lijk", r2))
            return FinalE(text[..^4], r1, out _);
        if (InRegion(text, "baar", r2))
            return text[..^4];
        return removedE && InRegion(text, "bar", r2) ? text[..^3] : text;
    }

    private static string SingleVowel(string text) =>
        text.Length >= 4 && !IsVowel(text[^4]) && text[^2] == text[^3] && (text[^2] is 'a' or 'e' or 'o' or 'u')
        && !IsVowel(text[^1]) && text[^1] != 'I'
            ? text[..^2] + text[^1]
            : text;

    private static bool InRegion(string text, string ending, int region) =>
        text.EndsWith(ending, StringComparison.Ordinal) && text.Length - ending.Length >= region;

    private static string Undouble(string text) =>
        text.Length > 1 && text[^1] == text[^2] && (text[^1] is 'k' or 'd' or 't') ? text[..^1] : text;

    private static int RegionAfter(ReadOnlySpan<char> letters, int start)
    {
        for (var i = start + 1; i < letters.Length; i++)
        {
            if (!IsVowel(letters[i]) && IsVowel(letters[i - 1]))
                return i + 1;
        }

        return letters.Length;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
