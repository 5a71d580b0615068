using System.Globalization;
using System.Text;

namespace AiActBot.Documents;

/// <summary>
/// Text that people typed, fit for a page: without what has no shape. Marks that turn the direction of writing would let a
/// name show another text than it holds.
/// </summary>
internal static class PrintableText
{
    public static string Of(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n')
                printable.Append('\n');
            else if (rune.Value is '\t')
                printable.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                     or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                printable.Append(rune);
        }

        return printable.ToString();
    }
}
