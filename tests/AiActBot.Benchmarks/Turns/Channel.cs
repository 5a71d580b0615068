using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Tests.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiActBot.Benchmarks.Turns;

/// <summary>Teams as far as a message and its reply go: it signs what it sends, and takes what comes back.</summary>
internal sealed class Channel : IAsyncDisposable
{
    private readonly WebApplication _connector;
    private readonly ChannelIssuer _issuer;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
    private readonly string _token;
    private int _sent;

    private Channel(WebApplication connector, ChannelIssuer issuer)
    {
        _connector = connector;
        _issuer = issuer;
        _token = issuer.Token(ChannelIssuer.Claims(ServiceUrl, TimeProvider.System.GetUtcNow()));
    }

    public Uri ServiceUrl => new(_connector.Urls.First() + "/");

    /// <summary>Settings with which the product takes this for Teams.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["Bot__AppId"] = ChannelIssuer.AppId,
        ["Bot__TenantId"] = ChannelIssuer.TenantId,
        ["Bot__Credential"] = "ClientSecret",
        ["Bot__ClientSecret"] = "of-nobody",
        ["Organisation__Name"] = "Example",
        ["Organisation__PublicUrl"] = "https://aiactbot.example.org",
        ["Rehearsal__OpenIdMetadata"] = _issuer.Metadata.ToString(),
        ["Rehearsal__TokenServer"] = _issuer.Address.ToString(),
        ["Rehearsal__ServiceUrl"] = ServiceUrl.ToString(),
        ["Sending__KeepsToTeamsLimits"] = "false",
        ["Limits__MessagesPerMinute"] = "1000000",
        ["Limits__TenantMessagesPerMinute"] = "1000000",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    public static async Task<Channel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        Channel? channel = null;
        app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", (string conversation, HttpRequest request) => channel!.TakeAsync(conversation, request));
        await app.StartAsync();
        return channel = new Channel(app, await ChannelIssuer.StartAsync());
    }

    /// <summary>Writes a message and waits until its reply is there.</summary>
    /// <exception cref="InvalidOperationException">The bot refused it.</exception>
    /// <exception cref="TimeoutException">The bot took it and said nothing.</exception>
    public async Task ConverseAsync(Uri bot, int person, CancellationToken cancellationToken)
    {
        var conversation = $"a:{person}";
        var reply = _awaited[conversation] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, "/api/messages"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        request.Content = new StringContent(Message(person, conversation), Encoding.UTF8, MediaTypeNames.Application.Json);
        using var response = await _http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{bot} answered {(int)response.StatusCode}.");
        try
        {
            await reply.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{bot} took a message and did not reply to it.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _connector.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(string conversation, HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        if ((await reader.ReadToEndAsync()).Contains("\"type\":\"message\"", StringComparison.Ordinal) && _awaited.TryRemove(conversation, out var awaited))
            awaited.SetResult();
        return Results.Text("{\"id\":\"1\"}", MediaTypeNames.Application.Json);
    }

    /// <summary>As Teams sends it, about a kilobyte.</summary>
    private string Message(int person, string conversation) => new JsonObject
    {
        ["type"] = "message",
        ["id"] = $"{Interlocked.Increment(ref _sent)}",
        ["text"] = "help",
        ["textFormat"] = "plain",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>help</p>" }),
        ["timestamp"] = "2026-11-22T09:12:33.4567890Z",
        ["localTimestamp"] = "2026-11-22T10:12:33.4567890+01:00",
        ["localTimezone"] = "Europe/Amsterdam",
        ["locale"] = "en-GB",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl.ToString(),
        ["from"] = new JsonObject { ["id"] = $"29:{person}", ["name"] = $"Person {person}", ["aadObjectId"] = $"5f0a2e64-1111-4222-8333-{person:D12}" },
        ["recipient"] = new JsonObject { ["id"] = $"28:{ChannelIssuer.AppId}", ["name"] = "AiActBot" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = ChannelIssuer.TenantId },
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["country"] = "NL", ["platform"] = "Web", ["timezone"] = "Europe/Amsterdam" }),
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ChannelIssuer.TenantId }, ["source"] = new JsonObject { ["name"] = "message" } },
    }.ToJsonString();
}
