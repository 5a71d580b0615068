using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Importing;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;

namespace AiActBot.Assistant;

/// <summary>
/// The knowledge folder and the documents that the organisation imported, read and indexed when they are first needed, and the latter again when
/// they change.
/// </summary>
internal sealed class KnowledgeBase(IKnowledgeReading reading, ImportStore imported) : IDisposable
{
    private const string Imported = "imported";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private GlossaryLookup? _glossary;
    private IPassageIndex? _index;
    private DateTime _importedVersion;
    private OfficialText _official = OfficialText.Of([]);

    public KnowledgeFolder Folder => reading.Folder;

    public GlossaryLookup Glossary => _glossary ??= new GlossaryLookup(Folder.Glossary);

    public async Task<IPassageIndex> IndexAsync(CancellationToken cancellationToken)
    {
        if (_index is { } ready && _importedVersion == imported.Version)
            return ready;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            var index = _index ?? await reading.IndexAsync(cancellationToken);
            var version = imported.Version;
            if (version != _importedVersion)
            {
                List<Chunk> chunks = [.. imported.All().SelectMany(d => d.Chunks)];
                await index.ReplaceAsync(Imported, chunks, cancellationToken);
                _official = OfficialText.Of(chunks);
                _importedVersion = version;
            }

            return _index = index;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The official text of the Act, as far as it was imported.</summary>
    public async Task<OfficialText> OfficialTextAsync(CancellationToken cancellationToken)
    {
        await IndexAsync(cancellationToken);
        return _official;
    }

    public void Dispose()
    {
        _gate.Dispose();
        (_index as IDisposable)?.Dispose();
    }
}
