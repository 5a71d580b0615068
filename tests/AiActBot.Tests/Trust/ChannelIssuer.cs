using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace AiActBot.Tests.Trust;

/// <summary>Microsoft's token servers on loopback: OpenID metadata and keys for what comes in, tokens for what goes out.</summary>
internal sealed class ChannelIssuer : IAsyncDisposable
{
    public const string AppId = "7b0f0c5e-6a3e-4b57-9d2f-3d1a2f4f9c11";
    public const string TenantId = "11111111-2222-4333-8444-555555555555";
    public const string Issuer = "https://api.botframework.com";

    private readonly WebApplication server;
    private int keyFetches;
    private int tokens;

    private ChannelIssuer(WebApplication server) => this.server = server;

    public IssuerKey Key { get; } = new("key-1", "msteams", "webchat");

    public ConcurrentDictionary<string, IssuerKey> Keys { get; } = new();

    public bool IsDown { get; set; }

    public int KeyFetches => keyFetches;

    /// <summary>The forms, or for a managed identity the queries, with which tokens were asked for.</summary>
    public ConcurrentQueue<Dictionary<string, string>> TokenRequests { get; } = new();

    public Func<IResult?> AnswerToken { get; set; } = () => null;

    /// <summary>Requests for anything else, such as a key that a token said to fetch.</summary>
    public ConcurrentQueue<string> Unexpected { get; } = new();

    public Uri Address => new(server.Urls.First());

    public Uri Metadata => new(Address, "/v1/.well-known/openidconfiguration");

    public static async Task<ChannelIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new ChannelIssuer(app);
        issuer.Keys["key-1"] = issuer.Key;
        app.MapGet("/v1/.well-known/openidconfiguration", () => issuer.IsDown ? Results.StatusCode(500) : Results.Json(new
        {
            issuer = Issuer,
            jwks_uri = new Uri(issuer.Address, "/v1/.well-known/keys").ToString(),
            id_token_signing_alg_values_supported = new[] { "RS256" },
        }));
        app.MapGet("/v1/.well-known/keys", issuer.GiveKeys);
        app.MapPost("/{tenant}/oauth2/v2.0/token", async (string tenant, HttpRequest request) =>
            issuer.GiveToken((await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString()), tenant));
        app.MapGet("/metadata/identity/oauth2/token", (HttpRequest request) =>
            issuer.GiveToken(request.Query.ToDictionary(field => field.Key, field => field.Value.ToString()), "managed"));
        app.MapFallback((HttpRequest request) =>
        {
            issuer.Unexpected.Enqueue($"{request.Method} {request.Path}");
            return Results.NotFound();
        });
        await app.StartAsync();
        return issuer;
    }

    /// <summary>What a token of the channel holds.</summary>
    public static JsonObject Claims(Uri serviceUrl, DateTimeOffset now) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = AppId,
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        ["serviceurl"] = serviceUrl.ToString(),
    };

    public string Token(JsonObject claims, IssuerKey? key = null) =>
        Token(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = (key ?? Key).Id }, claims, (key ?? Key).Sign);

    public static string Token(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}";
        return $"{signed}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        foreach (var key in Keys.Values.Append(Key).Distinct())
            key.Dispose();
    }

    private IResult GiveKeys()
    {
        if (IsDown)
            return Results.StatusCode(500);
        Interlocked.Increment(ref keyFetches);
        var keys = new JsonObject { ["keys"] = new JsonArray([.. Keys.Values.Select(key => key.Published())]) };
        return Results.Text(keys.ToJsonString(), "application/json");
    }

    private IResult GiveToken(Dictionary<string, string> request, string tenant)
    {
        request["tenant"] = tenant;
        TokenRequests.Enqueue(request);
        if (AnswerToken() is { } refusal)
            return refusal;
        return Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = $"outbound-{Interlocked.Increment(ref tokens)}", resource = "x" });
    }
}
