using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;
using Azure.Search.Documents.Indexes;
using Microsoft.Extensions.AI;

namespace AiActBot.Knowledge.Azure;

/// <summary>
/// The index in Azure AI Search, for one organisation: several may share an index of the service, and none finds what another holds.
/// What is replaced can be found some seconds later.
/// </summary>
public sealed class AzurePassageIndex : IPassageIndex, IDisposable
{
    private readonly string _organisation;
    private readonly bool _semantic;
    private readonly IEmbeddingGenerator<string, Embedding<float>>? _embeddings;
    private readonly string _model;
    private readonly GlossaryMatcher _matcher;
    private readonly IndexPreparation _preparation;
    private readonly SourceUpload _upload;
    private readonly CandidateSearch _search;
    private readonly CandidateRanking _ranking;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _isPrepared;

    /// <param name="client">As <see cref="AzureSearchConnection"/> makes it; it needs the right to make indexes and write documents.</param>
    /// <param name="organisation">The organisation whose documents these are, such as its tenant id.</param>
    /// <param name="glossary">Widens questions with synonyms and with the terms of the other language.</param>
    /// <param name="embeddings">Adds similarity in meaning; null searches by words.</param>
    public AzurePassageIndex(
        SearchIndexClient client, AzureSearchOptions options, string organisation, Glossary glossary,
        IEmbeddingGenerator<string, Embedding<float>>? embeddings, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(organisation);
        var documents = client.GetSearchClient(options.IndexName);
        _organisation = organisation;
        _semantic = options.UseSemanticRanking;
        _embeddings = embeddings;
        _model = embeddings is null ? "" : (embeddings.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata)?.DefaultModelId ?? "unnamed";
        _matcher = new GlossaryMatcher(glossary);
        _preparation = new IndexPreparation(client, options, glossary);
        _upload = new SourceUpload(documents, organisation, embeddings, clock);
        _search = new CandidateSearch(documents, options, organisation);
        _ranking = new CandidateRanking(glossary, _matcher);
    }

    /// <exception cref="AzureSearchException">The service did not take the documents; calling again sends only what is missing.</exception>
    public async Task ReplaceAsync(string source, IReadOnlyCollection<Chunk> chunks, CancellationToken cancellationToken)
    {
        // A later chunk with the same id stands for the earlier one.
        var documents = chunks.GroupBy(c => c.Id, StringComparer.Ordinal).Select(g => IndexedChunk.Of(g.Last(), _organisation, source, _model)).ToList();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_isPrepared)
            {
                await _preparation.RunAsync(await DimensionsAsync(cancellationToken), cancellationToken);
                _isPrepared = true;
            }

            await _upload.ReplaceAsync(source, documents, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <exception cref="AzureSearchException">The service did not answer, or there is no index yet.</exception>
    public async Task<IReadOnlyList<Passage>> SearchAsync(PassageQuery query, int limit, CancellationToken cancellationToken)
    {
        var matches = _matcher.Find(Words.Of(query.Text), Words.InCapitals(query.Text));
        var phrases = matches.Select(m => m.Phrase).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        // A named provision brings its whole article along, as somebody who names one paragraph may mean the next.
        var provisions = query.Provisions.Select(p => p.Root).Concat(matches.SelectMany(m => m.Entry.Provisions));
        var vector = await EmbedAsync(query.Text, cancellationToken);

        var own = _search.ByWordsAsync(query.Text, phrases, vector, query.Language, _semantic, cancellationToken);
        // The other language only lends a hand: the ranker, which is charged by the question, need not read it.
        var other = _search.ByWordsAsync(query.Text, phrases, vector, query.Language.Other(), semantic: false, cancellationToken);
        var about = _search.AboutAsync(provisions, query.Language, cancellationToken);
        await Task.WhenAll(own, other, about);

        List<Candidate> candidates = [.. await own, .. await other, .. (await about).Select(c => new Candidate(c, 0))];
        var sections = candidates.Where(c => c.Chunk.Language == query.Language).Select(c => c.Chunk.SectionKey).ToHashSet(StringComparer.Ordinal);
        var lonely = candidates.Select(c => c.Chunk).Where(c => !sections.Contains(c.SectionKey));
        candidates.AddRange((await _search.TwinsAsync(lonely, query.Language, cancellationToken)).Select(c => new Candidate(c, 0)));
        return _ranking.Rank(query, candidates, limit);
    }

    public void Dispose() => _gate.Dispose();

    private async Task<int?> DimensionsAsync(CancellationToken cancellationToken) =>
        _embeddings is null ? null : (await _embeddings.GenerateAsync(["AI"], cancellationToken: cancellationToken))[0].Vector.Length;

    // When the model does not answer, the words still do.
    private async Task<ReadOnlyMemory<float>?> EmbedAsync(string text, CancellationToken cancellationToken)
    {
        if (_embeddings is null || text.Length == 0)
            return null;
        try
        {
            return (await _embeddings.GenerateAsync([text], cancellationToken: cancellationToken))[0].Vector;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
