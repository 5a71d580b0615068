using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Tests.Builders;
using Microsoft.Extensions.AI;

namespace AiActBot.Knowledge.Tests.Index;

public sealed class EmbeddingSearchTests
{
    [Fact]
    public async Task Meaning_finds_what_no_word_has_in_common()
    {
        using var index = SqlitePassageIndex.Open(Sample.Glossary, new EmbeddingSearch(new TopicVectors()));
        await index.ReplaceAsync("requirements", Sample.Library, CancellationToken.None);
        var passages = await index.SearchAsync(new PassageQuery("playground", DocumentLanguage.En), 3, CancellationToken.None);
        Assert.Equal("en/art-57.1", passages[0].Chunk.Id);
    }

    [Fact]
    public async Task A_model_that_fails_leaves_the_order_by_words()
    {
        var model = new TopicVectors();
        using var index = SqlitePassageIndex.Open(Sample.Glossary, new EmbeddingSearch(model));
        await index.ReplaceAsync("requirements", Sample.Library, CancellationToken.None);
        model.Fails = true;
        var passages = await index.SearchAsync(new PassageQuery("keep logs", DocumentLanguage.En), 3, CancellationToken.None);
        Assert.Equal("en/art-26.6", passages[0].Chunk.Id);
    }

    [Fact]
    public async Task A_model_that_fails_at_first_is_asked_again_when_questions_come()
    {
        var model = new TopicVectors { Fails = true };
        using var index = SqlitePassageIndex.Open(Sample.Glossary, new EmbeddingSearch(model));
        await index.ReplaceAsync("requirements", Sample.Library, CancellationToken.None);
        model.Fails = false;

        var passages = await index.SearchAsync(new PassageQuery("playground", DocumentLanguage.En), 3, CancellationToken.None);

        Assert.Equal("en/art-57.1", passages[0].Chunk.Id);
    }

    [Fact]
    public async Task What_a_model_read_once_it_need_not_read_after_a_restart_unless_the_text_changed()
    {
        using var folder = new TemporaryFolder();
        var model = new TopicVectors();
        for (var start = 0; start < 2; start++)
        {
            using var cache = VectorCache.Open(Path.Combine(folder.Path, "vectors.db"));
            using var index = SqlitePassageIndex.Open(Sample.Glossary, new EmbeddingSearch(model, cache));
            await index.ReplaceAsync("requirements", Sample.Library, CancellationToken.None);
            Assert.Equal(Sample.Library.Count, model.Texts);
        }

        using var again = VectorCache.Open(Path.Combine(folder.Path, "vectors.db"));
        using var changed = SqlitePassageIndex.Open(Sample.Glossary, new EmbeddingSearch(model, again));
        await changed.ReplaceAsync("requirements", [.. Sample.Library.Skip(1), Sample.Library[0] with { Text = "Changed." }], CancellationToken.None);
        Assert.Equal(Sample.Library.Count + 1, model.Texts);
        Assert.Null(again.Find("another model", "Changed."));
    }

    /// <summary>A stand-in for a model that knows one thing: a playground is a sandbox.</summary>
    private sealed class TopicVectors : IEmbeddingGenerator<string, Embedding<float>>
    {
        public bool Fails { get; set; }

        /// <summary>How many texts it has read.</summary>
        public int Texts { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Texts += values.Count();
            return Fails ? throw new HttpRequestException("The model does not answer.") : Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(v =>
                new Embedding<float>(v.Contains("playground", StringComparison.OrdinalIgnoreCase) || v.Contains("sandbox", StringComparison.OrdinalIgnoreCase)
                    ? new float[] { 1, 0 }
                    : new float[] { 0, 1 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
