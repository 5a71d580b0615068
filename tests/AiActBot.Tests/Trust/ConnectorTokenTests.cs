using AiActBot.Tests.Infrastructure;
using AiActBot.Tests.Reliability;
using AiActBot.Trust;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiActBot.Tests.Trust;

/// <summary>How long a token for the Connector is kept.</summary>
public sealed class ConnectorTokenTests
{
    private readonly MovableTime time = new();
    private readonly Credential credential;
    private readonly ConnectorTokens tokens;

    public ConnectorTokenTests()
    {
        credential = new Credential(time);
        tokens = new ConnectorTokens(credential, "scope/.default", time, NullLogger<ConnectorTokens>.Instance);
    }

    [Fact]
    public async Task Many_who_wait_for_a_token_ask_for_one()
    {
        var got = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tokens.GetTokenAsync(CancellationToken.None).AsTask()));

        Assert.Equal("token-1", Assert.Single(got.Distinct()));
        Assert.Equal("scope/.default", Assert.Single(credential.Asked));
    }

    [Fact]
    public async Task It_is_renewed_ten_minutes_before_its_end_and_nobody_waits_for_it()
    {
        await tokens.GetTokenAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(49));
        Assert.Equal("token-1", await tokens.GetTokenAsync(CancellationToken.None));
        Assert.Single(credential.Asked);

        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("token-1", await tokens.GetTokenAsync(CancellationToken.None));
        await Eventually.TrueAsync(async () => await tokens.GetTokenAsync(CancellationToken.None) == "token-2", "the next token");
        Assert.Equal(2, credential.Asked.Count);
    }

    [Fact]
    public async Task One_that_cannot_be_renewed_is_used_until_two_minutes_before_its_end()
    {
        await tokens.GetTokenAsync(CancellationToken.None);
        credential.Fails = true;

        time.Advance(TimeSpan.FromMinutes(57));
        Assert.Equal("token-1", await tokens.GetTokenAsync(CancellationToken.None));
        await Eventually.TrueAsync(() => Task.FromResult(tokens.LastFailure == "AADSTS7000215"), "the failure");

        time.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<HttpRequestException>(async () => await tokens.GetTokenAsync(CancellationToken.None));

        credential.Fails = false;
        Assert.Equal("token-2", await tokens.GetTokenAsync(CancellationToken.None));
        Assert.Null(tokens.LastFailure);
    }

    private sealed class Credential(MovableTime time) : TokenCredential
    {
        private int given;

        public List<string> Asked { get; } = [];

        public bool Fails { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked.AddRange(requestContext.Scopes);
            return Fails
                ? throw new AuthenticationFailedException("failed", new InvalidOperationException("AADSTS7000215: Invalid client secret provided."))
                : ValueTask.FromResult(new AccessToken($"token-{++given}", time.GetUtcNow().AddHours(1)));
        }
    }
}
