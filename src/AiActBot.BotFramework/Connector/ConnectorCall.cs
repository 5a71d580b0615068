using System.Net.Http.Headers;

namespace AiActBot.BotFramework.Connector;

/// <summary>One HTTP call: the host is checked, then a token fetched, then it is sent, and what comes of it is a value.</summary>
internal sealed class ConnectorCall(HttpClient http, IConnectorTokenSource tokens, ServiceUrlPolicy policy, TimeProvider timeProvider)
{
    // A page of a large roster is some hundred KiB.
    private const int MaxResponseBytes = 4 * 1024 * 1024;

    internal TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <param name="path">Segments below /v3, not yet escaped.</param>
    /// <param name="query">Already escaped; empty for none.</param>
    /// <param name="read">From the body of a success to the value; null when the body is not what it should be.</param>
    internal async Task<ConnectorOutcome<T>> SendAsync<T>(
        HttpMethod method, Uri serviceUrl, string[] path, string query, HttpContent? content, Func<byte[], T?> read,
        CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(method, (Uri?)null) { Content = content };
        if (!policy.Allows(serviceUrl))
        {
            return Failed<T>(ConnectorFailureKind.HostNotAllowed, "HostNotAllowed");
        }

        if (path.Any(segment => segment is "" or "." or ".."))
        {
            // Escaping leaves dots alone, and a path with such a segment is another path.
            return Failed<T>(ConnectorFailureKind.Permanent, "InvalidId");
        }

        request.RequestUri = AddressOf(serviceUrl, path, query);
        using var timeout = new CancellationTokenSource(Timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var failing = Failed<T>(ConnectorFailureKind.Unreachable, "TokenUnavailable");
        try
        {
            if (await tokens.GetTokenAsync(either.Token) is { } token)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            failing = Failed<T>(ConnectorFailureKind.Uncertain, "NoAnswer");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await ReadBodyAsync(response, either.Token, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                return new ConnectorOutcome<T>.Failed(ConnectorErrors.Read((int)response.StatusCode, body, RetryAfter(response)));
            }

            return read(body) is { } value
                ? new ConnectorOutcome<T>.Delivered(value)
                : Failed<T>(ConnectorFailureKind.Permanent, "UnreadableAnswer", (int)response.StatusCode);
        }
        catch (HttpRequestException exception) when (NeverSent(exception))
        {
            return Failed<T>(ConnectorFailureKind.Unreachable, exception.HttpRequestError.ToString());
        }
        catch (Exception exception) when (IsTransport(exception) && !cancellationToken.IsCancellationRequested)
        {
            return failing;
        }
    }

    // An answer whose status came and whose body did not is still that answer.
    private static async Task<byte[]> ReadBodyAsync(
        HttpResponseMessage response, CancellationToken inTime, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxResponseBytes, inTime);
            return await response.Content.ReadAsByteArrayAsync(inTime);
        }
        catch (Exception exception) when (IsTransport(exception) && !cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }

    private static bool IsTransport(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException;

    private static bool NeverSent(HttpRequestException exception) => exception.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static Uri AddressOf(Uri serviceUrl, string[] path, string query) => new(
        $"{serviceUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v3/{string.Join('/', path.Select(Uri.EscapeDataString))}"
        + (query.Length == 0 ? "" : $"?{query}"));

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - timeProvider.GetUtcNow()).Ticks)),
        _ => null,
    };

    private static ConnectorOutcome<T>.Failed Failed<T>(ConnectorFailureKind kind, string code, int? status = null) =>
        new(new ConnectorFailure(kind, status, code, null));
}
