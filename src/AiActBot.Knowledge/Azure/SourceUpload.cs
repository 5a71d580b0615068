using System.Globalization;
using System.Text.Json;
using AiActBot.Knowledge.Index;
using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;
using Microsoft.Extensions.AI;

namespace AiActBot.Knowledge.Azure;

/// <summary>
/// Makes the index hold just the given documents of one source: sends what is new or changed, by content hash, then deletes what is
/// gone, so that a source is never without its documents in between.
/// </summary>
internal sealed class SourceUpload(SearchClient client, string organisation, IEmbeddingGenerator<string, Embedding<float>>? embeddings, TimeProvider clock)
{
    private const int PageSize = 1000;
    private const int EmbeddingBatch = 64;

    // The braces, commas and action around a document in a request.
    private const int Overhead = 64;

    private readonly DocumentSender _sender = new(client, clock);

    // What is sent can be searched only some seconds later, so a second replacement just after the first must remember it.
    private readonly Dictionary<string, Dictionary<string, string>> _sent = new(StringComparer.Ordinal);

    public async Task ReplaceAsync(string source, IReadOnlyList<IndexedChunk> wanted, CancellationToken cancellationToken)
    {
        var stored = await ReadAsync(source, cancellationToken);
        var sent = _sent.GetValueOrDefault(source) ?? [];
        var keys = wanted.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var changed = wanted.Where(d => stored.GetValueOrDefault(d.Id) != d.ContentHash || sent.GetValueOrDefault(d.Id, d.ContentHash) != d.ContentHash).ToList();
        var gone = stored.Keys.Union(sent.Keys).Where(k => !keys.Contains(k)).ToList();

        // Everything that may be there, also when sending stops half-way.
        var remembered = new Dictionary<string, string>(sent, StringComparer.Ordinal);
        foreach (var document in changed)
            remembered[document.Id] = "";
        _sent[source] = remembered;

        foreach (var part in changed.Chunk(PageSize))
        {
            await EmbedAsync(part, cancellationToken);
            await _sender.SendAsync(part.Select(Upload), cancellationToken);
            foreach (var document in part)
                document.Vector = null;
        }

        await _sender.SendAsync(gone.Select(k => new Sending<SearchDocument>(k, k.Length + Overhead, IndexDocumentsAction.Delete(IndexField.Id, k))), cancellationToken);
        _sent[source] = wanted.ToDictionary(d => d.Id, d => d.ContentHash, StringComparer.Ordinal);
    }

    private static Sending<IndexedChunk> Upload(IndexedChunk document) =>
        new(document.Id, JsonSerializer.SerializeToUtf8Bytes(document).Length + Overhead, IndexDocumentsAction.MergeOrUpload(document));

    private async Task EmbedAsync(IndexedChunk[] documents, CancellationToken cancellationToken)
    {
        if (embeddings is null)
            return;

        foreach (var batch in documents.Chunk(EmbeddingBatch))
        {
            var vectors = await embeddings.GenerateAsync(batch.Select(Content), cancellationToken: cancellationToken);
            for (var i = 0; i < batch.Length; i++)
                batch[i].Vector = vectors[i].Vector.ToArray();
        }
    }

    private static string Content(IndexedChunk d) =>
        EmbeddingSearch.Cut($"{d.TitleNl ?? d.TitleEn}\n{d.HeadingNl ?? d.HeadingEn}\n{d.TextNl ?? d.TextEn}");

    private async Task<Dictionary<string, string>> ReadAsync(string source, CancellationToken cancellationToken)
    {
        try
        {
            var stored = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var last = "";;)
            {
                var page = 0;
                var options = new SearchOptions
                {
                    Filter = SearchFilter.Create($"organisation eq {organisation} and source eq {source} and id gt {last}", CultureInfo.InvariantCulture),
                    OrderBy = { $"{IndexField.Id} asc" },
                    Select = { IndexField.Id, IndexField.ContentHash },
                    Size = PageSize,
                };
                SearchResults<StoredChunk> results = await client.SearchAsync<StoredChunk>("*", options, cancellationToken);
                await foreach (var result in results.GetResultsAsync().WithCancellation(cancellationToken))
                {
                    last = result.Document.Id!;
                    stored[last] = result.Document.ContentHash ?? "";
                    page++;
                }

                if (page < PageSize)
                    return stored;
            }
        }
        catch (RequestFailedException e)
        {
            throw AzureSearchException.Of("Reading what the index holds", e);
        }
    }
}
