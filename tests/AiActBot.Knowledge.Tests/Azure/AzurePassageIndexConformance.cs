using AiActBot.Knowledge.Azure;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Tests.Index;
using Azure.Core.Pipeline;
using Azure.Search.Documents;

namespace AiActBot.Knowledge.Tests.Azure;

/// <summary>The index in Azure AI Search, where all organisations share one index of the service.</summary>
public sealed class AzurePassageIndexConformance : PassageIndexConformance, IAsyncLifetime
{
    private readonly List<IDisposable> _open = [];
    private SearchServer? _server;

    public async Task InitializeAsync() => _server = await SearchServer.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var open in _open)
            open.Dispose();
        await _server!.DisposeAsync();
    }

    protected override IPassageIndex Of(string organisation)
    {
        var options = new AzureSearchOptions { Endpoint = "https://example.search.windows.net", ApiKey = SearchServer.Key };
        var http = new HttpClient(new LoopbackHandler(_server!.Address));
        var client = AzureSearchConnection.Connect(options, null, new SearchClientOptions { Transport = new HttpClientTransport(http) });
        var index = new AzurePassageIndex(client, options, organisation, Glossary, null, new ImmediateClock());
        _open.AddRange([http, index]);
        return index;
    }
}
