using AiActBot.Assistant;
using AiActBot.Knowledge.Tests.Azure;
using AiActBot.LocalChat;
using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Reliability;
using Azure.Core.Pipeline;
using Azure.Search.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>Azure AI Search in the place of the embedded index.</summary>
public sealed class SearchServiceTests : IAsyncLifetime
{
    private SearchServer server = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        server = await SearchServer.StartAsync();
        bot = await RunningBot.StartAsync(
            builder => builder.Services.AddSingleton(_ => new SearchClientOptions
            {
                Transport = new HttpClientTransport(new HttpClient(new LoopbackHandler(server.Address))),
                Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2), MaxRetries = 1 },
            }),
            settings: [("AzureSearch:Endpoint", "https://example.search.windows.net"), ("AzureSearch:ApiKey", SearchServer.Key)]);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task It_gets_all_documents_and_is_searched_within_the_organisation_only()
    {
        await IsSearchedAsync();

        Assert.True(server.Index.Documents.Count > 500);
        Assert.True((await AskAsync()).Answered);
        var organisation = LocalPeople.TenantId;
        Assert.All(
            server.Requests.Where(request => request.What == "search"),
            request => Assert.StartsWith($"organisation eq '{organisation}'", (string?)request.Body["filter"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_it_does_not_answer_the_embedded_index_does()
    {
        await IsSearchedAsync();
        await server.DisposeAsync();

        var answer = await AskAsync();

        Assert.True(answer.Answered);
        Assert.Equal("art-26", answer.Retrieved[0].ToString());
    }

    // It is brought up to date in the background, and until then it is not asked a question.
    private Task IsSearchedAsync() => Eventually.TrueAsync(
        async () =>
        {
            Assert.True((await AskAsync()).Answered);
            return server.Requests.Any(request => request.What == "search" && request.Body["searchFields"] is not null);
        },
        "the service to be searched");

    private Task<Answer> AskAsync() =>
        bot.Services.GetRequiredService<QuestionAnswering>().AnswerAsync(new AssistantQuestion(ModelledBot.Dutch, TenantId: "a"), CancellationToken.None);
}
