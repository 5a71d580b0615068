using System.Collections.Concurrent;
using System.Net;
using AiActBot.BotFramework.Connector;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiActBot.BotFramework.Tests.Connector;

/// <summary>A Connector on loopback that answers what a test told it to, and fails the test on any other call.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ReceivedCall> _calls = new();
    private readonly HttpClient _http = new(ConnectorClient.CreateHandler());

    private FakeConnector(WebApplication app) => _app = app;

    internal Uri ServiceUrl => new(_app.Urls.Single() + "/emea/");

    /// <summary>Everything that came in, registered or not.</summary>
    internal IReadOnlyList<ReceivedCall> Calls => [.. _calls];

    internal static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Run(connector.AnswerAsync);
        await app.StartAsync();
        return connector;
    }

    internal ConnectorClient Client(IConnectorTokenSource? tokens = null, TimeProvider? time = null) =>
        new(_http, tokens ?? NoToken.Instance, ServiceUrlPolicy.LoopbackOnly, time);

    /// <summary>Answers a call, given by its method and its path as it stands in the request line.</summary>
    internal void On(string call, int status, string body = "", params (string Name, string Value)[] headers) =>
        On(call, async context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.WriteAsync(body);
        });

    internal void On(string call, RequestDelegate answer) => _answers[call] = answer;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        // The path as it was sent: routing would undo the escapes.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var reader = new StreamReader(context.Request.Body);
        _calls.Enqueue(new ReceivedCall(
            $"{context.Request.Method} {target}",
            await reader.ReadToEndAsync(),
            context.Request.Headers.Authorization,
            context.Request.ContentType));
        if (_answers.TryGetValue($"{context.Request.Method} {target}", out var answer))
        {
            await answer(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
        }
    }
}

internal sealed record ReceivedCall(string Line, string Body, string? Authorization, string? ContentType);
