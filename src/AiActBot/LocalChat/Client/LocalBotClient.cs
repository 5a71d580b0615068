using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.LocalChat.Connector;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AiActBot.LocalChat.Client;

/// <summary>What the bot's endpoint made of an activity.</summary>
internal abstract record BotAnswer
{
    BotAnswer() { }

    internal sealed record Accepted(int Status, JsonNode? Body) : BotAnswer;

    /// <param name="Kind">timeout, unreachable or status: the page has words for each.</param>
    internal sealed record Failed(string Kind, int? Status) : BotAnswer;
}

/// <summary>Posts activities to this very server's <c>/api/messages</c>, over HTTP as Teams does.</summary>
internal sealed class LocalBotClient(IServer server, ILogger<LocalBotClient> log) : IDisposable
{
    // Teams waits this long for an answer.
    readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    public string ServiceUrl => new Uri(Address, LocalConnectorEndpoints.Path).ToString();

    Uri Address => LoopbackAddress(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        ?? throw new InvalidOperationException("The local chat needs a server that listens on a loopback address.");

    /// <summary>Not cancelled when the page goes away: what is said in Teams is on its way as well, and stays so when a window closes.</summary>
    public async Task<BotAnswer> PostAsync(JsonObject activity)
    {
        activity["serviceUrl"] = ServiceUrl;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/api/messages"))
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        try
        {
            using var response = await http.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            if (response.IsSuccessStatusCode)
                return new BotAnswer.Accepted((int)response.StatusCode, JsonBody.Parse(body));
            return Failed("status", (int)response.StatusCode);
        }
        catch (HttpRequestException)
        {
            return Failed("unreachable", null);
        }
        catch (OperationCanceledException)
        {
            return Failed("timeout", null);
        }
    }

    public void Dispose() => http.Dispose();

    BotAnswer.Failed Failed(string kind, int? status)
    {
        Log.BotFailed(log, kind, status);
        return new BotAnswer.Failed(kind, status);
    }

    /// <summary>An address of the server as this machine reaches it; plain HTTP when there is a choice, which needs no certificate.</summary>
    internal static Uri? LoopbackAddress(IEnumerable<string> addresses) => addresses
        .Select(address => BindingAddress.Parse(address))
        .Where(address => !address.IsUnixPipe && !address.IsNamedPipe)
        .Select(address => new { address.Scheme, Host = LoopbackHost(address.Host), address.Port })
        .Where(address => address.Host is not null)
        .OrderBy(address => address.Scheme == "http" ? 0 : 1)
        .Select(address => new UriBuilder(address.Scheme, address.Scheme == "https" ? "localhost" : address.Host, address.Port).Uri)
        .FirstOrDefault();

    static string? LoopbackHost(string host)
    {
        if (host is "localhost" or "*" or "+")
            return "127.0.0.1";
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return null;
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            return "127.0.0.1";
        return IPAddress.IsLoopback(address) ? host : null;
    }
}
