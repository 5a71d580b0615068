namespace AiActBot.Knowledge.Text;

/// <summary>
/// Tells Dutch from English: by small words, which people do not mix; where there are none, by words of this field that one language has; and
/// by spelling last. Terms that staff use in both, such as deployer, high-risk and GPAI, tell nothing.
/// </summary>
public static class LanguageDetector
{
    // Less than two signs of spelling is chance.
    private const int ClearSpelling = 2;

    private static readonly string[] DutchSigns = ["ij", "aa", "oe", "sch", "eeu", "uu", "oo", "ui", "gt", "heid", "lijk", "isch", "eren"];
    private static readonly string[] EnglishSigns = ["th", "tion", "ing", "ould", "ough", "y", "wh", "sh", "ck", "ment", "ea", "ity"];

    private static readonly HashSet<string> DutchFieldWords = new(StringComparer.Ordinal)
    {
        "boete", "boetes", "artikel", "artikelen", "bijlage", "overweging", "lid", "aanbieder", "aanbieders", "gebruiksverantwoordelijke",
        "gebruiksverantwoordelijken", "importeur", "importeurs", "distributeur", "distributeurs", "gemachtigde", "verboden", "verbod", "risico", "hoog",
        "systeem", "systemen", "toezicht", "toezichthouder", "verordening", "plicht", "plichten", "verplichting", "verplichtingen", "eis", "eisen",
        "termijn", "termijnen", "datum", "melding", "melden", "keuring", "conformiteitsbeoordeling", "geletterdheid", "gezichtsherkenning",
        "emotieherkenning", "sollicitatie", "sollicitanten", "leverancier", "medewerkers", "personeel", "betekenis", "uitzondering", "uitzonderingen",
        "bewaartermijn", "toestemming", "klacht", "transparantie", "watermerk", "hoogrisico", "systeemrisico", "richtsnoeren",
    };

    private static readonly HashSet<string> EnglishFieldWords = new(StringComparer.Ordinal)
    {
        "fine", "fines", "penalty", "penalties", "article", "articles", "annex", "recital", "importer", "importers", "distributors", "prohibited",
        "ban", "banned", "system", "systems", "authority", "duty", "duties", "obligation", "obligations", "requirement", "requirements", "date",
        "dates", "reporting", "serious", "literacy", "recognition", "recruitment", "hiring", "vendor", "supplier", "employees", "staff", "exemption",
        "exemptions", "exception", "exceptions", "meaning", "retention", "consent", "complaint", "transparency", "watermark", "guidelines", "conformity",
    };

    /// <param name="fallback">The answer when the text tells nothing, such as "art. 26(5)".</param>
    public static DocumentLanguage Detect(string text, DocumentLanguage fallback = DocumentLanguage.Nl) => TryDetect(text) ?? fallback;

    /// <returns>The language, or null when the text does not tell: a name, an abbreviation, a term of both.</returns>
    public static DocumentLanguage? TryDetect(string text)
    {
        var (small, field, spelling) = (0, 0, 0);
        foreach (var word in Words.Of(text))
        {
            var inDutch = StopWords.Contains(DocumentLanguage.Nl, word);
            var inEnglish = StopWords.Contains(DocumentLanguage.En, word);
            small += (inDutch ? 1 : 0) - (inEnglish ? 1 : 0);
            if (inDutch || inEnglish)
                continue;
            field += (DutchFieldWords.Contains(word) ? 1 : 0) - (EnglishFieldWords.Contains(word) ? 1 : 0);
            if (word.Length > 3)
                spelling += DutchSigns.Count(s => word.Contains(s, StringComparison.Ordinal)) - EnglishSigns.Count(s => word.Contains(s, StringComparison.Ordinal));
        }

        var told = small != 0 ? small : field != 0 ? field : Math.Abs(spelling) >= ClearSpelling ? spelling : 0;
        return told > 0 ? DocumentLanguage.Nl : told < 0 ? DocumentLanguage.En : null;
    }
}
