using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;

namespace AiActBot.Assistant;

/// <summary>
/// The knowledge folder and the organisation's own documents, read and indexed when they are first needed, and the latter again when
/// they change.
/// </summary>
internal sealed class KnowledgeBase(string folder, OrganisationKnowledge organisation, Func<Glossary, IPassageIndex> makeIndex) : IDisposable
{
    private const string Requirements = "requirements";
    private const string Organisation = "organisation";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lazy<KnowledgeFolder> _folder = new(() => KnowledgeFolder.Load(folder));
    private GlossaryLookup? _glossary;
    private IPassageIndex? _index;
    private DateTime _organisationVersion;

    public KnowledgeFolder Folder => _folder.Value;

    public GlossaryLookup Glossary => _glossary ??= new GlossaryLookup(Folder.Glossary);

    public async Task<IPassageIndex> IndexAsync(CancellationToken cancellationToken)
    {
        if (_index is { } ready && _organisationVersion == organisation.Version)
            return ready;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            var index = _index;
            if (index is null)
            {
                index = makeIndex(Folder.Glossary);
                await index.ReplaceAsync(Requirements, [.. Folder.Documents.SelectMany(Chunker.Cut)], cancellationToken);
            }

            var version = organisation.Version;
            if (version != _organisationVersion)
            {
                await index.ReplaceAsync(Organisation, [.. organisation.Documents.SelectMany(d => d.Chunks)], cancellationToken);
                _organisationVersion = version;
            }

            return _index = index;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _gate.Dispose();
        (_index as IDisposable)?.Dispose();
    }
}
