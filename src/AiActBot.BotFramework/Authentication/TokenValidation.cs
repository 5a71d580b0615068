using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AiActBot.BotFramework.Authentication;

/// <summary>
/// Checks the token that comes with an activity, before the body is read. What the token says of a key or of where to find one
/// (<c>jku</c>, <c>x5u</c>, <c>jwk</c>) is not looked at, and there is no way to switch a check off.
/// </summary>
/// <param name="issuer">Who signs: exactly this one.</param>
/// <param name="appId">The bot: exactly this one and nobody besides.</param>
/// <param name="channelId">The channel that the signing key must speak for. Other channels of the same bot share its issuer and
/// audience, and in some of them the client says who it is.</param>
public sealed class TokenValidation(SigningKeys keys, string issuer, string appId, string channelId, TimeProvider time)
{
    private const int LongestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private static readonly TokenVerdict.Refused NoToken = Unauthorized("no bearer token");
    private static readonly TokenVerdict.Refused NotAToken = Unauthorized("not a token of the kind that channels send");
    private static readonly TokenVerdict.Refused UnknownKey = Unauthorized("signed with a key that is not known");
    private static readonly TokenVerdict.Refused Expired = Unauthorized("signed with a key whose certificate has expired");
    private static readonly TokenVerdict.Refused Invalid = Unauthorized("the token does not hold");

    /// <param name="authorization">Every Authorization header of the request.</param>
    public async Task<TokenVerdict> ValidateAsync(IReadOnlyList<string?> authorization, CancellationToken cancellationToken)
    {
        if (BearerOf(authorization) is not { } text)
        {
            return NoToken;
        }

        if (Read(text) is not { } token)
        {
            return NotAToken;
        }

        return await keys.FindAsync(token.Kid, cancellationToken) switch
        {
            KeyLookup.Unavailable(var retryAfter) => new TokenVerdict.Refused(new InboundRefusal(503, "the issuer's keys cannot be had", retryAfter)),
            KeyLookup.Found(var key) when key.Expires + Skew < time.GetUtcNow() => Expired,
            KeyLookup.Found(var key) => await HoldsAsync(token, key) ? Judge(token, key) : Invalid,
            _ => UnknownKey,
        };
    }

    private static string? BearerOf(IReadOnlyList<string?> authorization)
    {
        const string Scheme = "Bearer ";
        return authorization is [{ } only] && only.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && only.Length > Scheme.Length
            ? only[Scheme.Length..]
            : null;
    }

    /// <summary>A signed token in three parts, in the one algorithm, that names its key and asks for nothing we do not know.</summary>
    private static JsonWebToken? Read(string text)
    {
        if (text.Length > LongestToken || text.AsSpan().Count('.') != 2 || text.AsSpan().ContainsAny(" \t,"))
        {
            return null;
        }

        try
        {
            var token = new JsonWebToken(text);
            return token is { Alg: SecurityAlgorithms.RsaSha256, Kid.Length: > 0 } && !token.TryGetHeaderValue<object>("crit", out _) ? token : null;
        }
#pragma warning disable CA1031 // Whatever cannot be read is no token.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private async Task<bool> HoldsAsync(JsonWebToken token, SigningKey key)
    {
        try
        {
            var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
            {
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                IssuerSigningKey = key.Key,
                TryAllIssuerSigningKeys = false,
                RequireSignedTokens = true,
                ValidIssuer = issuer,
                AudienceValidator = (audiences, _, _) => audiences?.ToList() is [var only] && only == appId,
                RequireExpirationTime = true,
                LifetimeValidator = (from, until, _, _) => IsTimely(from, until),
            });
            return result.IsValid;
        }
#pragma warning disable CA1031 // Whatever went wrong, the token was not found good.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private bool IsTimely(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && end + Skew >= now && (from is not { } begin || begin - Skew <= now);
    }

    private TokenVerdict Judge(JsonWebToken token, SigningKey key)
    {
        if (!key.Endorsements.Contains(channelId, StringComparer.Ordinal))
        {
            return Forbidden("the key does not speak for the channel");
        }

        var serviceUrls = token.Claims.Where(claim => claim.Type == "serviceurl").Select(claim => claim.Value).ToList();
        return serviceUrls is [{ Length: > 0 } serviceUrl] ? new TokenVerdict.Accepted(serviceUrl) : Forbidden("the token names no service URL");
    }

    private static TokenVerdict.Refused Unauthorized(string reason) => new(new InboundRefusal(401, reason));

    private static TokenVerdict.Refused Forbidden(string reason) => new(new InboundRefusal(403, reason));
}
