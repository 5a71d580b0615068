using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace AiActBot.Knowledge.Azure;

/// <summary>One document to send: what to do with it, and how many bytes it takes as JSON.</summary>
internal sealed record Sending<T>(string Key, int Bytes, IndexDocumentsAction<T> Action);

/// <summary>
/// Sends documents in batches that the service accepts, reads the outcome of each, and sends again those that failed for a reason that
/// passes: 409 (changed meanwhile), 422 (the index is briefly not available) and 503 (busy). Whole requests are retried by the SDK.
/// </summary>
internal sealed class DocumentSender(SearchClient client, TimeProvider clock)
{
    // The service's limits are 1,000 documents and 16 MB; what stands around the documents must fit too.
    private const int MostDocuments = 1000;
    private const int MostBytes = 15_000_000;
    private const int Attempts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);

    /// <exception cref="AzureSearchException">Some documents were refused; all others were sent.</exception>
    public async Task SendAsync<T>(IEnumerable<Sending<T>> documents, CancellationToken cancellationToken)
    {
        var refused = new SortedDictionary<int, int>();
        foreach (var batch in Batches(documents))
        {
            foreach (var status in await SendBatchAsync(batch, cancellationToken))
                refused[status] = refused.GetValueOrDefault(status) + 1;
        }

        if (refused.Count > 0)
        {
            var statuses = string.Join(", ", refused.Select(r => $"{r.Value} with status {r.Key}"));
            throw new AzureSearchException("Sending documents to the index", $"Azure AI Search refused {refused.Values.Sum()} of them ({statuses}); the others were sent", refused.Keys.First());
        }
    }

    /// <summary>The statuses of the documents that stayed refused.</summary>
    private async Task<IReadOnlyList<int>> SendBatchAsync<T>(List<Sending<T>> batch, CancellationToken cancellationToken)
    {
        var refused = new List<int>();
        var pause = FirstPause;
        for (var attempt = 1; batch.Count > 0; attempt++)
        {
            if (await PostAsync(batch, cancellationToken) is not { } results)
                return batch.Count == 1 ? [413] : [.. await SendBatchAsync(batch[..(batch.Count / 2)], cancellationToken), .. await SendBatchAsync(batch[(batch.Count / 2)..], cancellationToken)];

            var failed = results.Where(r => !r.Succeeded).ToDictionary(r => r.Key, r => r.Status, StringComparer.Ordinal);
            var again = attempt < Attempts ? failed.Where(f => f.Value is 409 or 422 or 503).Select(f => f.Key).ToHashSet(StringComparer.Ordinal) : [];
            refused.AddRange(failed.Where(f => !again.Contains(f.Key)).Select(f => f.Value));
            batch = [.. batch.Where(d => again.Contains(d.Key))];
            if (batch.Count > 0)
                await Task.Delay(pause, clock, cancellationToken);
            pause *= 2;
        }

        return refused;
    }

    /// <returns>One result for each document, or null when they are too much together.</returns>
    private async Task<IReadOnlyList<IndexingResult>?> PostAsync<T>(List<Sending<T>> batch, CancellationToken cancellationToken)
    {
        try
        {
            var documents = IndexDocumentsBatch.Create([.. batch.Select(d => d.Action)]);
            var response = await client.IndexDocumentsAsync(documents, new IndexDocumentsOptions { ThrowOnAnyError = false }, cancellationToken);
            return response.Value.Results;
        }
        catch (RequestFailedException e) when (e.Status == 413)
        {
            return null;
        }
        catch (RequestFailedException e)
        {
            throw AzureSearchException.Of("Sending documents to the index", e);
        }
    }

    private static IEnumerable<List<Sending<T>>> Batches<T>(IEnumerable<Sending<T>> documents)
    {
        var (batch, bytes) = (new List<Sending<T>>(), 0);
        foreach (var document in documents)
        {
            if (batch.Count == MostDocuments || (batch.Count > 0 && bytes + document.Bytes > MostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(document);
            bytes += document.Bytes;
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
