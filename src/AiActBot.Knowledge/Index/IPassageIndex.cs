using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Index;

/// <summary>What to search for.</summary>
/// <param name="Text">The question in the person's own words.</param>
/// <param name="Language">The language of the answer; twins in the other language add to the score of this one.</param>
/// <param name="Provisions">Provisions that the question names; they come first.</param>
/// <param name="Roles">Roles that the question is about; sections for them are preferred.</param>
/// <param name="Risks">Risk classes that the question is about; sections for them are preferred.</param>
public sealed record PassageQuery(
    string Text, DocumentLanguage Language, IReadOnlyList<ProvisionId> Provisions, IReadOnlyList<string> Roles, IReadOnlyList<string> Risks)
{
    public PassageQuery(string text, DocumentLanguage language)
        : this(text, language, [], [], [])
    {
    }

    /// <summary>Provisions that answer most questions of this kind ("when" is Article 113); they are preferred a little.</summary>
    public IReadOnlyList<ProvisionId> Likely { get; init; } = [];
}

/// <summary>What was found, and what may be quoted: <see cref="Index.Chunk.Text"/> of the chunk.</summary>
/// <param name="Score">Higher is better; comparable within one result only.</param>
/// <param name="Coverage">How much of what the question says the passage is about, between 0 and 1.</param>
public sealed record Passage(Chunk Chunk, double Score, double Coverage);

/// <summary>A searchable store of chunks.</summary>
public interface IPassageIndex
{
    /// <summary>Makes the given chunks all that the index holds from this source.</summary>
    /// <param name="source">A name of the source, such as "requirements" or the address of an imported document.</param>
    Task ReplaceAsync(string source, IReadOnlyCollection<Chunk> chunks, CancellationToken cancellationToken);

    /// <summary>The best passages in the language of the query, the best first; in the other language where there is no twin.</summary>
    Task<IReadOnlyList<Passage>> SearchAsync(PassageQuery query, int limit, CancellationToken cancellationToken);
}
