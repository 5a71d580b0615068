using AiActBot.Knowledge.Text;
using Microsoft.Extensions.AI;

namespace AiActBot.Knowledge.Tests.Azure;

/// <summary>A model of a few words: what it takes for one meaning has the same place in the vector.</summary>
internal sealed class WordVectors(string name, params string[][] meanings) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>How many texts were turned into vectors.</summary>
    public int Texts { get; private set; }

    public bool IsDown { get; set; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (IsDown)
            throw new HttpRequestException("The model does not answer.");
        var vectors = new GeneratedEmbeddings<Embedding<float>>(values.Select(v => new Embedding<float>(Vector(v))));
        Texts += vectors.Count;
        return Task.FromResult(vectors);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(defaultModelId: name) : null;

    public void Dispose()
    {
    }

    private float[] Vector(string text)
    {
        var words = Words.Of(text).ToHashSet();
        // The last place keeps a text without any of the words from being nothing at all.
        return [.. meanings.Select(m => m.Any(words.Contains) ? 1f : 0f), 0.01f];
    }
}
