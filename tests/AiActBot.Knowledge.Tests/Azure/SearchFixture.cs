using AiActBot.Knowledge.Azure;
using AiActBot.Knowledge.Documents;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Search.Documents;
using Microsoft.Extensions.AI;

namespace AiActBot.Knowledge.Tests.Azure;

/// <summary>The real SDK, connected to a server of our own.</summary>
public abstract class SearchFixture : IAsyncLifetime
{
    private readonly List<IDisposable> _open = [];

    internal SearchServer Server { get; private set; } = null!;

    internal ImmediateClock Clock { get; } = new();

    protected AzureSearchOptions Options { get; } = new() { Endpoint = "https://example.search.windows.net", ApiKey = SearchServer.Key };

    public async Task InitializeAsync() => Server = await SearchServer.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var open in _open)
            open.Dispose();
        await Server.DisposeAsync();
    }

    protected AzurePassageIndex Open(
        string organisation = "ours", Glossary? glossary = null, IEmbeddingGenerator<string, Embedding<float>>? embeddings = null, TokenCredential? credential = null)
    {
        var http = new HttpClient(new LoopbackHandler(Server.Address));
        var client = AzureSearchConnection.Connect(Options, credential, new SearchClientOptions
        {
            Transport = new HttpClientTransport(http),
            Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2), MaxRetries = 3 },
        });
        var index = new AzurePassageIndex(client, Options, organisation, glossary ?? Glossary.Empty, embeddings, Clock);
        _open.AddRange([http, index]);
        return index;
    }
}
