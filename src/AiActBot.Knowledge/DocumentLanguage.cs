namespace AiActBot.Knowledge;

/// <summary>The languages in which every document, question and answer exists.</summary>
public enum DocumentLanguage
{
    /// <summary>Dutch.</summary>
    Nl,

    /// <summary>English.</summary>
    En,
}

/// <summary>How a language is written in files and on the command line.</summary>
public static class DocumentLanguages
{
    public static IReadOnlyList<DocumentLanguage> All { get; } = [DocumentLanguage.Nl, DocumentLanguage.En];

    /// <summary>The two-letter code (ISO 639-1).</summary>
    public static string Code(this DocumentLanguage language) => language == DocumentLanguage.Nl ? "nl" : "en";

    public static DocumentLanguage Other(this DocumentLanguage language) =>
        language == DocumentLanguage.Nl ? DocumentLanguage.En : DocumentLanguage.Nl;

    /// <summary>Reads a code such as "nl", "nl-NL" or "en-US"; null when it names neither language.</summary>
    public static DocumentLanguage? Parse(string? code) => code?.Trim().ToUpperInvariant() switch
    {
        { } c when c == "NL" || c.StartsWith("NL-", StringComparison.Ordinal) => DocumentLanguage.Nl,
        { } c when c == "EN" || c.StartsWith("EN-", StringComparison.Ordinal) => DocumentLanguage.En,
        _ => null,
    };

    /// <summary>The Dutch text or the English one.</summary>
    public static string Choose(this DocumentLanguage language, string nl, string en) => language == DocumentLanguage.Nl ? nl : en;
}
