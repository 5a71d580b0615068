namespace AiActBot.Knowledge.Text;

/// <summary>Tells Dutch from English by small words and spelling; subject words do not count, as staff mix them freely.</summary>
public static class LanguageDetector
{
    private static readonly string[] DutchSigns = ["ij", "aa", "oe", "sch", "eeu", "uu", "oo", "ui", "gt", "heid", "lijk", "isch", "eren"];
    private static readonly string[] EnglishSigns = ["th", "tion", "ing", "ould", "ough", "y", "wh", "sh", "ck", "ment", "ea", "ity"];

    /// <param name="fallback">The answer when the text tells nothing, such as "art. 26(5)".</param>
    public static DocumentLanguage Detect(string text, DocumentLanguage fallback = DocumentLanguage.Nl)
    {
        double dutch = 0, english = 0;
        foreach (var word in Words.Of(text))
        {
            var inDutch = StopWords.Contains(DocumentLanguage.Nl, word);
            var inEnglish = StopWords.Contains(DocumentLanguage.En, word);
            if (inDutch != inEnglish)
            {
                dutch += inDutch ? 2 : 0;
                english += inEnglish ? 2 : 0;
            }
            else if (!inDutch && word.Length > 3)
            {
                dutch += 0.4 * DutchSigns.Count(s => word.Contains(s, StringComparison.Ordinal));
                english += 0.4 * EnglishSigns.Count(s => word.Contains(s, StringComparison.Ordinal));
            }
        }

        return dutch > english ? DocumentLanguage.Nl : english > dutch ? DocumentLanguage.En : fallback;
    }
}
