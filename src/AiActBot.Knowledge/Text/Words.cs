using System.Globalization;
using System.Text;

namespace AiActBot.Knowledge.Text;

/// <summary>Cuts text into words: lower case, without diacritics and apostrophes, hyphenated words in their parts.</summary>
public static class Words
{
    public static List<string> Of(string text)
    {
        var words = new List<string>(text.Length / 6);
        var word = new StringBuilder(24);
        foreach (var c in Fold(text))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’' or '\u00AD'))
                End();
        }

        End();
        return words;

        void End()
        {
            if (word.Length == 0)
                return;
            words.Add(word.ToString());
            word.Clear();
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
