using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace AiActBot.Tests.Trust;

/// <summary>A real RSA key that a channel signs with.</summary>
internal sealed class IssuerKey(string id, params string[] endorsements) : IDisposable
{
    public RSA Rsa { get; } = RSA.Create(2048);

    public string Id => id;

    /// <summary>Whether the list of endorsements is left out.</summary>
    public bool SaysNothing { get; init; }

    /// <summary>Until when the certificate of the key lasts; without one there is none.</summary>
    public DateTimeOffset? CertifiedUntil { get; init; }

    /// <summary>As it stands in the issuer's list of keys.</summary>
    public JsonObject Published()
    {
        var parameters = Rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (!SaysNothing)
            key["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        if (CertifiedUntil is { } until)
        {
            using var certificate = new CertificateRequest("CN=channel", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(until.AddYears(-5), until);
            key["x5c"] = new JsonArray(Convert.ToBase64String(certificate.RawData));
        }

        return key;
    }

    public byte[] Sign(byte[] bytes) => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose() => Rsa.Dispose();
}
