using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Index;

/// <summary>Where a chunk comes from, in the order of trust.</summary>
public enum SourceKind
{
    /// <summary>A requirement document of this product.</summary>
    Requirement,

    /// <summary>An answer that the organisation's compliance team reviewed and keeps as its own position.</summary>
    ReviewedAnswer,

    /// <summary>The official text of the law.</summary>
    OfficialText,

    /// <summary>Any other document that the organisation brought in.</summary>
    Imported,
}

/// <summary>What is indexed: one section of a document.</summary>
/// <param name="Id">Unique in the index.</param>
/// <param name="DocumentId">The document as shown in a citation, such as <c>art-26</c>.</param>
/// <param name="Provisions">The provisions that the section is about, the main one first.</param>
/// <param name="Text">Plain text; a quote is a substring of it.</param>
/// <param name="Questions">Questions that the section answers, in staff's own words.</param>
/// <param name="Licence">The licence of the source, or null for the product's own documents.</param>
/// <param name="LawVersion">The version of the law that the text was checked against; null when it is not known.</param>
/// <param name="SupersededBy">The provision that proves a statement of the text outdated, with what is right now; null when nothing is.</param>
public sealed record Chunk(
    string Id,
    DocumentLanguage Language,
    SourceKind Kind,
    string DocumentId,
    IReadOnlyList<ProvisionId> Provisions,
    string Title,
    string Heading,
    string Text,
    IReadOnlyList<string> Questions,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Risks,
    IReadOnlyList<AppliesDate> Applies,
    string? Url,
    string? Licence,
    DateOnly? LawVersion,
    Supersession? SupersededBy)
{
    /// <summary>What tells the section of one language and its twin in the other: document and main provisions.</summary>
    public string SectionKey => $"{DocumentId}#{string.Join(',', Provisions)}";
}

/// <summary>Why a statement in a source no longer holds.</summary>
/// <param name="Provision">The provision of the amended Act that says otherwise.</param>
/// <param name="NoteNl">One Dutch sentence with what is right now.</param>
/// <param name="NoteEn">The same in English.</param>
public sealed record Supersession(ProvisionId Provision, string NoteNl, string NoteEn)
{
    public string Note(DocumentLanguage language) => language.Choose(NoteNl, NoteEn);

    /// <summary>One note for everything in a passage that no longer holds; null when all of it does.</summary>
    public static Supersession? Of(IReadOnlyList<Supersession> all) => all.Count == 0 ? null : all[0] with
    {
        NoteNl = string.Join(' ', all.Select(s => s.NoteNl)),
        NoteEn = string.Join(' ', all.Select(s => s.NoteEn)),
    };
}
