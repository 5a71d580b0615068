using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;

namespace AiActBot.Assistant;

/// <summary>The knowledge folder, read and indexed once, when it is first needed.</summary>
internal sealed class KnowledgeBase(string folder, Func<Glossary, IPassageIndex> makeIndex) : IDisposable
{
    private const string Requirements = "requirements";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IPassageIndex? _index;

    private readonly Lazy<KnowledgeFolder> _folder = new(() => KnowledgeFolder.Load(folder));
    private GlossaryLookup? _glossary;

    public KnowledgeFolder Folder => _folder.Value;

    public GlossaryLookup Glossary => _glossary ??= new GlossaryLookup(Folder.Glossary);

    public async Task<IPassageIndex> IndexAsync(CancellationToken cancellationToken)
    {
        if (_index is { } ready)
            return ready;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_index is null)
            {
                var index = makeIndex(Folder.Glossary);
                await index.ReplaceAsync(Requirements, [.. Folder.Documents.SelectMany(Chunker.Cut)], cancellationToken);
                _index = index;
            }

            return _index;
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
