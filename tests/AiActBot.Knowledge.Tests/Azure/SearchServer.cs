using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiActBot.Knowledge.Tests.Azure;

/// <summary>A request that the server got, for a test to look at.</summary>
internal sealed record Seen(string Method, string What, int Bytes, JsonObject Body);

/// <summary>
/// Answers the calls of Azure AI Search that the index uses, on loopback, with the service's shapes, status codes and limits. It is
/// written from the service's REST reference (api-version 2023-11-01); the service itself was not there to compare with.
/// </summary>
internal sealed partial class SearchServer : IAsyncDisposable
{
    public const string Key = "this-key-must-not-be-shown";
    public const string Token = "a-token-of-the-identity";
    private const int MostBytes = 16_000_000;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string What, int Status, string? Code, int? RetryAfter)> _failures = [];
    private readonly ConcurrentQueue<int> _refusals = [];
    private readonly ConcurrentDictionary<string, JsonObject> _synonymMaps = [];
    private readonly Lock _gate = new();
    private (int Status, string Code)? _semantic;
    private int _etag;

    private SearchServer(WebApplication app) => _app = app;

    public ConcurrentQueue<Seen> Requests { get; } = [];

    public ConcurrentDictionary<string, ServedIndex> Indexes { get; } = [];

    public Uri Address => new(_app.Urls.Single());

    public ServedIndex Index => Indexes["aiactbot"];

    public string Synonyms => (string)_synonymMaps["aiactbot-glossary"]["synonyms"]!;

    public static async Task<SearchServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.Limits.MaxRequestBodySize = 64_000_000);
        var server = new SearchServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The next request of this kind (put-index, put-synonyms, send, search and so on) is answered with this status.</summary>
    public void FailNext(string what, int status, string? code = null, int? retryAfter = null) => _failures.Enqueue((what, status, code, retryAfter));

    /// <summary>Every semantic search is answered with this status: the ranker is off, or its quota used up.</summary>
    public void FailSemantic(int status, string? code) => _semantic = (status, code ?? "");

    /// <summary>The next document that is sent is refused with this status, the one after it with the next.</summary>
    public void RefuseDocuments(params IEnumerable<int> statuses)
    {
        foreach (var status in statuses)
            _refusals.Enqueue(status);
    }

    public int Count(string what) => Requests.Count(r => r.What == what);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        var body = buffer.Length == 0 ? [] : JsonNode.Parse(buffer.ToArray())!.AsObject();
        var (what, name) = Read(context.Request);
        Requests.Enqueue(new Seen(context.Request.Method, what, (int)buffer.Length, body));
        context.Response.Headers["request-id"] = "11111111-2222-3333-4444-555555555555";

        var (status, answer) = Refuse(context, what, (int)buffer.Length);
        if (status == 0)
        {
            lock (_gate)
                (status, answer) = Do(what, name, body, context.Request.Headers.IfMatch);
        }

        context.Response.StatusCode = status;
        if (answer is not null)
        {
            context.Response.ContentType = "application/json; odata.metadata=minimal";
            await context.Response.WriteAsync(answer.ToJsonString());
        }
    }

    private (int Status, JsonObject? Answer) Refuse(HttpContext context, string what, int bytes)
    {
        if (context.Request.Query["api-version"] != "2023-11-01")
            return Error(400, "InvalidApiVersion", "api-version");
        if (context.Request.Headers["api-key"] != Key && context.Request.Headers.Authorization != $"Bearer {Token}")
            return Error(403, "Forbidden", "The key is wrong");
        if (context.Request.Host.Host != "example.search.windows.net")
            return Error(404, "NoSuchService", "host");
        if (_failures.TryPeek(out var failure) && failure.What == what && _failures.TryDequeue(out _))
        {
            if (failure.RetryAfter is { } seconds)
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Error(failure.Status, failure.Code ?? "Failure", $"What was sent: {context.Request.Path}");
        }

        return what == "send" && bytes > MostBytes ? Error(413, "TooLarge", "The request is too large") : (0, null);
    }

    private (int Status, JsonObject? Answer) Do(string what, string name, JsonObject body, string? ifMatch)
    {
        if (what is "send" or "search" or "count" && !Indexes.ContainsKey(name))
            return Error(404, "ResourceNotFound", $"The index '{name}' was not found");
        return what switch
        {
            "get-index" => Indexes.TryGetValue(name, out var index) ? (200, index.Definition) : Error(404, "ResourceNotFound", "index"),
            "put-index" => PutIndex(name, body, ifMatch),
            "get-synonyms" => _synonymMaps.TryGetValue(name, out var map) ? (200, map) : Error(404, "ResourceNotFound", "map"),
            "put-synonyms" => PutSynonyms(name, body),
            "send" => Send(Indexes[name], body["value"]!.AsArray()),
            "search" when _semantic is var (status, code) && (string?)body["queryType"] == "semantic" => Error(status, code, "Semantic search"),
            "search" => Search(Indexes[name], body),
            _ => Error(404, "NotFound", what),
        };
    }

    private (int Status, JsonObject? Answer) PutIndex(string name, JsonObject definition, string? ifMatch)
    {
        Indexes.TryGetValue(name, out var existing);
        if (!string.IsNullOrEmpty(ifMatch) && ifMatch.Trim('"') != ((string?)existing?.Definition["@odata.etag"])?.Trim('"'))
            return Error(412, "PreconditionFailed", "etag");
        var names = definition["fields"]!.AsArray().Select(f => (string)f!["name"]!).ToHashSet();
        if (existing is not null && existing.Definition["fields"]!.AsArray().Any(f => !names.Contains((string)f!["name"]!)))
            return Error(400, "CannotChangeField", "Existing fields cannot be deleted");
        if (definition["fields"]!.AsArray().Any(f => f!["synonymMaps"]?.AsArray() is { } maps && maps.Any(m => !_synonymMaps.ContainsKey((string)m!))))
            return Error(400, "InvalidName", "A synonym map does not exist");

        definition["@odata.etag"] = $"\"0x{++_etag}\"";
        var index = new ServedIndex(definition, m => (string?)_synonymMaps[m]["synonyms"]);
        foreach (var (key, document) in existing?.Documents ?? [])
            index.Documents[key] = document;
        Indexes[name] = index;
        return (existing is null ? 201 : 200, definition);
    }

    private (int Status, JsonObject? Answer) PutSynonyms(string name, JsonObject map)
    {
        var isNew = !_synonymMaps.ContainsKey(name);
        _synonymMaps[name] = map;
        return (isNew ? 201 : 200, map);
    }

    private (int Status, JsonObject? Answer) Send(ServedIndex index, JsonArray actions)
    {
        if (actions.Count is 0 or > ServedIndex.MostDocuments)
            return Error(400, "InvalidBatch", "A batch holds 1 to 1000 documents");
        var results = actions.Select(action =>
        {
            var (done, status, why) = _refusals.TryDequeue(out var refusal) && refusal != 200
                ? (false, refusal, "Refused for a test")
                : index.Apply(action!.AsObject());
            return new JsonObject { ["key"] = (string)action!["id"]!, ["status"] = done, ["statusCode"] = status, ["errorMessage"] = why };
        }).ToList();
        return (results.All(r => (bool)r["status"]!) ? 200 : 207, new JsonObject { ["value"] = new JsonArray([.. results]) });
    }

    private static (int Status, JsonObject? Answer) Search(ServedIndex index, JsonObject request)
    {
        try
        {
            return (200, index.Search(request));
        }
        catch (FormatException e)
        {
            return Error(400, "InvalidRequestParameter", e.Message);
        }
    }

    private static (int Status, JsonObject? Answer) Error(int status, string code, string message) =>
        (status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    private static (string What, string Name) Read(HttpRequest request)
    {
        var match = Route().Match(request.Path.Value ?? "");
        var method = request.Method.ToLowerInvariant();
        var what = (match.Groups["kind"].Value, match.Groups["rest"].Value, method) switch
        {
            ("indexes", "", _) => $"{method}-index",
            ("synonymmaps", "", _) => $"{method}-synonyms",
            ("indexes", "/docs/search.index", "post") => "send",
            ("indexes", "/docs/search.post.search", "post") => "search",
            _ => $"{method} {request.Path}",
        };
        return (what, match.Groups["name"].Value);
    }

    [GeneratedRegex(@"^/(?<kind>indexes|synonymmaps)\('(?<name>[^']+)'\)(?<rest>/.*)?$")]
    private static partial Regex Route();
}
