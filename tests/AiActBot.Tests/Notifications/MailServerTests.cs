using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AiActBot.LocalChat.Mailbox;
using AiActBot.Notifications;
using AiActBot.Tests.Infrastructure;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiActBot.Tests.Notifications;

/// <summary>Mail goes out by a real mail server, and by what Microsoft 365 asks.</summary>
public sealed class MailServerTests
{
    [SkippableFact]
    public async Task A_mail_server_gets_the_mail_as_it_was_written()
    {
        using var server = await MailServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(settings: server.Settings);

        var message = await bot.HoldsAsync(mail: "grace@example.test", text: "Geachte Grace, één “bericht” over 漢字.");
        var sent = await bot.BecomesAsync(message, NotificationState.Sent);

        var mail = MimeMail.Parse(await File.ReadAllBytesAsync(Assert.Single(server.Mails())));
        Assert.True(mail.IsTo("grace@example.test"));
        Assert.Contains("één “bericht” over 漢字", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"<{message.Id}@example.test>", await File.ReadAllTextAsync(server.Mails()[0]), StringComparison.Ordinal);
        Assert.Equal(["1 Mail delivered"], sent.Outcomes());
    }

    [SkippableFact]
    public async Task A_mail_server_that_is_away_gets_it_when_it_is_back()
    {
        var server = await MailServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(settings: [.. server.Settings, ("Notifications:MaximumAttempts", "100")]);
        server.Dispose();

        var message = await bot.HoldsAsync(mail: "grace@example.test");
        await bot.BecomesAsync(message, found => found.LastFailure == "smtp_unreachable", "failed");
        using var back = await MailServer.StartAsync(server.Port);
        var sent = await bot.BecomesAsync(message, NotificationState.Sent);

        Assert.Single(back.Mails());
        Assert.True(sent.Attempts > 1);
    }

    [Fact]
    public async Task Microsoft_365_gets_the_mail_in_mime_and_its_answers_decide_what_follows()
    {
        await using var graph = await GraphServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(
            builder => builder.Services.AddKeyedSingleton<TokenCredential>("graph", new OneToken()), settings: [("Mail:Sender", "Graph"), ("Mail:GraphEndpoint", graph.Address)]);
        graph.Answers.Enqueue(Results.StatusCode(503));

        var message = await bot.HoldsAsync(mail: "grace@example.test", text: "Geachte Grace, één bericht.");
        var sent = await bot.BecomesAsync(message, NotificationState.Sent);

        Assert.Equal(["1 Mail graph_503", "2 Mail delivered"], sent.Outcomes());
        var (path, authorization, body) = graph.Received.Last();
        Assert.Equal("/v1.0/users/aiactbot@example.test/sendMail", path);
        Assert.Equal("Bearer a-token", authorization);
        var mime = Convert.FromBase64String(body);
        Assert.Contains("één bericht", MimeMail.Parse(mime).Text, StringComparison.Ordinal);
        Assert.Contains($"<{message.Id}@example.test>", Encoding.UTF8.GetString(mime), StringComparison.Ordinal);
        Assert.DoesNotContain("X-Receiver", Encoding.UTF8.GetString(mime), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_Microsoft_365_refuses_for_good_is_given_up_and_what_it_asks_to_wait_for_waits()
    {
        await using var graph = await GraphServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(
            builder => builder.Services.AddKeyedSingleton<TokenCredential>("graph", new OneToken()), settings: [("Mail:Sender", "Graph"), ("Mail:GraphEndpoint", graph.Address)]);
        graph.Answers.Enqueue(Results.StatusCode(403));
        Assert.Equal(["1 Mail graph_403"], (await bot.BecomesAsync(await bot.HoldsAsync(mail: "a@example.test"), NotificationState.DeadLetter)).Outcomes());

        graph.Answers.Enqueue(ChannelAnswers.Throttled(TimeSpan.FromSeconds(70)));
        var waiting = await bot.BecomesAsync(await bot.HoldsAsync(mail: "a@example.test"), found => found is { State: NotificationState.Pending, Attempts: 1 }, "throttled");

        Assert.Equal(TimeSpan.FromSeconds(70), waiting.DueAt - waiting.DeliveryAttempts[0].At);
    }

    private sealed class OneToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("a-token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    /// <summary>What Graph's <c>sendMail</c> answers; 202 unless a test says otherwise.</summary>
    private sealed class GraphServer(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentQueue<(string Path, string Authorization, string Body)> Received { get; } = new();

        public ConcurrentQueue<IResult> Answers { get; } = new();

        public string Address => app.Urls.First();

        public static async Task<GraphServer> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var server = new GraphServer(app);
            app.MapPost("/{**path}", server.ReceiveAsync);
            await app.StartAsync();
            return server;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task<IResult> ReceiveAsync(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            Received.Enqueue((request.Path.Value!, request.Headers.Authorization.ToString(), await reader.ReadToEndAsync()));
            return Answers.TryDequeue(out var answer) ? answer : Results.StatusCode(StatusCodes.Status202Accepted);
        }
    }

    /// <summary>aiosmtpd, from Debian's python3-aiosmtpd: it keeps what it gets in a Maildir.</summary>
    private sealed class MailServer : IDisposable
    {
        private readonly Process process;
        private readonly string folder = Directory.CreateTempSubdirectory("aiactbot-smtp").FullName;

        private MailServer(int port)
        {
            Port = port;
            process = Process.Start(new ProcessStartInfo("aiosmtpd", ["-n", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(folder, "mails")])
            {
                RedirectStandardError = true, RedirectStandardOutput = true,
            })!;
        }

        public int Port { get; }

        public (string, string)[] Settings =>
        [
            ("Mail:Sender", "Smtp"), ("Mail:SmtpHost", "127.0.0.1"), ("Mail:SmtpPort", Port.ToString(CultureInfo.InvariantCulture)), ("Mail:SmtpStartTls", "false"),
        ];

        public static async Task<MailServer> StartAsync(int? port = null)
        {
            Skip.IfNot(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(path => File.Exists(Path.Combine(path, "aiosmtpd"))), "Mail server: aiosmtpd is not installed.");
            var server = new MailServer(port ?? FreePort());
            await Reliability.Eventually.TrueAsync(server.AnswersAsync, "the mail server to listen");
            return server;
        }

        public string[] Mails() => Directory.Exists(Path.Combine(folder, "mails", "new")) ? Directory.GetFiles(Path.Combine(folder, "mails", "new")) : [];

        public void Dispose()
        {
            if (!process.HasExited)
                process.Kill();
            process.WaitForExit();
            process.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        private async Task<bool> AnswersAsync()
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
