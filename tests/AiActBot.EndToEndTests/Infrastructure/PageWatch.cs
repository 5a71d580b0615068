using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace AiActBot.EndToEndTests.Infrastructure;

/// <summary>Watches every page of a browser profile for what must not happen on any: requests to elsewhere, errors, dialogs.</summary>
internal sealed class PageWatch
{
    /// <summary>What the browser says about a server that is away; expected only while it is.</summary>
    private static readonly string[] AwayErrors = ["net::ERR_CONNECTION_REFUSED", "net::ERR_INCOMPLETE_CHUNKED_ENCODING", "net::ERR_CONNECTION_RESET"];

    private readonly ConcurrentQueue<string> strange = new();

    public PageWatch(IBrowserContext context)
    {
        context.Request += (_, request) => Check(request.Url);
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && !(ServerGoesAway && AwayErrors.Any(message.Text.Contains)))
                strange.Enqueue($"console: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => strange.Enqueue($"script: {error.Error}");
        context.Dialog += (_, dialog) =>
        {
            strange.Enqueue($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    /// <summary>The test stops the server on purpose.</summary>
    public bool ServerGoesAway { get; set; }

    /// <summary>What happened that must not; empty when all is well.</summary>
    public IReadOnlyCollection<string> Strange => strange;

    private void Check(string address)
    {
        var url = new Uri(address);
        if (!(url.Scheme is "data" or "blob" or "about" || url is { Scheme: "http", IsLoopback: true }))
            strange.Enqueue($"request: {url.Scheme}://{url.Host}");
    }
}
