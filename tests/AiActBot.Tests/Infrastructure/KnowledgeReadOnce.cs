using AiActBot.Assistant;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;

namespace AiActBot.Tests.Infrastructure;

/// <summary>
/// The knowledge folder of this repository, read and indexed once for all bots of a run: to start one takes a tenth of the time
/// then. A bot to which documents are added gets an index of its own.
/// </summary>
internal sealed class KnowledgeReadOnce : IKnowledgeReading
{
    private readonly KnowledgeReading _reading;
    private readonly Lazy<Task<IPassageIndex>> _index;

    private KnowledgeReadOnce()
    {
        _reading = new KnowledgeReading(KnowledgePlace.Find("", AppContext.BaseDirectory), glossary => SqlitePassageIndex.Open(glossary));
        _index = new(() => _reading.IndexAsync(CancellationToken.None));
    }

    public static KnowledgeReadOnce Instance { get; } = new();

    public KnowledgeFolder Folder => _reading.Folder;

    public async Task<IPassageIndex> IndexAsync(CancellationToken cancellationToken) => new OwnWhenAddedTo(await _index.Value.WaitAsync(cancellationToken), _reading);

    /// <summary>Whether a setting is about another folder or another index, so that a bot with it reads for itself.</summary>
    public static bool Concerns(string setting) => setting.Split(':')[0] is "Knowledge" or "Embeddings" or "AzureSearch";

    private sealed class OwnWhenAddedTo(IPassageIndex shared, KnowledgeReading reading) : IPassageIndex, IDisposable
    {
        private volatile IPassageIndex? _own;

        public async Task ReplaceAsync(string source, IReadOnlyCollection<Chunk> chunks, CancellationToken cancellationToken)
        {
            if (_own is null && chunks.Count == 0)
                return;
            var own = _own ?? await reading.IndexAsync(cancellationToken);
            await own.ReplaceAsync(source, chunks, cancellationToken);
            _own = own;
        }

        public Task<IReadOnlyList<Passage>> SearchAsync(PassageQuery query, int limit, CancellationToken cancellationToken) =>
            (_own ?? shared).SearchAsync(query, limit, cancellationToken);

        public void Dispose() => (_own as IDisposable)?.Dispose();
    }
}
