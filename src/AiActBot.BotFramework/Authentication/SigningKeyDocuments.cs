using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace AiActBot.BotFramework.Authentication;

/// <summary>Reads the keys of an issuer from its OpenID metadata. The keys must be where the metadata is: on the same host.</summary>
/// <param name="http">Must not follow redirects; built on <see cref="CreateHandler"/>.</param>
public sealed class SigningKeyDocuments(HttpClient http, Uri metadata) : IDocumentRetriever
{
    private const int MaxBytes = 1024 * 1024;

    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <exception cref="Exception">They could not be had, or are no keys.</exception>
    public async Task<IReadOnlyList<JsonWebKey>> ReadAsync(CancellationToken cancellationToken)
    {
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.ToString(), this, cancellationToken);
        return [.. configuration.JsonWebKeySet?.Keys ?? []];
    }

    async Task<string> IDocumentRetriever.GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != metadata.Scheme || uri.Authority != metadata.Authority)
        {
            throw new InvalidOperationException("The metadata points to another host.");
        }

        using var response = await http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancel);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(MaxBytes, cancel);
        return await response.Content.ReadAsStringAsync(cancel);
    }
}
