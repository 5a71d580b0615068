using System.Collections;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace AiActBot.BotFramework.Authentication;

/// <summary>A key that tokens are signed with, and the channels it speaks for.</summary>
/// <param name="Expires">When its certificate does; null when the issuer publishes none.</param>
internal sealed record SigningKey(string Id, JsonWebKey Key, IReadOnlyList<string> Endorsements, DateTimeOffset? Expires)
{
    private const int FewestBits = 2048;

    /// <returns>The key, or null when it is none to check our kind of signature with.</returns>
    public static SigningKey? From(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid: { Length: > 0 } id, Use: null or "" or JsonWebKeyUseNames.Sig, Alg: null or "" or SecurityAlgorithms.RsaSha256 }
        && key.KeySize >= FewestBits && TryReadExpiry(key, out var expires)
            ? new SigningKey(id, key, EndorsementsOf(key), expires)
            : null;

    private static bool TryReadExpiry(JsonWebKey key, out DateTimeOffset? expires)
    {
        expires = null;
        if (key.X5c is not { Count: > 0 })
        {
            return true;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(key.X5c[0]));
            expires = certificate.NotAfter.ToUniversalTime();
            return true;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static IReadOnlyList<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var endorsements)
            ? endorsements switch
            {
                JsonElement { ValueKind: JsonValueKind.Array } array =>
                    [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
                string => [],
                IEnumerable list => [.. list.OfType<string>()],
                _ => [],
            }
            : [];
}
