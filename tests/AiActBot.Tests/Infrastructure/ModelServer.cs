using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiActBot.Tests.Infrastructure;

/// <summary>What a model was asked.</summary>
public sealed partial record ModelCall(JsonObject Body, string? Authorization)
{
    public string System => Message("system");

    public string User => Message("user");

    public string Canary => Secret().Match(System).Groups[1].Value;

    public string Boundary => Mark().Match(System).Groups[1].Value;

    /// <summary>The passages that it may answer from, in order, without title and heading.</summary>
    public IReadOnlyList<string> Passages => [.. Passage().Matches(User).Select(match => match.Groups[1].Value)];

    /// <summary>The first sentence of a passage.</summary>
    public string Sentence(int passage = 1) => Knowledge.Text.Sentences.Of(Passages[passage - 1])[0].Text;

    private string Message(string role) =>
        string.Concat(Body["messages"]!.AsArray().Where(message => message!["role"]!.GetValue<string>() == role).Select(message => TextOf(message!["content"]!)));

    private static string TextOf(JsonNode content) =>
        content is JsonArray parts ? string.Concat(parts.Select(part => part!["text"]!.GetValue<string>())) : content.GetValue<string>();

    [GeneratedRegex("never write ([0-9a-f]{32})")]
    private static partial Regex Secret();

    [GeneratedRegex("the mark ([0-9a-f]{32})")]
    private static partial Regex Mark();

    [GeneratedRegex(@"=== passage \d+ [0-9a-f]{32} ===\n.*?\n\n(.*?)\n=== end of passage", RegexOptions.Singleline)]
    private static partial Regex Passage();
}

/// <summary>
/// A server on loopback that speaks OpenAI's chat completions and embeddings, and says whatever a test wants: the worst model there is.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private ModelServer(WebApplication server) => this.server = server;

    public string Endpoint => server.Urls.First() + "/v1/";

    public Uri Address => new(server.Urls.First());

    /// <summary>What the model makes of a question.</summary>
    public Func<ModelCall, IResult> Answer { get; set; } = call => Says($"{call.Sentence()} [1]");

    /// <summary>What the embedding model makes of texts.</summary>
    public Func<IReadOnlyList<string>, IResult> Embed { get; set; } = _ => Results.StatusCode(501);

    public ConcurrentQueue<ModelCall> Calls { get; } = new();

    public ConcurrentQueue<IReadOnlyList<string>> Embedded { get; } = new();

    public ConcurrentQueue<string> Unexpected { get; } = new();

    public ModelCall LastCall => Calls.Last();

    public (string Name, string Value)[] Settings =>
    [
        ("Model:Endpoint", Endpoint), ("Model:Name", "hostile-1"), ("Model:ApiKey", "sk-not-a-secret"), ("Model:Retries", "0"),
        ("Assistant:QuestionsPerMinute", "1000"),
    ];

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new ModelServer(app);
        app.MapPost("/v1/chat/completions", model.ChatAsync);
        app.MapPost("/v1/embeddings", model.EmbedAsync);
        app.MapFallback((HttpRequest request) =>
        {
            model.Unexpected.Enqueue($"{request.Method} {request.Path}");
            return Results.NotFound();
        });
        await app.StartAsync();
        return model;
    }

    /// <summary>A whole answer, streamed in pieces, with its usage.</summary>
    public static IResult Says(string text, int tokensIn = 1000, int tokensOut = 100, string finish = "stop", bool withUsage = true) => Stream(async (write, _) =>
    {
        foreach (var piece in text.Chunk(17))
            await write(Chunk(new string(piece), null));
        await write(Chunk("", finish));
        if (withUsage)
        {
            await write(JsonSerializer.Serialize(new
            {
                id = "c", @object = "chat.completion.chunk", created = 1, model = "hostile-1", choices = Array.Empty<object>(),
                usage = new { prompt_tokens = tokensIn, completion_tokens = tokensOut, total_tokens = tokensIn + tokensOut },
            }));
        }

        await write("[DONE]");
    });

    /// <summary>Server-sent events as a test writes them; the token is cancelled when the bot hangs up.</summary>
    public static IResult Stream(Func<Func<string, Task>, CancellationToken, Task> events) => new Events(events);

    public static string Chunk(string text, string? finish) => JsonSerializer.Serialize(new
    {
        id = "c", @object = "chat.completion.chunk", created = 1, model = "hostile-1",
        choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = finish } },
    });

    public static IResult Vectors(IEnumerable<float[]> vectors) => Results.Json(new
    {
        @object = "list", model = "vectors-1",
        data = vectors.Select((vector, index) => new { @object = "embedding", index, embedding = Convert.ToBase64String(vector.SelectMany(BitConverter.GetBytes).ToArray()) }),
        usage = new { prompt_tokens = 1, total_tokens = 1 },
    });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<IResult> ChatAsync(HttpRequest request)
    {
        var call = new ModelCall((await JsonNode.ParseAsync(request.Body))!.AsObject(), request.Headers.Authorization);
        Calls.Enqueue(call);
        return Answer(call);
    }

    private async Task<IResult> EmbedAsync(HttpRequest request)
    {
        var input = (await JsonNode.ParseAsync(request.Body))!["input"]!;
        IReadOnlyList<string> texts = input is JsonArray several ? [.. several.Select(text => text!.GetValue<string>())] : [input.GetValue<string>()];
        Embedded.Enqueue(texts);
        return Embed(texts);
    }

    private sealed class Events(Func<Func<string, Task>, CancellationToken, Task> events) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "text/event-stream";
            await events(
                async data =>
                {
                    await httpContext.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data: {data}\n\n"), httpContext.RequestAborted);
                    await httpContext.Response.Body.FlushAsync(httpContext.RequestAborted);
                },
                httpContext.RequestAborted);
        }
    }
}
