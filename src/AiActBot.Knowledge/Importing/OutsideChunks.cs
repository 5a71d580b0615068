using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;

namespace AiActBot.Knowledge.Importing;

/// <summary>Makes chunks of the sections of an outside document and marks what the law has overtaken.</summary>
internal sealed class OutsideChunks(string source, string documentId, string title, DocumentLanguage language, string? url, string? licence)
{
    private const int LongestChunk = 1800;

    private readonly List<Chunk> _chunks = [];

    public IReadOnlyList<Chunk> All => _chunks;

    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlyList<string> Risks { get; init; } = [];

    public IReadOnlyList<ProvisionId> Provisions { get; init; } = [];

    public void Add(string heading, string text, IReadOnlyList<ProvisionId> provisions)
    {
        foreach (var part in Parts(text))
            _chunks.Add(Make(SourceKind.Imported, heading, part, provisions.Count > 0 ? provisions : Provisions, null, Supersession.Of(OutdatedStatements.Find($"{heading}\n{part}"))));
    }

    public void AddOfficial(string heading, string text, ProvisionId provision, DateOnly? lawVersion)
    {
        var note = lawVersion < AmendedProvisions.InForce ? AmendedProvisions.NoteOn(provision) : null;
        _chunks.Add(Make(SourceKind.OfficialText, heading, text, [provision], lawVersion, note));
    }

    private Chunk Make(SourceKind kind, string heading, string text, IReadOnlyList<ProvisionId> provisions, DateOnly? lawVersion, Supersession? superseded) => new(
        $"{source}#{_chunks.Count + 1}", language, kind, documentId, provisions, title, heading, text, [], Roles, Risks, [], url, licence, lawVersion, superseded);

    // Long sections are cut between paragraphs, so that a passage can be read.
    private static IEnumerable<string> Parts(string text)
    {
        var part = "";
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length > 0 && part.Length + paragraph.Length > LongestChunk)
            {
                yield return part;
                part = "";
            }

            part = part.Length == 0 ? paragraph : $"{part}\n\n{paragraph}";
        }

        if (part.Length > 0)
            yield return part;
    }
}
