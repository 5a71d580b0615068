using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;

namespace AiActBot.Assistant;

/// <summary>Where the knowledge of the product comes from.</summary>
internal interface IKnowledgeReading
{
    KnowledgeFolder Folder { get; }

    /// <summary>Makes an index that holds the requirement documents. It is the caller's, to add to and to dispose of.</summary>
    Task<IPassageIndex> IndexAsync(CancellationToken cancellationToken);
}

/// <summary>Reads the knowledge folder, when it is first needed.</summary>
internal sealed class KnowledgeReading(string folder, Func<Glossary, IPassageIndex> makeIndex) : IKnowledgeReading
{
    /// <summary>The name under which the requirement documents stand in an index.</summary>
    public const string Requirements = "requirements";

    private readonly Lazy<KnowledgeFolder> _folder = new(() => KnowledgeFolder.Load(folder));

    public KnowledgeFolder Folder => _folder.Value;

    public async Task<IPassageIndex> IndexAsync(CancellationToken cancellationToken)
    {
        var index = makeIndex(Folder.Glossary);
        await index.ReplaceAsync(Requirements, [.. Folder.Documents.SelectMany(Chunker.Cut)], cancellationToken);
        // Reading a few hundred documents leaves more garbage than the service will make in a day: give that memory back.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return index;
    }
}
