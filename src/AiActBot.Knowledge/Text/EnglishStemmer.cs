namespace AiActBot.Knowledge.Text;

/// <summary>
/// The English Snowball algorithm, also called Porter2 (snowballstem.org/algorithms/english): "deployers", "deployed" and
/// "deploy" come close. Expects a lower-case word without diacritics.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly (string Ending, string Stem)[] Step2Endings =
    [
        ("ization", "ize"), ("isation", "ise"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"),
        ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"),
        ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"),
        ("alli", "al"), ("bli", "ble"),
    ];

    private static readonly (string Ending, string Stem)[] Step3Endings =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4Endings =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic",
    ];

    public static string Stem(string word)
    {
        if (word.Length < 3 || !char.IsAsciiLetter(word[0]))
            return word;

        var text = MarkConsonantY(word);
        var r1 = FirstRegion(text);
        var r2 = RegionAfter(text, r1);

        text = Plural(text);
        text = PastAndGerund(text, r1);
        if (text.Length > 2 && (text[^1] is 'y' or 'Y') && !IsVowel(text[^2]))
            text = text[..^1] + "i";

        text = Replace(text, r1, Step2Endings);
        if (In(text, "ogi", r1) && text.Length > 3 && text[^4] == 'l')
            text = text[..^1];
        else if (In(text, "li", r1) && text.Length > 2 && "cdeghkmnrt".Contains(text[^3], StringComparison.Ordinal))
            text = text[..^2];

        text = Replace(text, r1, Step3Endings);
        if (In(text, "ative", r2))
            text = text[..^5];

        text = Suffix(text, r2);
        if (text.EndsWith('e') && (text.Length - 1 >= r2 || (text.Length - 1 >= r1 && !EndsInShortSyllable(text[..^1]))))
            text = text[..^1];
        else if (text.EndsWith("ll", StringComparison.Ordinal) && text.Length - 1 >= r2)
            text = text[..^1];

        return text.ToLowerInvariant();
    }

    private static string MarkConsonantY(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
                letters[i] = 'Y';
        }

        return new string(letters);
    }

    private static string Plural(string text)
    {
        if (text.EndsWith("sses", StringComparison.Ordinal))
            return text[..^2];
        if (text.EndsWith("ied", StringComparison.Ordinal) || text.EndsWith("ies", StringComparison.Ordinal))
            return text.Length > 4 ? text[..^2] : text[..^1];
        if (!text.EndsWith('s') || text.EndsWith("ss", StringComparison.Ordinal) || text.EndsWith("us", StringComparison.Ordinal))
            return text;
        for (var i = 0; i < text.Length - 2; i++)
        {
            if (IsVowel(text[i]))
                return text[..^1];
        }

        return text;
    }

    private static string PastAndGerund(string text, int r1)
    {
        foreach (var ending in (ReadOnlySpan<string>)["eedly", "eed"])
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return text.Length - ending.Length >= r1 ? text[..^ending.Length] + "ee" : text;
        }

        foreach (var ending in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (!text.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var rest = text[..^ending.Length];
            if (!rest.Any(IsVowel))
                return text;
            if (rest.EndsWith("at", StringComparison.Ordinal) || rest.EndsWith("bl", StringComparison.Ordinal) || rest.EndsWith("iz", StringComparison.Ordinal))
                return rest + "e";
            if (rest.Length > 2 && rest[^1] == rest[^2] && "bdfgmnprt".Contains(rest[^1], StringComparison.Ordinal))
                return rest[..^1];
            return rest.Length <= r1 && EndsInShortSyllable(rest) ? rest + "e" : rest;
        }

        return text;
    }

    private static string Replace(string text, int region, (string Ending, string Stem)[] endings)
    {
        foreach (var (ending, stem) in endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return text.Length - ending.Length >= region ? text[..^ending.Length] + stem : text;
        }

        return text;
    }

    private static string Suffix(string text, int r2)
    {
        foreach (var ending in Step4Endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return text.Length - ending.Length >= r2 ? text[..^ending.Length] : text;
        }

        return In(text, "ion", r2) && text.Length > 3 && (text[^4] is 's' or 't') ? text[..^3] : text;
    }

    private static bool In(string text, string ending, int region) =>
        text.EndsWith(ending, StringComparison.Ordinal) && text.Length - ending.Length >= region;

    private static bool EndsInShortSyllable(string text) =>
        text.Length == 2
            ? IsVowel(text[0]) && !IsVowel(text[1])
            : text.Length > 2 && !IsVowel(text[^3]) && IsVowel(text[^2]) && !IsVowel(text[^1]) && text[^1] is not ('w' or 'x' or 'Y');

    private static int FirstRegion(string text)
    {
        foreach (var start in (ReadOnlySpan<string>)["gener", "commun", "arsen"])
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
                return start.Length;
        }

        return RegionAfter(text, 0);
    }

    private static int RegionAfter(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (!IsVowel(text[i]) && IsVowel(text[i - 1]))
                return i + 1;
        }

        return text.Length;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
