using System.ClientModel;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>OpenAI's embedding client behind the abstraction. What is no vector of numbers for each text is a failure.</summary>
internal sealed class OpenAIEmbeddings(EmbeddingClient client, EmbeddingOptions options, TimeProvider time, ILogger<OpenAIEmbeddings> log)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? generationOptions = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            OpenAIEmbeddingCollection made = await client.GenerateEmbeddingsAsync(texts, cancellationToken: both.Token);
            var vectors = made.OrderBy(embedding => embedding.Index).Select(embedding => embedding.ToFloats()).ToList();
            return IsSound(vectors, texts.Count)
                ? new GeneratedEmbeddings<Embedding<float>>(vectors.Select(vector => new Embedding<float>(vector)))
                : throw new InvalidDataException("The embedding model did not make one vector of numbers for each text.");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Its message may repeat what was sent, so it is not logged; who called goes on without.
            Log.EmbeddingFailed(log, exception.GetType().Name, (exception as ClientResultException)?.Status ?? 0);
            throw;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(EmbeddingGeneratorMetadata)
            ? new EmbeddingGeneratorMetadata("openai", new Uri(options.Endpoint), options.Name)
            : null;

    public void Dispose()
    {
        // The HTTP client lives as long as the process.
    }

    private static bool IsSound(List<ReadOnlyMemory<float>> vectors, int count) =>
        vectors.Count == count && vectors.All(vector => vector.Length > 0 && vector.Length == vectors[0].Length)
        && vectors.All(vector => !vector.Span.ContainsAnyExceptInRange(float.MinValue, float.MaxValue));
}
