using AiActBot.Assistant;
using AiActBot.Knowledge.Importing;
using AiActBot.Knowledge.Index;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Benchmarks;

/// <summary>An index that holds its corpus already, so that an assistant on it adds nothing.</summary>
internal sealed class PreparedIndex(IPassageIndex index) : IPassageIndex
{
    public Task ReplaceAsync(string source, IReadOnlyCollection<Chunk> chunks, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<Passage>> SearchAsync(PassageQuery query, int limit, CancellationToken cancellationToken) =>
        index.SearchAsync(query, limit, cancellationToken);

    /// <summary>The assistant as the service has it, without a language model.</summary>
    public static QuestionAnswering Assistant(IPassageIndex index)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddAssistant(new ConfigurationBuilder().Build());
        services.AddSingleton<IKnowledgeReading>(new KnowledgeReading(Path.Combine(Corpus.Checkout(), "knowledge"), _ => new PreparedIndex(index)));
        services.AddSingleton(new ImportStore(Path.Combine(Path.GetTempPath(), "aiactbot-benchmarks-none")));
        return services.BuildServiceProvider().GetRequiredService<QuestionAnswering>();
    }
}
