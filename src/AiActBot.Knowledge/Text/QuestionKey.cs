namespace AiActBot.Knowledge.Text;

/// <summary>Tells questions apart by what they are about: two wordings with the same stems in another order are one question.</summary>
public static class QuestionKey
{
    /// <summary>The stems of the words that carry the subject, each once and in a fixed order; the words themselves when none does.</summary>
    public static string Of(string question, DocumentLanguage language)
    {
        var words = Words.Of(question);
        var stems = words.Where(w => !StopWords.Contains(language, w))
            .Select(w => language == DocumentLanguage.Nl ? DutchStemmer.Stem(w) : EnglishStemmer.Stem(w))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return $"{language.Code()}:{string.Join(' ', stems.Count > 0 ? stems : words)}";
    }
}
