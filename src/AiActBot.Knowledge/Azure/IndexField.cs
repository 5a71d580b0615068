namespace AiActBot.Knowledge.Azure;

/// <summary>The names of the fields in the index. What is read by a language's own rules has one field for each language.</summary>
internal static class IndexField
{
    public const string Id = "id";
    public const string Organisation = "organisation";
    public const string Source = "source";
    public const string Language = "language";
    public const string Trust = "trust";
    public const string Document = "document";
    public const string Section = "section";
    public const string Provisions = "provisions";
    public const string Within = "within";
    public const string Roles = "roles";
    public const string Risks = "risks";
    public const string Url = "url";
    public const string Licence = "licence";
    public const string LawVersion = "lawVersion";
    public const string ContentHash = "contentHash";
    public const string Chunk = "chunk";
    public const string Vector = "vector";

    /// <summary>The fields that are searched, with how much a word in each says: as in the embedded index.</summary>
    public static IReadOnlyList<(string Name, double Weight)> Texts { get; } = [("title", 1.4), ("heading", 2.2), ("text", 1), ("questions", 1.3)];

    public static string In(string field, DocumentLanguage language) => $"{field}_{language.Code()}";
}
