using System.Collections.Concurrent;
using System.Text;
using AiActBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiActBot.Tests.Hosting;

/// <summary>What leaves the service for a collector.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_metrics_and_logs_reach_a_collector_without_anything_personal()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapFallback(async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            // Texts stand in OTLP's bytes as they are.
            received.Enqueue((request.Path, Encoding.UTF8.GetString(body.ToArray())));
            return Results.Bytes([], "application/x-protobuf");
        });
        await collector.StartAsync();
        Drivers.Person sanne;
        await using (var bot = await RunningBot.StartAsync(app => app.Logging.SetMinimumLevel(LogLevel.Information), settings: [("Telemetry:Endpoint", collector.Urls.First())]))
        {
            sanne = bot.Person("Sanne Kwikstaart");
            await sanne.AsksForTextAsync("Hoe lang bewaart deployer Kwikstaartbeheer de logs?");
            using var response = await bot.PostAsync("not json");
        }

        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], received.Select(call => call.Path).Distinct().Order());
        Assert.Contains(received, call => call.Body.Contains("aiactbot.turn.duration", StringComparison.Ordinal));
        Assert.Contains(received, call => call.Body.Contains("turn background", StringComparison.Ordinal));
        Assert.Contains(received, call => call.Body.Contains("was refused with", StringComparison.Ordinal));
        foreach (var personal in new[] { "Kwikstaart", sanne.ObjectId, sanne.ConversationId, "11111111-2222" })
            Assert.DoesNotContain(received, call => call.Body.Contains(personal, StringComparison.OrdinalIgnoreCase));
    }
}
