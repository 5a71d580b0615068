using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using AiActBot.Tests.Infrastructure.Channel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiActBot.Tests.Infrastructure;

/// <summary>What the bot sent to the channel.</summary>
/// <param name="Id">The activity's id: given by the channel, or of the activity that was updated, or of the stream that it ends.</param>
public sealed record SentActivity(string Method, string ConversationId, string Id, JsonObject Activity)
{
    public string? Text => Activity["text"]?.GetValue<string>();

    public JsonObject? Card => Activity["attachments"]?[0]?["content"]?.AsObject();

    public string Type => Activity["type"]!.GetValue<string>();
}

/// <summary>
/// A channel on loopback over real HTTP. It records what the bot sends, holds it to the rules of Teams, and answers as a test
/// tells it to. Whatever breaks a rule is in <see cref="Unexpected"/> and fails the test when the bot is disposed of.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private static readonly JsonDocumentOptions OnlyOnce = new() { AllowDuplicateProperties = false };

    private readonly WebApplication server;
    private readonly ConcurrentQueue<SentActivity> sent = new();
    private readonly ConcurrentDictionary<string, Channel<SentActivity>> arrivals = new();
    private int lastId;
    private int inHand;
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeConnector(WebApplication server) => this.server = server;

    /// <summary>Decides on the answer to a call that breaks no rule; null lets it succeed.</summary>
    public Func<SentActivity, IResult?> Answer { get; set; } = _ => null;

    public Uri ServiceUrl => new(server.Urls.First() + "/connector/");

    public IReadOnlyList<SentActivity> Sent => [.. sent];

    /// <summary>Calls that the channel does not know, and those that break its rules.</summary>
    public ConcurrentQueue<string> Unexpected { get; } = new();

    /// <summary>The Authorization header of every call, in order.</summary>
    public ConcurrentQueue<string?> Authorizations { get; } = new();

    /// <summary>Calls that came and are not answered yet.</summary>
    public int InHand => Volatile.Read(ref inHand);

    internal ChannelRules Rules { get; } = new();

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new FakeConnector(app);
        var conversations = app.MapGroup("/connector/v3/conversations/{conversation}");
        conversations.MapPost("/activities", (string conversation, HttpRequest request) => connector.ReceiveAsync("POST", conversation, null, request));
        conversations.MapPost("/activities/{id}", (string conversation, string id, HttpRequest request) => connector.ReceiveAsync("POST", conversation, id, request));
        conversations.MapPut("/activities/{id}", (string conversation, string id, HttpRequest request) => connector.ReceiveAsync("PUT", conversation, id, request));
        conversations.MapGet("/members", (string conversation, HttpRequest request) => connector.Members(conversation, request));
        app.MapFallback((HttpRequest request) =>
        {
            connector.Unexpected.Enqueue($"{request.Method} {request.Path}");
            return Results.NotFound();
        });
        await app.StartAsync();
        return connector;
    }

    /// <summary>Somebody says something to the bot: from then on it may answer there.</summary>
    public void Hears(string activity)
    {
        try
        {
            if (JsonNode.Parse(activity, documentOptions: OnlyOnce) is JsonObject heard)
                Rules.Hear(heard);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Nobody says anything with it: no JSON, or half a character.
        }
    }

    /// <summary>Nothing broke a rule, and no stream was left open.</summary>
    public void ShouldHaveBeenTreatedWell()
    {
        var faults = Unexpected.Concat(Rules.Unfinished).ToList();
        Assert.True(faults.Count == 0, $"The bot did to the channel what Teams would not take:\n{string.Join('\n', faults)}");
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
        Interlocked.Increment(ref inHand);
        request.HttpContext.Response.OnCompleted(() =>
        {
            Interlocked.Decrement(ref inHand);
            return Task.CompletedTask;
        });
        Authorizations.Enqueue(request.Headers.Authorization);
        if (Rules.ObjectionToCall(conversation, isOfMembers: false, request) is { } outOfTurn)
            return Refuse($"{method} {conversation}", outOfTurn);
        if (await ReadAsync(request) is not { } activity)
        {
            // Who hangs up halfway, as at a stop, has said nothing.
            if (request.HttpContext.RequestAborted.IsCancellationRequested)
                return Results.Empty;
            return Refuse($"{method} {conversation}", new Deviation("The body is no JSON object, or names something twice.", 400, "BadSyntax"));
        }

        var known = Rules.Find(conversation)!;
        var info = StreamRules.InfoOf(activity);
        var ownId = (method == "PUT" ? id : info?["streamId"].Text()) ?? $"sent-{Interlocked.Increment(ref lastId)}";
        var received = new SentActivity(method, conversation, ownId, activity);
        if (Rules.ObjectionTo(received, method == "POST" ? id : null, request) is { } deviation)
            return Refuse($"{method} {conversation}: {activity.ToJsonString()}", deviation);
        var now = Rules.Time.GetUtcNow();
        var verdict = info is null ? StreamVerdict.Taken : known.Stream.Take(activity, info, known.Type == "personal", method == "POST" && id is null, Rules.Now, now);
        if (verdict != StreamVerdict.Taken)
            return Refuse(received, verdict);
        if (Answer(received) is { } refusal)
            return Remembering(known, refusal, request.HttpContext);
        return Accept(received, known, info, now);
    }

    private IResult Members(string conversation, HttpRequest request)
    {
        Authorizations.Enqueue(request.Headers.Authorization);
        return Rules.ObjectionToCall(conversation, isOfMembers: true, request) is { } deviation
            ? Refuse($"{request.Method} {request.Path}", deviation) : Results.Json(Array.Empty<object>());
    }

    private IResult Accept(SentActivity received, ChannelConversation known, JsonObject? info, DateTimeOffset now)
    {
        known.Answered(received.Id);
        var isFirstPart = info is not null && info["streamId"] is null;
        if (isFirstPart)
            known.Stream.Began(received.Id, received.Activity, now);
        sent.Enqueue(received);
        Arrivals(received.ConversationId).Writer.TryWrite(received);
        Interlocked.Exchange(ref arrived, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        // The later parts of a stream are answered with nothing.
        return info is not null && !isFirstPart
            ? Results.Json(new { }, statusCode: StatusCodes.Status202Accepted)
            : Results.Json(new { id = received.Id }, statusCode: received.Method == "PUT" ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private IResult Refuse(string call, Deviation deviation)
    {
        if (!Rules.Forgives(deviation))
            Unexpected.Enqueue($"{deviation.Because} ({call})");
        return Results.Json(new { error = new { code = deviation.Code, message = deviation.Because } }, statusCode: deviation.Status);
    }

    private IResult Refuse(SentActivity received, StreamVerdict verdict)
    {
        if (verdict.Deviation is { } because)
            Unexpected.Enqueue($"{because} ({received.ConversationId}: {received.Activity.ToJsonString()})");
        return verdict.Refusal is { } words
            ? Results.Json(new { error = new { code = "ContentStreamNotAllowed", message = words } }, statusCode: StatusCodes.Status403Forbidden)
            : Results.Json(new { error = new { code = "BadArgument", message = verdict.Deviation } }, statusCode: StatusCodes.Status400BadRequest);
    }

    /// <summary>Where the answer asks to wait, the channel minds being called before that.</summary>
    private IResult Remembering(ChannelConversation known, IResult refusal, HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status429TooManyRequests
                && int.TryParse(context.Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                known.NotBefore = Rules.Time.GetUtcNow().AddSeconds(seconds);
            return Task.CompletedTask;
        });
        return refusal;
    }

    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, documentOptions: OnlyOnce) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Channel<SentActivity> Arrivals(string conversationId) =>
        arrivals.GetOrAdd(conversationId, _ => System.Threading.Channels.Channel.CreateUnbounded<SentActivity>());
}
