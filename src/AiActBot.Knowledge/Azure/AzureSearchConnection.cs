using System.ComponentModel.DataAnnotations;
using Azure;
using Azure.Core;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;

namespace AiActBot.Knowledge.Azure;

/// <summary>Makes the client of the service from the options.</summary>
public static class AzureSearchConnection
{
    /// <param name="credential">The identity to sign in with when the options hold no key.</param>
    /// <param name="clientOptions">Retries, proxy and the like; null for the SDK's own.</param>
    /// <exception cref="ValidationException">A setting is wrong; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The options hold neither an endpoint nor a way to sign in.</exception>
    public static SearchIndexClient Connect(AzureSearchOptions options, TokenCredential? credential = null, SearchClientOptions? clientOptions = null)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        if (!options.IsConfigured)
            throw new InvalidOperationException($"{AzureSearchOptions.Section}:{nameof(options.Endpoint)} is empty.");

        clientOptions ??= new SearchClientOptions();
        var endpoint = new Uri(options.Endpoint);
        if (options.ApiKey.Length > 0)
            return new SearchIndexClient(endpoint, new AzureKeyCredential(options.ApiKey), clientOptions);
        return credential is not null
            ? new SearchIndexClient(endpoint, credential, clientOptions)
            : throw new InvalidOperationException($"{AzureSearchOptions.Section}:{nameof(options.ApiKey)} is empty and there is no identity to sign in with.");
    }
}
