using System.Globalization;
using System.Text;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;

namespace AiActBot.Knowledge.Azure;

/// <summary>A chunk that the service found.</summary>
/// <param name="Likeness">What the service makes of it, between 0 and 1.</param>
internal sealed record Candidate(Chunk Chunk, double Likeness);

/// <summary>The requests of a search. Every filter holds the organisation, so that no other's documents can be in an answer.</summary>
internal sealed class CandidateSearch(SearchClient client, AzureSearchOptions options, string organisation)
{
    // The semantic ranker reads the first 50.
    private const int MostByWords = 50;
    private const int MostByProvision = 100;
    private const int LongestText = 1000;

    // Scores by words say who is first, not how good: the first may still be about something else.
    private const double BestByWords = 0.3;
    private const double HighestRerankerScore = 4;

    public async Task<IReadOnlyList<Candidate>> ByWordsAsync(
        string text, IEnumerable<string> phrases, ReadOnlyMemory<float>? vector, DocumentLanguage language, bool semantic, CancellationToken cancellationToken)
    {
        // An empty text would match everything.
        var words = Simple(text);
        if (words.Length == 0 && vector is null)
            return [];

        // The synonym map reads a term of several words only where they stand in quotes.
        var search = string.Join(' ', phrases.Select(Simple).Where(p => p.Contains(' ', StringComparison.Ordinal)).Select(p => $"\"{p}\"").Prepend(words));
        var request = new SearchOptions
        {
            Filter = SearchFilter.Create($"organisation eq {organisation} and language eq {language.Code()}", CultureInfo.InvariantCulture),
            Select = { IndexField.Chunk },
            Size = MostByWords,
            SearchMode = SearchMode.Any,
        };
        foreach (var (name, _) in IndexField.Texts)
            request.SearchFields.Add(IndexField.In(name, language));
        if (vector is { } asked)
        {
            request.VectorSearch = new VectorSearchOptions
            {
                Queries = { new VectorizedQuery(asked) { KNearestNeighborsCount = MostByWords, Fields = { IndexField.Vector } } },
                FilterMode = VectorFilterMode.PreFilter,
            };
        }

        if (!semantic || words.Length == 0)
            return Weigh(await RunAsync(words.Length == 0 ? null : search, request, cancellationToken));

        request.QueryType = SearchQueryType.Semantic;
        request.SemanticSearch = new SemanticSearchOptions
        {
            SemanticConfigurationName = IndexDefinition.SemanticName(options, language),
            ErrorMode = SemanticErrorMode.Partial,
        };
        try
        {
            return Weigh(await RunAsync(search, request, cancellationToken));
        }
        catch (AzureSearchException e) when (e.Code == "FeatureNotSupportedInService" || e.Status == 402)
        {
            // The ranker is off or its quota used up: the order by words and meaning is still an answer.
            (request.QueryType, request.SemanticSearch) = (SearchQueryType.Simple, null);
            return Weigh(await RunAsync(search, request, cancellationToken));
        }
    }

    /// <summary>Chunks about these provisions and their parts, those in the given language first and then the most trusted.</summary>
    public Task<IReadOnlyList<Chunk>> AboutAsync(IEnumerable<ProvisionId> provisions, DocumentLanguage language, CancellationToken cancellationToken)
    {
        var ids = string.Join(',', provisions.Select(p => p.ToString()).Distinct());
        return FindAsync(SearchFilter.Create($"organisation eq {organisation} and within/any(p: search.in(p, {ids}, ','))", CultureInfo.InvariantCulture), ids.Length == 0, language, cancellationToken);
    }

    /// <summary>The sections in one language that are the twins of those given.</summary>
    public Task<IReadOnlyList<Chunk>> TwinsAsync(IEnumerable<Chunk> chunks, DocumentLanguage language, CancellationToken cancellationToken)
    {
        var sections = string.Join(',', chunks.Select(IndexedChunk.SectionOf).Distinct());
        return FindAsync(SearchFilter.Create($"organisation eq {organisation} and language eq {language.Code()} and search.in(section, {sections}, ',')", CultureInfo.InvariantCulture), sections.Length == 0, language, cancellationToken);
    }

    private async Task<IReadOnlyList<Chunk>> FindAsync(string filter, bool nothingAsked, DocumentLanguage first, CancellationToken cancellationToken)
    {
        if (nothingAsked)
            return [];
        var byLanguage = $"{IndexField.Language} {(first == DocumentLanguage.En ? "asc" : "desc")}";
        var request = new SearchOptions
        {
            Filter = filter,
            Select = { IndexField.Chunk },
            OrderBy = { byLanguage, $"{IndexField.Trust} asc", $"{IndexField.Id} asc" },
            Size = MostByProvision,
        };
        return [.. (await RunAsync("*", request, cancellationToken)).Select(r => r.Document.Read())];
    }

    private async Task<List<SearchResult<StoredChunk>>> RunAsync(string? text, SearchOptions request, CancellationToken cancellationToken)
    {
        try
        {
            SearchResults<StoredChunk> results = await client.SearchAsync<StoredChunk>(text, request, cancellationToken);
            var found = new List<SearchResult<StoredChunk>>();
            await foreach (var result in results.GetResultsAsync().WithCancellation(cancellationToken))
                found.Add(result);
            return found;
        }
        catch (RequestFailedException e)
        {
            throw AzureSearchException.Of("Searching the index", e);
        }
    }

    private static IReadOnlyList<Candidate> Weigh(List<SearchResult<StoredChunk>> results)
    {
        var best = results.Max(r => r.Score) is > 0 and var score ? score : 1;
        return [.. results.Select(r => new Candidate(
            r.Document.Read(),
            r.SemanticSearch?.RerankerScore is { } reranked
                ? Math.Clamp(reranked / HighestRerankerScore, 0, 1)
                : BestByWords * (r.Score ?? 0) / best))];
    }

    // Letters, digits and what joins them: anything else may be an operator of the query language.
    private static string Simple(string text)
    {
        var simple = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, LongestText)))
            simple.Append(char.IsLetterOrDigit(c) ? c : ' ');
        return string.Join(' ', simple.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
