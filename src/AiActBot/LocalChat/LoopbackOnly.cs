using System.Net;

namespace AiActBot.LocalChat;

/// <summary>
/// Keeps the local chat on this machine. The socket must be loopback; the Host header too, or a name that an outsider
/// points at 127.0.0.1 could read the page (DNS rebinding); and what changes something must come from the page itself.
/// </summary>
internal sealed class LoopbackOnly : IEndpointFilter
{
    static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Objection(context.HttpContext) is { } because
            ? Results.Json(new Refusal(new("NotLocal", because)), statusCode: StatusCodes.Status403Forbidden)
            : await next(context);

    /// <returns>Why this request is refused, or null when it may pass.</returns>
    internal static string? Objection(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
            return "The local chat answers only to this machine.";
        // A tunnel or proxy on this machine makes a stranger look local.
        if (ForwardingHeaders.Any(request.Headers.ContainsKey))
            return "The local chat cannot be reached through a proxy or tunnel.";
        if (!IsLoopbackHost(request.Host.Host))
            return "The local chat is reached by a loopback address or localhost.";
        return IsSameOrigin(request) ? null : "The local chat takes requests from its own page only.";
    }

    static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    static bool IsSameOrigin(HttpRequest request)
    {
        var headers = request.Headers;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        // Following a link to the page is fine from anywhere; reading its data or acting through it is not.
        // "same-site" is not enough: every port of this machine is the same site.
        if (headers["Sec-Fetch-Site"].FirstOrDefault() is { } site && site is not ("same-origin" or "none")
            && !(safe && headers["Sec-Fetch-Mode"] == "navigate"))
            return false;
        return safe || headers.Origin.FirstOrDefault() is not { } origin || origin == $"{request.Scheme}://{request.Host}";
    }

    sealed record Refusal(Reason Error);

    sealed record Reason(string Code, string Message);
}
