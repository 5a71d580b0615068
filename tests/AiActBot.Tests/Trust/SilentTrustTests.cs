using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiActBot.Tests.Trust;

/// <summary>No token, claim or secret is in a log, at any level, whether it was good or not.</summary>
public sealed class SilentTrustTests
{
    [Fact]
    public async Task Nothing_of_a_token_or_a_secret_is_logged()
    {
        using var log = new Kept();
        var key = new IssuerKey("key-webchat", "webchat");
        var issuer = await ChannelIssuer.StartAsync();
        issuer.Keys[key.Id] = key;
        await using var bot = await TeamsBot.StartAsync(builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace).AddProvider(log), issuer);
        var good = issuer.Token(bot.Claims());
        var expired = bot.Claims();
        expired["exp"] = 1;
        string[] tokens = [good, issuer.Token(expired), issuer.Token(bot.Claims(), key), good[..^20], $"{good[..^20]}AAAAAAAAAAAAAAAAAAAA", "se.cr.et"];
        issuer.AnswerToken = () => Results.Json(new { error = "invalid_client", error_description = "AADSTS7000222: canary-7213" }, statusCode: 401);

        foreach (var token in tokens)
            await bot.PostTokenAsync(token);
        await bot.PostAsync(["Basic c2VjcmV0OnNlY3JldA=="], "{}");
        await Reliability.Eventually.TrueAsync(() => Task.FromResult(log.Lines.Any(line => line.Contains("AADSTS7000222", StringComparison.Ordinal))), "the failure in the log");
        issuer.AnswerToken = () => null;
        await Reliability.Eventually.TrueAsync(
            () =>
            {
                bot.Bot.Time.Advance(TimeSpan.FromMinutes(1));
                return Task.FromResult(bot.Sanne.Received.Count > 0);
            },
            "the reply");

        string[] secrets = [.. tokens.SelectMany(token => token.Split('.')).Where(part => part.Length > 8), "c2VjcmV0OnNlY3JldA==", "outbound-1", "sw0rdf1sh", "canary-7213"];
        Assert.DoesNotContain(log.Lines, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    private sealed class Kept : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Category(categoryName, Lines);

        public void Dispose()
        {
        }

        private sealed class Category(string name, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{name} {formatter(state, exception)} {exception}");
        }
    }
}
