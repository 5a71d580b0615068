using AiActBot.Knowledge.Index;

namespace AiActBot.Knowledge.Importing;

/// <summary>Forms of outside documents that can be brought in.</summary>
public enum ImportFormat
{
    /// <summary>Pages of the Algoritmekader of the Dutch government: vereisten, maatregelen, hulpmiddelen.</summary>
    Algoritmekader,

    /// <summary>The AI Act as EUR-Lex serves it in HTML.</summary>
    EurLex,

    Markdown,
    Text,
}

/// <summary>An outside document as it is kept in the organisation's store.</summary>
/// <param name="Source">The name by which it is imported again: the path under the folder that was given.</param>
/// <param name="Hash">Of what was read, with what was joined to it; the same hash means nothing changed.</param>
/// <param name="Imported">The day of the import.</param>
public sealed record ImportedDocument(
    string Source, ImportFormat Format, string Title, string? Licence, string Hash, DateOnly Imported, IReadOnlyList<Chunk> Chunks);

/// <summary>What became of one document.</summary>
public abstract record ImportResult(string Source)
{
    public sealed record Imported(string Source, int Chunks, int Outdated) : ImportResult(Source);

    public sealed record Unchanged(string Source) : ImportResult(Source);

    /// <param name="Reason">One sentence for the person who imports.</param>
    public sealed record Failed(string Source, string Reason) : ImportResult(Source);
}
