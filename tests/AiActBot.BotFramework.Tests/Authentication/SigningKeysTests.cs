using System.Security.Cryptography;
using AiActBot.BotFramework.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace AiActBot.BotFramework.Tests.Authentication;

public sealed class SigningKeysTests : IDisposable
{
    private readonly Clock _clock = new();
    private readonly RSA _rsa = RSA.Create(2048);
    private int _readings;
    private bool _fails;

    public void Dispose() => _rsa.Dispose();

    [Fact]
    public async Task Keys_are_read_once_for_many_who_ask_at_the_same_time()
    {
        using var keys = Keys("a");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => keys.FindAsync("a", CancellationToken.None)));

        Assert.Equal(1, _readings);
    }

    [Fact]
    public async Task After_twelve_hours_they_are_read_again_and_nobody_waits_for_it()
    {
        using var keys = Keys("a");
        await keys.FindAsync("a", CancellationToken.None);
        _clock.Now += TimeSpan.FromHours(13);
        _fails = true;

        Assert.IsType<KeyLookup.Found>(await keys.FindAsync("a", CancellationToken.None));

        _clock.Now += TimeSpan.FromHours(12);
        Assert.IsType<KeyLookup.Unavailable>(await keys.FindAsync("a", CancellationToken.None));
        Assert.False(keys.AreKnown);
    }

    [Fact]
    public async Task While_they_cannot_be_had_they_are_asked_for_once_in_ten_seconds()
    {
        using var keys = Keys("a");
        _fails = true;

        for (var i = 0; i < 100; i++)
            Assert.IsType<KeyLookup.Unavailable>(await keys.FindAsync("a", CancellationToken.None));
        Assert.Equal(1, _readings);

        _clock.Now += TimeSpan.FromSeconds(11);
        _fails = false;
        Assert.IsType<KeyLookup.Found>(await keys.FindAsync("a", CancellationToken.None));
    }

    [Theory]
    [InlineData("kty")]
    [InlineData("use")]
    [InlineData("alg")]
    [InlineData("kid")]
    [InlineData("size")]
    public void A_key_of_another_kind_is_none_of_ours(string what)
    {
        using var small = RSA.Create(1024);
        var key = Key("a", what == "size" ? small : _rsa);
        switch (what)
        {
            case "kty": key.Kty = "EC"; break;
            case "use": key.Use = "enc"; break;
            case "alg": key.Alg = "PS256"; break;
            case "kid": key.Kid = null; break;
        }

        Assert.Null(SigningKey.From(key));
    }

    [Theory]
    [InlineData("""["msteams","webchat"]""", 2)]
    [InlineData("""["msteams",5,null]""", 1)]
    [InlineData("\"msteams\"", 0)]
    [InlineData("{\"msteams\":true}", 0)]
    [InlineData("null", 0)]
    public void Endorsements_are_a_list_of_channels_and_nothing_else(string endorsements, int count)
    {
        var parameters = _rsa.ExportParameters(false);
        var json = $$"""{"kty":"RSA","kid":"a","n":"{{Base64UrlEncoder.Encode(parameters.Modulus)}}","e":"AQAB","endorsements":{{endorsements}}}""";

        Assert.Equal(count, SigningKey.From(JsonWebKey.Create(json))!.Endorsements.Count);
    }

    private SigningKeys Keys(params string[] ids) => new(
        _ =>
        {
            Interlocked.Increment(ref _readings);
            return _fails ? throw new HttpRequestException() : Task.FromResult<IReadOnlyList<JsonWebKey>>([.. ids.Select(id => Key(id, _rsa))]);
        },
        _clock);

    private static JsonWebKey Key(string id, RSA rsa)
    {
        var parameters = rsa.ExportParameters(false);
        return JsonWebKey.Create($$"""{"kty":"RSA","use":"sig","kid":"{{id}}","n":"{{Base64UrlEncoder.Encode(parameters.Modulus)}}","e":"{{Base64UrlEncoder.Encode(parameters.Exponent)}}"}""");
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
