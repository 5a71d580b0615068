using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiActBot.Tests.Infrastructure;

/// <summary>What the bot sent to the channel.</summary>
/// <param name="Id">The activity's id: given by the channel, or of the activity that was updated.</param>
public sealed record SentActivity(string Method, string ConversationId, string Id, JsonObject Activity)
{
    public string? Text => Activity["text"]?.GetValue<string>();

    public JsonObject? Card => Activity["attachments"]?[0]?["content"]?.AsObject();

    public string Type => Activity["type"]!.GetValue<string>();
}

/// <summary>
/// A channel on loopback over real HTTP. It records what the bot sends, and answers as a test tells it to. Whatever is no
/// call of the Connector fails the test that looks at <see cref="Unexpected"/>.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<SentActivity> sent = new();
    private readonly ConcurrentDictionary<string, Channel<SentActivity>> arrivals = new();
    private int lastId;
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeConnector(WebApplication server) => this.server = server;

    /// <summary>Decides on the answer to a call; null lets it succeed.</summary>
    public Func<SentActivity, IResult?> Answer { get; set; } = _ => null;

    public Uri ServiceUrl => new(server.Urls.First() + "/connector/");

    public IReadOnlyList<SentActivity> Sent => [.. sent];

    public ConcurrentQueue<string> Unexpected { get; } = new();

    /// <summary>The Authorization header of every call, in order.</summary>
    public ConcurrentQueue<string?> Authorizations { get; } = new();

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.MapPost("/connector/v3/conversations/{conversation}/activities/{id?}", (string conversation, string? id, HttpRequest request) => connector.ReceiveAsync("POST", conversation, null, request));
        app.MapPut("/connector/v3/conversations/{conversation}/activities/{id}", (string conversation, string id, HttpRequest request) => connector.ReceiveAsync("PUT", conversation, id, request));
        app.MapFallback((HttpRequest request) =>
        {
            connector.Unexpected.Enqueue($"{request.Method} {request.Path}");
            return Results.NotFound();
        });
        await app.StartAsync();
        return connector;
    }

    /// <summary>The next activity in a conversation that nobody has looked at yet. Waits for it, at most half a minute.</summary>
    public async Task<SentActivity> NextAsync(string conversationId)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await Arrivals(conversationId).Reader.ReadAsync(timeout.Token);
    }

    /// <summary>The next one that fits; those before it are passed over.</summary>
    public async Task<SentActivity> NextAsync(string conversationId, Func<SentActivity, bool> fits)
    {
        while (true)
        {
            var next = await NextAsync(conversationId);
            if (fits(next))
                return next;
        }
    }

    /// <summary>What has arrived so far is no longer next.</summary>
    public void PassOver(string conversationId)
    {
        while (Arrivals(conversationId).Reader.TryRead(out _))
        {
        }
    }

    /// <summary>The newest activity that fits, also one from before; waits for it, at most half a minute.</summary>
    public async Task<SentActivity> SeeAsync(string conversationId, Func<SentActivity, bool> fits)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = Volatile.Read(ref arrived).Task;
            if (Sent.LastOrDefault(activity => activity.ConversationId == conversationId && fits(activity)) is { } found)
                return found;
            await next.WaitAsync(timeout.Token);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<IResult> ReceiveAsync(string method, string conversation, string? id, HttpRequest request)
    {
        Authorizations.Enqueue(request.Headers.Authorization);
        var activity = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        var received = new SentActivity(method, conversation, id ?? $"sent-{Interlocked.Increment(ref lastId)}", activity);
        if (Answer(received) is { } refusal)
            return refusal;
        sent.Enqueue(received);
        Arrivals(conversation).Writer.TryWrite(received);
        Interlocked.Exchange(ref arrived, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return Results.Json(new { id = received.Id }, statusCode: method == "PUT" ? 200 : 201);
    }

    private Channel<SentActivity> Arrivals(string conversationId) =>
        arrivals.GetOrAdd(conversationId, _ => Channel.CreateUnbounded<SentActivity>());
}
