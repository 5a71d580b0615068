using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Documents;

/// <summary>One requirement in one language, as it stands in <c>knowledge/requirements</c>.</summary>
/// <param name="Path">The file, for messages to its author.</param>
/// <param name="ShortTitle">A short title for lists and buttons.</param>
/// <param name="Introduction">What stands before the first heading.</param>
/// <param name="LawVersion">The version of the law that the document was checked against.</param>
/// <param name="Open">A question that the law leaves open, or null.</param>
public sealed record RequirementDocument(
    string Path,
    DocumentLanguage Language,
    ProvisionId Id,
    string Title,
    string ShortTitle,
    IReadOnlyList<ProvisionId> Provisions,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Risks,
    IReadOnlyList<string> Phases,
    IReadOnlyList<string> Subjects,
    IReadOnlyList<AppliesDate> Applies,
    DateOnly LawVersion,
    IReadOnlyList<string> Links,
    IReadOnlyList<DocumentSource> Sources,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Questions,
    string? Open,
    string Introduction,
    IReadOnlyList<DocumentSection> Sections);

/// <summary>The part of a document under one heading, about one or a few provisions.</summary>
/// <param name="Anchor">The provisions as written between <c>{#</c> and <c>}</c>; what the twin in the other language is matched by.</param>
/// <param name="Text">Plain text: paragraphs parted by an empty line, list items starting with "- ". The first paragraph is the answer.</param>
public sealed record DocumentSection(string Anchor, IReadOnlyList<ProvisionId> Provisions, string Heading, string Text);

/// <summary>A date from which the document's duties apply, by its entry in the calendar.</summary>
public sealed record AppliesDate(string Calendar, DateOnly Date);

public sealed record DocumentSource(string Title, string Url);

/// <summary>Something wrong in a file, in words for its author.</summary>
/// <param name="Path">The file, or the folder when a file is missing.</param>
public sealed record KnowledgeProblem(string Path, string Message)
{
    public override string ToString() => $"{Path}: {Message}";
}
