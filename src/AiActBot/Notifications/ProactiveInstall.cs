using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiActBot.BotFramework.Connector;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>
/// Installs the app for a person through Microsoft Graph, and finds the personal chat that comes with it. An app that is there
/// already will do. What may pass is tried again; a refusal, such as by the organisation's policies, is final.
/// </summary>
internal sealed class ProactiveInstall(HttpClient http, [FromKeyedServices(ProactiveInstall.Graph)] IConnectorTokenSource tokens, IOptions<ProactiveInstallOptions> options, TimeProvider time)
{
    public const string Graph = "graph-install";

    /// <summary>All three calls together.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private const int LongestAnswer = 1024 * 1024;

    public bool IsAllowed => options.Value.Enabled;

    public async Task<InstallOutcome> InstallAsync(string aadObjectId, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var apps = $"/v1.0/users/{Uri.EscapeDataString(aadObjectId)}/teamwork/installedApps";
            var app = options.Value.TeamsAppId;
            var body = new JsonObject { ["teamsApp@odata.bind"] = new Uri(new Uri(options.Value.GraphEndpoint), $"/v1.0/appCatalogs/teamsApps/{app}").ToString() };
            var (status, _, refused) = await CallAsync(HttpMethod.Post, apps, body, either.Token);
            if (refused is not null && status != HttpStatusCode.Conflict)
                return refused;
            var (_, found, notFound) = await CallAsync(HttpMethod.Get, $"{apps}?$expand=teamsApp&$filter=teamsApp/id%20eq%20'{app}'", null, either.Token);
            if (notFound is not null)
                return notFound;
            if (Text((found?["value"] as JsonArray)?.FirstOrDefault(), "id") is not { } installation)
                return new InstallOutcome.Refused("install_not_found", IsTransient: true, null);
            var (_, chat, noChat) = await CallAsync(HttpMethod.Get, $"{apps}/{Uri.EscapeDataString(installation)}/chat", null, either.Token);
            if (noChat is not null)
                return noChat;
            return Text(chat, "id") is { } id ? new InstallOutcome.Installed(id) : new InstallOutcome.Refused("install_no_chat", IsTransient: true, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException && !cancellationToken.IsCancellationRequested)
        {
            // Whatever of it was done is found done by the next attempt.
            return new InstallOutcome.Refused("install_unreachable", IsTransient: true, null);
        }
    }

    private async Task<(HttpStatusCode Status, JsonNode? Body, InstallOutcome.Refused? Refused)> CallAsync(
        HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(options.Value.GraphEndpoint), path))
        {
            Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (await tokens.GetTokenAsync(cancellationToken) is not { } token)
            return (default, null, new InstallOutcome.Refused("install_no_token", IsTransient: true, null));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
        if (!response.IsSuccessStatusCode)
            return (response.StatusCode, null, Refused(response));
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), null);
    }

    private InstallOutcome.Refused Refused(HttpResponseMessage response)
    {
        var again = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed
            // A token that was withdrawn, and what Graph itself could not finish.
            or HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return new InstallOutcome.Refused($"install_{(int)response.StatusCode}", again, wait is { } given && given > TimeSpan.Zero ? given : null);
    }

    private static string? Text(JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 and <= 400 } text ? text : null;
}

/// <summary>What came of installing.</summary>
internal abstract record InstallOutcome
{
    /// <param name="ChatId">The personal chat of bot and person.</param>
    public sealed record Installed(string ChatId) : InstallOutcome;

    public sealed record Refused(string Code, bool IsTransient, TimeSpan? RetryAfter) : InstallOutcome;
}
