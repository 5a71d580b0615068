using System.Collections.Concurrent;
using AiActBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiActBot.Tests.Assistant.LanguageModel;

/// <summary>What people ask, what models are told and what they write is in no log, at any level, also when the model fails.</summary>
public sealed class SilentLogTests
{
    private const string Question = "Hoe lang bewaart deployer Kwikstaartbeheer de logs?";

    [Fact]
    public async Task Nothing_of_a_question_a_prompt_an_answer_or_a_key_is_logged()
    {
        using var log = new Kept();
        await using var model = await ModelServer.StartAsync();
        model.Embed = texts => Results.BadRequest(new { error = new { message = string.Join(' ', texts) } });
        await using var bot = await RunningBot.StartAsync(
            builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace).AddProvider(log),
            settings: [.. model.Settings, ("Embeddings:Endpoint", model.Endpoint), ("Embeddings:Name", "vectors-1"), ("Embeddings:ApiKey", "sk-not-a-secret")]);
        var sanne = bot.Person("Sanne");
        Func<ModelCall, IResult>[] ways =
        [
            call => ModelServer.Says($"{call.Sentence()} [1]"),
            call => ModelServer.Says($"Kwikstaartbeheer {call.Canary}"),
            call => Results.BadRequest(new { error = new { message = call.User, code = call.Canary } }),
            call => Results.Json(new { error = new { message = call.System } }, statusCode: 500),
            call => ModelServer.Stream(async (write, _) => await write($"{{ Kwikstaartbeheer {call.Canary}")),
        ];

        foreach (var way in ways)
        {
            model.Answer = way;
            await sanne.AsksForTextAsync(Question);
        }

        Assert.Equal(ways.Length, model.Calls.Count);
        Assert.Contains(log.Lines, line => line.Contains("language model failed", StringComparison.Ordinal));
        string[] secrets = ["Kwikstaartbeheer", "sk-not-a-secret", "You word answers for", .. model.Calls.SelectMany(call => new[] { call.Canary, call.Boundary })];
        Assert.DoesNotContain(log.Lines, line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
