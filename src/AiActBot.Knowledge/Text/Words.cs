using System.Buffers;
using System.Globalization;
using System.Text;

namespace AiActBot.Knowledge.Text;

/// <summary>Cuts text into words: lower case, without diacritics and apostrophes, hyphenated words in their parts.</summary>
public static class Words
{
    public static List<string> Of(string text)
    {
        var words = new List<string>(text.Length / 6);
        Cut(text, word => words.Add(word.ToString()));
        return words;
    }

    /// <param name="known">The words so far, compared ordinally: one that is among them is the same string, and new ones are added.</param>
    public static List<string> Of(string text, HashSet<string> known)
    {
        var words = new List<string>(text.Length / 6);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        Cut(text, word =>
        {
            if (!lookup.TryGetValue(word, out var same))
                known.Add(same = word.ToString());
            words.Add(same);
        });
        return words;
    }

    private static void Cut(string text, Action<ReadOnlySpan<char>> found)
    {
        var folded = Fold(text);
        var letters = ArrayPool<char>.Shared.Rent(folded.Length);
        var length = 0;
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c))
                letters[length++] = char.ToLowerInvariant(c);
            else if (c is not ('\'' or '’' or '\u00AD'))
                End();
        }

        End();
        ArrayPool<char>.Shared.Return(letters);

        void End()
        {
            if (length > 0)
                found(letters.AsSpan(0, length));
            length = 0;
        }
    }

    /// <summary>
    /// The words, in lower case, that stand in capitals in a text that has small letters too: "OR" is a works council, "or" is not.
    /// </summary>
    public static IReadOnlySet<string> InCapitals(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (!text.Any(char.IsLower))
            return found;
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsUpper(text[end]))
                end++;
            if (end - start > 1 && !IsInWord(start - 1) && !IsInWord(end))
                found.Add(Fold(text[start..end]).ToLowerInvariant());
            while (end < text.Length && IsInWord(end))
                end++;
            start = end;
        }

        return found;

        bool IsInWord(int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);
    }

    /// <summary>Without diacritics: "geïnformeerd" becomes "geinformeerd".</summary>
    public static string Fold(string text)
    {
        var ascii = true;
        foreach (var c in text)
            ascii &= c < 128;
        if (ascii)
            return text;

        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(c);
        }

        return folded.ToString();
    }
}
