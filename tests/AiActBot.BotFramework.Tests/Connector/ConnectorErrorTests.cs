using System.Net;
using System.Net.Sockets;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;

namespace AiActBot.BotFramework.Tests.Connector;

public sealed class ConnectorErrorTests : IAsyncLifetime
{
    private const string Call = "POST /emea/v3/conversations/a/activities";

    private FakeConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Theory]
    [InlineData(400, "BadArgument", ConnectorFailureKind.Permanent)]
    [InlineData(401, "BotNotRegistered", ConnectorFailureKind.BotNotRegistered)]
    [InlineData(403, "BotDisabledByAdmin", ConnectorFailureKind.DisabledByAdmin)]
    [InlineData(403, "BotNotInConversationRoster", ConnectorFailureKind.NotInRoster)]
    [InlineData(403, "ConversationBlockedByUser", ConnectorFailureKind.BlockedByUser)]
    [InlineData(403, "MessageWritesBlocked", ConnectorFailureKind.BlockedByUser)]
    [InlineData(403, "ForbiddenOperationException", ConnectorFailureKind.NotInRoster)]
    [InlineData(403, "InvalidBotApiHost", ConnectorFailureKind.Permanent)]
    [InlineData(404, "ConversationNotFound", ConnectorFailureKind.ConversationGone)]
    [InlineData(404, "ActivityNotFoundInConversation", ConnectorFailureKind.ActivityGone)]
    [InlineData(404, "MemberNotFoundInConversation", ConnectorFailureKind.Permanent)]
    [InlineData(412, "PreconditionFailed", ConnectorFailureKind.Retryable)]
    [InlineData(413, "MessageSizeTooBig", ConnectorFailureKind.TooLarge)]
    [InlineData(429, "Throttled", ConnectorFailureKind.Throttled)]
    [InlineData(500, "ServiceError", ConnectorFailureKind.Permanent)]
    [InlineData(501, "DeleteActivityAPINotImplemented", ConnectorFailureKind.Permanent)]
    [InlineData(502, "BadGateway", ConnectorFailureKind.Retryable)]
    [InlineData(503, "ServiceUnavailable", ConnectorFailureKind.Retryable)]
    [InlineData(504, "GatewayTimeout", ConnectorFailureKind.Retryable)]
    public async Task Each_error_has_the_kind_that_says_what_to_do(int status, string code, ConnectorFailureKind kind)
    {
        _connector.On(Call, status, $$$"""{"error":{"code":"{{{code}}}","message":"why"}}""");

        Assert.Equal(new ConnectorFailure(kind, status, code, null) { Message = "why" }, await FailureAsync(_connector.Client()));
    }

    [Theory]
    [InlineData("""{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":\"x\"}"}""", "MessageWritesBlocked")]
    [InlineData("""{"errorCode":209,"message":"blocked"}""", "209")]
    [InlineData("""{"errorCode":"209"}""", "209")]
    public async Task A_block_is_seen_in_its_older_form_too(string body, string code)
    {
        _connector.On(Call, 403, body);

        var failure = await FailureAsync(_connector.Client());

        Assert.Equal((ConnectorFailureKind.BlockedByUser, code), (failure.Kind, failure.Code));
    }

    [Theory]
    [InlineData(413, "<html>too large</html>", ConnectorFailureKind.TooLarge)]
    [InlineData(403, "", ConnectorFailureKind.Permanent)]
    [InlineData(404, "[1]", ConnectorFailureKind.Permanent)]
    [InlineData(503, "{", ConnectorFailureKind.Retryable)]
    [InlineData(429, """{"error":"x"}""", ConnectorFailureKind.Throttled)]
    [InlineData(400, """{"error":{"code":["x"],"message":{}}}""", ConnectorFailureKind.Permanent)]
    [InlineData(400, """{"error":{"code":"\ud800"}}""", ConnectorFailureKind.Permanent)]
    public async Task A_body_that_says_nothing_leaves_the_status_to_decide(int status, string body, ConnectorFailureKind kind)
    {
        _connector.On(Call, status, body);

        Assert.Equal(new ConnectorFailure(kind, status, null, null), await FailureAsync(_connector.Client()));
    }

    [Fact]
    public async Task Long_words_of_the_Connector_are_cut()
    {
        _connector.On(Call, 400, $$$"""{"error":{"code":"{{{new string('c', 5000)}}}","message":"{{{new string('m', 5000)}}}"}}""");

        var failure = await FailureAsync(_connector.Client());

        Assert.Equal((100, 500), (failure.Code!.Length, failure.Message!.Length));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Sun, 22 Nov 2026 10:00:30 GMT", 30)]
    [InlineData("Sun, 22 Nov 2026 09:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    public async Task Retry_after_is_read_in_seconds_and_as_a_date(string header, int? seconds)
    {
        var clock = new InstantTime(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)) { Frozen = true };
        _connector.On(Call, 429, "", ("Retry-After", header));

        var failure = await FailureAsync(_connector.Client(time: clock));

        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, failure.RetryAfter);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_uncertain()
    {
        var arrived = new TaskCompletionSource();
        _connector.On(Call, async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        var clock = new InstantTime { Frozen = true };
        var pending = FailureAsync(_connector.Client(time: clock));
        await arrived.Task;

        clock.FireAll();

        Assert.Equal(new ConnectorFailure(ConnectorFailureKind.Uncertain, null, "NoAnswer", null), await pending);
    }

    [Fact]
    public async Task A_connection_lost_after_sending_is_uncertain()
    {
        _connector.On(Call, context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(ConnectorFailureKind.Uncertain, (await FailureAsync(_connector.Client())).Kind);
    }

    [Theory]
    [InlineData(HttpStatusCode.Created, null)]
    [InlineData(HttpStatusCode.TooManyRequests, ConnectorFailureKind.Throttled)]
    public async Task A_connection_lost_after_the_status_came_leaves_the_status(HttpStatusCode status, ConnectorFailureKind? kind)
    {
        using var http = new HttpClient(new LosesTheBody(status));
        var client = new ConnectorClient(http, NoToken.Instance, ServiceUrlPolicy.LoopbackOnly);

        var outcome = await client.SendAsync(_connector.ServiceUrl, "a", Activity.Typing(), default);

        Assert.Equal(kind, (outcome as ConnectorOutcome<ResourceResponse>.Failed)?.Failure.Kind);
    }

    [Fact]
    public async Task A_host_that_nobody_listens_on_is_unreachable()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();

        var outcome = await _connector.Client().SendAsync(new Uri($"http://127.0.0.1:{port}"), "a", Activity.Typing(), default);

        Assert.Equal(
            new ConnectorFailure(ConnectorFailureKind.Unreachable, null, "ConnectionError", null), Outcomes.Failure(outcome));
    }

    [Fact]
    public async Task A_server_that_does_not_speak_TLS_is_unreachable_over_https()
    {
        var https = new UriBuilder(_connector.ServiceUrl) { Scheme = "https" }.Uri;

        var outcome = await _connector.Client(new CountingTokens("secret")).SendAsync(https, "a", Activity.Typing(), default);

        Assert.Equal(ConnectorFailureKind.Unreachable, Outcomes.Failure(outcome).Kind);
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        var failure = await FailureAsync(_connector.Client(new BrokenTokens()));

        Assert.Equal((ConnectorFailureKind.Unreachable, "TokenUnavailable"), (failure.Kind, failure.Code));
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_an_exception()
    {
        using var cancelled = new CancellationTokenSource();
        _connector.On(Call, async _ => await cancelled.CancelAsync());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _connector.Client().SendAsync(_connector.ServiceUrl, "a", Activity.Typing(), cancelled.Token));
    }

    private async Task<ConnectorFailure> FailureAsync(ConnectorClient client) =>
        Outcomes.Failure(await client.SendAsync(_connector.ServiceUrl, "a", Activity.Typing(), default));

    private sealed class BrokenTokens : IConnectorTokenSource
    {
        public ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken) =>
            ValueTask.FromException<string?>(new HttpRequestException("no", null, HttpStatusCode.BadRequest));
    }

    private sealed class LosesTheBody(HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new Lost() });

        private sealed class Lost : HttpContent
        {
            protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
                Task.FromException(new IOException("The connection was lost."));

            protected override bool TryComputeLength(out long length)
            {
                length = 0;
                return false;
            }
        }
    }
}
