using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace AiActBot.Assistant.LanguageModel;

/// <summary>How a server that speaks OpenAI's API is reached.</summary>
internal static class OpenAIConnection
{
    /// <summary>Every request has a key in the client's eyes; a server that asks for none takes no notice.</summary>
    private const string NoKey = "none";

    /// <param name="timeout">For one attempt, until the answer begins; who calls sees to the whole.</param>
    public static OpenAIClient Connect(string endpoint, string apiKey, TimeSpan timeout, int retries) => new(
        new ApiKeyCredential(apiKey.Length > 0 ? apiKey : NoKey),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(endpoint),
            NetworkTimeout = timeout,
            RetryPolicy = new ClientRetryPolicy(retries),
            Transport = new HttpClientPipelineTransport(Http()),
            // The client could write requests and answers to a log.
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false, EnableMessageLogging = false, EnableMessageContentLogging = false },
        });

    /// <summary>What is wrong with the settings of a connection, by their names; null when nothing is.</summary>
    public static string? Objection(string section, string endpoint, string apiKey, string model)
    {
        if (endpoint.Length == 0)
            return apiKey.Length + model.Length > 0 ? $"{section}:Endpoint is missing. It is needed when {section}:Name or {section}:ApiKey is set." : null;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return $"{section}:Endpoint is not an absolute address such as https://example.openai.azure.com/openai/v1/.";
        // Questions and the key could be read on the way.
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            return $"{section}:Endpoint is not https. Only a server on this machine may be called without.";
        return model.Length == 0 ? $"{section}:Name is missing. It is the model or deployment at {section}:Endpoint." : null;
    }

    private static HttpClient Http() => new(new BoundedResponses
    {
        InnerHandler = new SocketsHttpHandler
        {
            // A redirect would take the key to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        },
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
