using Azure.Search.Documents.Indexes.Models;

namespace AiActBot.Knowledge.Azure;

/// <summary>What the index looks like: fields, weights, semantic configurations, vectors.</summary>
internal static class IndexDefinition
{
    private const string Weights = "weights";
    private const string VectorProfile = "meaning";
    private const string VectorAlgorithm = "meaning-hnsw";

    /// <param name="dimensions">The length of the model's vectors; null without a model.</param>
    public static SearchIndex Make(AzureSearchOptions options, string synonymMap, int? dimensions)
    {
        var index = new SearchIndex(options.IndexName)
        {
            Fields = [.. Fields(synonymMap)],
            DefaultScoringProfile = Weights,
            SemanticSearch = new SemanticSearch(),
        };
        index.ScoringProfiles.Add(new ScoringProfile(Weights)
        {
            TextWeights = new TextWeights(DocumentLanguages.All
                .SelectMany(l => IndexField.Texts.Select(t => (Name: IndexField.In(t.Name, l), t.Weight)))
                .ToDictionary(t => t.Name, t => t.Weight)),
        });
        foreach (var language in DocumentLanguages.All)
            index.SemanticSearch.Configurations.Add(Semantic(options, language));
        if (dimensions is { } length)
            AddVectors(index, length);
        return index;
    }

    public static string SemanticName(AzureSearchOptions options, DocumentLanguage language) => $"{options.SemanticConfiguration}-{language.Code()}";

    private static IEnumerable<SearchField> Fields(string synonymMap)
    {
        // The order by key is how a source of any size is read page by page.
        yield return new SearchField(IndexField.Id, SearchFieldDataType.String) { IsKey = true, IsFilterable = true, IsSortable = true, IsSearchable = false, IsFacetable = false };
        foreach (var name in (string[])[IndexField.Organisation, IndexField.Source, IndexField.Document, IndexField.Section, IndexField.Licence])
            yield return Filter(name, SearchFieldDataType.String);
        foreach (var name in (string[])[IndexField.Provisions, IndexField.Within, IndexField.Roles, IndexField.Risks])
            yield return Filter(name, SearchFieldDataType.Collection(SearchFieldDataType.String));
        yield return new SearchField(IndexField.Language, SearchFieldDataType.String) { IsFilterable = true, IsSortable = true, IsSearchable = false, IsFacetable = false };
        yield return new SearchField(IndexField.Trust, SearchFieldDataType.Int32) { IsFilterable = true, IsSortable = true, IsFacetable = false };
        yield return new SearchField(IndexField.LawVersion, SearchFieldDataType.DateTimeOffset) { IsFilterable = true, IsSortable = false, IsFacetable = false };
        foreach (var name in (string[])[IndexField.Url, IndexField.ContentHash, IndexField.Chunk])
            yield return new SearchField(name, SearchFieldDataType.String) { IsSearchable = false, IsFilterable = false, IsSortable = false, IsFacetable = false };

        foreach (var language in DocumentLanguages.All)
        {
            foreach (var (name, _) in IndexField.Texts)
                yield return Text(name, language, synonymMap);
        }
    }

    private static SearchField Filter(string name, SearchFieldDataType type) =>
        new(name, type) { IsFilterable = true, IsSearchable = false, IsSortable = false, IsFacetable = false };

    // Passages are read from the chunk field, but the semantic ranker reads only what may be retrieved.
    private static SearchField Text(string name, DocumentLanguage language, string synonymMap)
    {
        var type = name == "questions" ? SearchFieldDataType.Collection(SearchFieldDataType.String) : SearchFieldDataType.String;
        return new SearchField(IndexField.In(name, language), type)
        {
            IsSearchable = true,
            IsFilterable = false,
            IsSortable = false,
            IsFacetable = false,
            AnalyzerName = language == DocumentLanguage.Nl ? LexicalAnalyzerName.NlLucene : LexicalAnalyzerName.EnLucene,
            SynonymMapNames = { synonymMap },
        };
    }

    private static SemanticConfiguration Semantic(AzureSearchOptions options, DocumentLanguage language) =>
        new(SemanticName(options, language), new SemanticPrioritizedFields
        {
            TitleField = new SemanticField(IndexField.In("heading", language)),
            ContentFields = { new SemanticField(IndexField.In("text", language)), new SemanticField(IndexField.In("questions", language)) },
            KeywordsFields = { new SemanticField(IndexField.In("title", language)) },
        });

    private static void AddVectors(SearchIndex index, int dimensions)
    {
        index.Fields.Add(new SearchField(IndexField.Vector, SearchFieldDataType.Collection(SearchFieldDataType.Single))
        {
            IsSearchable = true,
            IsHidden = true,
            IsFilterable = false,
            IsSortable = false,
            IsFacetable = false,
            VectorSearchDimensions = dimensions,
            VectorSearchProfileName = VectorProfile,
        });
        index.VectorSearch = new VectorSearch();
        index.VectorSearch.Algorithms.Add(new HnswAlgorithmConfiguration(VectorAlgorithm) { Parameters = new HnswParameters { Metric = VectorSearchAlgorithmMetric.Cosine } });
        index.VectorSearch.Profiles.Add(new VectorSearchProfile(VectorProfile, VectorAlgorithm));
    }
}
