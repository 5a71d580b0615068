using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Conversations;

/// <summary>Somebody who calls the channel of the tests as no well-behaved bot would.</summary>
public abstract class StrictChannel : IAsyncLifetime
{
    private protected SteppedTime Time { get; } = new();

    private protected FakeConnector Channel { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Channel = await FakeConnector.StartAsync();
        Channel.Rules.Time = Time;
        Said("a:Sanne", "personal");
        Said("19:group@thread.v2", "groupChat");
    }

    public async Task DisposeAsync() => await Channel.DisposeAsync();

    private protected void Said(string conversation, string type) => Channel.Hears(
        $$"""{"type":"message","id":"said-1","recipient":{"id":"28:bot"},"conversation":{"id":"{{conversation}}","conversationType":"{{type}}","tenantId":"t"} }""");

    private protected void Deviated(string because)
    {
        Assert.Contains(because, Assert.Single(Channel.Unexpected), StringComparison.Ordinal);
        Channel.Unexpected.Clear();
    }

    private protected static JsonObject Message(string text, string conversation = "a:Sanne") => new()
    {
        ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "28:bot" }, ["conversation"] = new JsonObject { ["id"] = conversation },
    };

    private protected Task<HttpStatusCode> PostAsync(JsonObject activity, string conversation = "a:Sanne") => SendAsync(HttpMethod.Post, "/activities", activity, conversation);

    private protected Task<HttpStatusCode> PostAsync(string activity) => SendAsync(HttpMethod.Post, "/activities", activity, "a:Sanne");

    private protected Task<HttpStatusCode> SendAsync(HttpMethod method, string path, JsonObject? activity, string conversation = "a:Sanne") => SendAsync(method, path, activity?.ToJsonString(), conversation);

    private protected async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string? body, string conversation)
    {
        using var request = new HttpRequestMessage(method, new Uri(Channel.ServiceUrl, $"v3/conversations/{Uri.EscapeDataString(conversation)}{path}"))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
