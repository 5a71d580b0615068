using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace AiActBot.Tests.Trust;

/// <summary>A token that is not good in every respect lets nothing in: the body is not even read.</summary>
public sealed class TokenTests(OneTeamsBot one) : IClassFixture<OneTeamsBot>, IAsyncLifetime
{
    private readonly TeamsBot bot = one.Bot;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => bot.NothingHappenedAsync();

    public static TheoryData<string[]> NoBearer() => new()
    {
        Array.Empty<string>(),
        new[] { "Basic dXNlcjpwYXNz" },
        new[] { "Bearer" },
        new[] { "Bearer " },
        new[] { "Bearer  x" },
        new[] { "Bearer not.a.token" },
        new[] { "Bearer ..", "Bearer .." },
    };

    [Theory, MemberData(nameof(NoBearer))]
    public async Task Without_one_bearer_token_nobody_is_heard(string[] authorization) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(authorization, bot.Message().ToJsonString()));

    [Fact]
    public async Task Two_headers_are_refused_also_when_one_of_them_is_good()
    {
        var good = $"Bearer {bot.Issuer.Token(bot.Claims())}";

        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync([good, good], bot.Message().ToJsonString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{\"type\":\"message\"")]
    public async Task What_would_be_a_bad_request_is_unauthorised_before_it_is_read(string body) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync([], body));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    public async Task An_unsigned_token_is_refused(string algorithm)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(ChannelIssuer.Token(Header(algorithm), bot.Claims(), _ => [])));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(ChannelIssuer.Token(Header(algorithm), bot.Claims(), bot.Issuer.Key.Sign)));
    }

    [Fact]
    public async Task The_public_key_is_no_shared_secret()
    {
        foreach (var secret in new[]
        {
            bot.Issuer.Key.Rsa.ExportSubjectPublicKeyInfo(), bot.Issuer.Key.Rsa.ExportRSAPublicKey(),
            Encoding.ASCII.GetBytes(bot.Issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem()), bot.Issuer.Key.Rsa.ExportParameters(false).Modulus!,
        })
            Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(ChannelIssuer.Token(Header("HS256"), bot.Claims(), bytes => HMACSHA256.HashData(secret, bytes))));
    }

    [Fact]
    public async Task Another_algorithm_of_the_same_key_is_refused()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rsa = bot.Issuer.Key.Rsa;

        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(ChannelIssuer.Token(Header("PS256"), bot.Claims(), bytes => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(ChannelIssuer.Token(Header("RS384"), bot.Claims(), bytes => rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1))));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(ChannelIssuer.Token(Header("RS512"), bot.Claims(), bytes => rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1))));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(ChannelIssuer.Token(Header("ES256"), bot.Claims(), bytes => curve.SignData(bytes, HashAlgorithmName.SHA256))));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(ChannelIssuer.Token(Header("rs256"), bot.Claims(), bot.Issuer.Key.Sign)));
    }

    [Fact]
    public async Task A_key_that_the_token_brings_or_points_to_is_neither_used_nor_fetched()
    {
        using var attacker = new IssuerKey("key-1", "msteams");
        var there = new Uri(bot.Issuer.Address, "/attacker/keys").ToString();
        foreach (var (name, value) in new (string, JsonNode)[]
        {
            ("jku", there), ("x5u", there), ("jwk", attacker.Published()), ("x5c", new JsonArray("MIIB")),
        })
        {
            var header = Header("RS256");
            header[name] = value;
            Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(ChannelIssuer.Token(header, bot.Claims(), attacker.Sign)));
        }
    }

    [Fact]
    public async Task A_header_that_must_be_understood_and_is_not_is_refused()
    {
        var header = Header("RS256");
        header["crit"] = new JsonArray("b64");
        header["b64"] = false;

        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(ChannelIssuer.Token(header, bot.Claims(), bot.Issuer.Key.Sign)));
    }

    [Theory]
    [InlineData("exp", -301)]
    [InlineData("exp", -86400)]
    [InlineData("nbf", 360)]
    public async Task What_is_over_or_has_not_begun_is_refused(string claim, int seconds)
    {
        var claims = bot.Claims();
        claims[claim] = bot.Bot.Time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
        if (claim == "exp")
            claims["nbf"] = bot.Bot.Time.GetUtcNow().AddSeconds(seconds - 3600).ToUnixTimeSeconds();

        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(bot.Issuer.Token(claims)));
    }

    public static TheoryData<string, string?> BadClaims() => new()
    {
        { "exp", null }, { "exp", "\"tomorrow\"" }, { "exp", "null" },
        { "iss", null }, { "iss", "\"https://api.botframework.com/\"" }, { "iss", "\"https://API.botframework.com\"" },
        { "iss", "\"https://api.botframework.com.evil.com\"" }, { "iss", "\"https://api.botframework.us\"" }, { "iss", "\"\"" },
        { "iss", $"\"https://sts.windows.net/{ChannelIssuer.TenantId}/\"" }, { "iss", $"\"https://login.microsoftonline.com/{ChannelIssuer.TenantId}/v2.0\"" },
        { "iss", "\"https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/\"" },
        { "aud", null }, { "aud", "\"0b0f0c5e-6a3e-4b57-9d2f-3d1a2f4f9c11\"" }, { "aud", $"[\"{ChannelIssuer.AppId}\",\"0b0f0c5e-6a3e-4b57-9d2f-3d1a2f4f9c11\"]" },
        { "aud", $"\"api://{ChannelIssuer.AppId}\"" }, { "aud", $"\"api://botid-{ChannelIssuer.AppId}\"" }, { "aud", "\"\"" }, { "aud", "[]" },
    };

    [Theory, MemberData(nameof(BadClaims))]
    public async Task A_claim_that_is_missing_or_another_is_refused(string claim, string? value)
    {
        var claims = bot.Claims();
        if (value is null)
            claims.Remove(claim);
        else
            claims[claim] = JsonNode.Parse(value);

        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(bot.Issuer.Token(claims)));
    }

    [Fact]
    public async Task What_was_changed_after_signing_is_refused()
    {
        var parts = bot.Issuer.Token(bot.Claims()).Split('.');
        var signature = Base64UrlEncoder.DecodeBytes(parts[2]);
        signature[20] ^= 1;
        var edited = bot.Claims();
        edited["serviceurl"] = "https://evil.example/";

        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync($"{parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(signature)}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync($"{parts[0]}.{Base64UrlEncoder.Encode(edited.ToJsonString())}.{parts[2]}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync($"{parts[0]}.{parts[1]}.{parts[2][..^10]}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync($"{parts[0]}.{parts[1]}."));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync($"{parts[0]}.{parts[1]}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync($"{parts[0]}.{parts[1]}.{parts[2]}.{parts[2]}"));
    }

    [Fact]
    public async Task A_token_of_any_size_is_refused_without_being_unpacked()
    {
        var claims = bot.Claims();
        claims["filler"] = new string('x', 20_000);
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync(bot.Issuer.Token(claims)));

        claims["filler"] = new string('x', 260_000);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, await bot.PostTokenAsync(bot.Issuer.Token(claims)));

        using var zipped = new MemoryStream();
        await using (var deflate = new DeflateStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
            await deflate.WriteAsync(new byte[10_000_000]);
        var header = Base64UrlEncoder.Encode("""{"alg":"RSA-OAEP","enc":"A256GCM","zip":"DEF","kid":"key-1"}""");
        var bomb = Base64UrlEncoder.Encode(zipped.ToArray()[..Math.Min(10_000, (int)zipped.Length)]);
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostTokenAsync($"{header}.AAAA.AAAA.{bomb}.AAAA"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[\"https://smba.trafficmanager.net/emea/\",\"https://evil.example/\"]")]
    public async Task A_token_that_names_no_service_url_is_forbidden(string? value)
    {
        var claims = bot.Claims();
        if (value is null)
            claims.Remove("serviceurl");
        else
            claims["serviceurl"] = value.StartsWith('[') ? JsonNode.Parse(value) : value;

        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostTokenAsync(bot.Issuer.Token(claims)));
    }

    private static JsonObject Header(string algorithm) => new() { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = "key-1" };
}
