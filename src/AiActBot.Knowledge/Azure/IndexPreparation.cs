using AiActBot.Knowledge.Documents;
using Azure;
using Azure.Search.Documents.Indexes;
using Azure.Search.Documents.Indexes.Models;

namespace AiActBot.Knowledge.Azure;

/// <summary>
/// Makes the index and its synonym map where they are missing or fall behind. Nothing is written when they are as they should be, and
/// nothing is taken away: fields of a newer version, or vectors that another machine makes, stay.
/// </summary>
internal sealed class IndexPreparation(SearchIndexClient client, AzureSearchOptions options, Glossary glossary)
{
    private readonly string _synonymMap = $"{options.IndexName}-glossary";

    public async Task RunAsync(int? dimensions, CancellationToken cancellationToken)
    {
        try
        {
            await PrepareSynonymsAsync(cancellationToken);
            await PrepareIndexAsync(dimensions, cancellationToken);
        }
        catch (RequestFailedException e)
        {
            throw AzureSearchException.Of($"Preparing the index {options.IndexName}", e);
        }
    }

    private async Task PrepareSynonymsAsync(CancellationToken cancellationToken)
    {
        var rules = GlossarySynonyms.Rules(glossary);
        var existing = await FindAsync(client.GetSynonymMapAsync(_synonymMap, cancellationToken));
        if (existing is null || !string.Equals(existing.Synonyms.ReplaceLineEndings("\n"), rules, StringComparison.Ordinal))
            await client.CreateOrUpdateSynonymMapAsync(new SynonymMap(_synonymMap, rules), cancellationToken: cancellationToken);
    }

    private async Task PrepareIndexAsync(int? dimensions, CancellationToken cancellationToken)
    {
        var wanted = IndexDefinition.Make(options, _synonymMap, dimensions);
        var existing = await FindAsync(client.GetIndexAsync(options.IndexName, cancellationToken));
        if (existing is null)
        {
            await client.CreateOrUpdateIndexAsync(wanted, cancellationToken: cancellationToken);
            return;
        }

        Check(existing, wanted);
        if (Add(existing, wanted))
            await client.CreateOrUpdateIndexAsync(existing, onlyIfUnchanged: true, cancellationToken: cancellationToken);
    }

    private void Check(SearchIndex existing, SearchIndex wanted)
    {
        foreach (var field in wanted.Fields)
        {
            if (existing.Fields.FirstOrDefault(f => f.Name == field.Name) is not { } known)
                continue;
            if (known.Type != field.Type || known.VectorSearchDimensions != field.VectorSearchDimensions || known.AnalyzerName != field.AnalyzerName)
                throw new AzureSearchException($"Preparing the index {options.IndexName}", $"its field {field.Name} was made otherwise, by another product or for another embedding model; delete the index or choose another AzureSearch:IndexName");
        }
    }

    // Copies into the definition that exists, whose ETag then tells if another machine was first.
    private static bool Add(SearchIndex existing, SearchIndex wanted)
    {
        var changed = false;
        foreach (var field in wanted.Fields.Where(f => existing.Fields.All(e => e.Name != f.Name)))
        {
            existing.Fields.Add(field);
            changed = true;
        }

        if (wanted.VectorSearch is not null && existing.VectorSearch is null)
        {
            existing.VectorSearch = wanted.VectorSearch;
            changed = true;
        }

        existing.SemanticSearch ??= new SemanticSearch();
        foreach (var configuration in wanted.SemanticSearch.Configurations.Where(c => existing.SemanticSearch.Configurations.All(e => e.Name != c.Name)))
        {
            existing.SemanticSearch.Configurations.Add(configuration);
            changed = true;
        }

        var profile = wanted.ScoringProfiles[0];
        if (existing.ScoringProfiles.FirstOrDefault(p => p.Name == profile.Name) is not { } known || !SameWeights(known, profile))
        {
            if (existing.ScoringProfiles.FirstOrDefault(p => p.Name == profile.Name) is { } old)
                existing.ScoringProfiles.Remove(old);
            existing.ScoringProfiles.Add(profile);
            existing.DefaultScoringProfile = wanted.DefaultScoringProfile;
            changed = true;
        }

        return changed;
    }

    private static bool SameWeights(ScoringProfile a, ScoringProfile b) =>
        a.TextWeights is not null && a.TextWeights.Weights.Count == b.TextWeights.Weights.Count
        && a.TextWeights.Weights.All(w => b.TextWeights.Weights.TryGetValue(w.Key, out var weight) && Math.Abs(weight - w.Value) < 1e-6);

    private static async Task<T?> FindAsync<T>(Task<Response<T>> asked)
        where T : class
    {
        try
        {
            return (await asked).Value;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
