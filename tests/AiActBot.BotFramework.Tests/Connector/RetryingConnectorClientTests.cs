using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;

namespace AiActBot.BotFramework.Tests.Connector;

public sealed class RetryingConnectorClientTests : IAsyncLifetime
{
    private const string Call = "POST /emea/v3/conversations/a/activities";

    private readonly InstantTime _time = new();
    private FakeConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_succeed_later_is_tried_again(int status)
    {
        Answering([status, status, 201]);

        Assert.IsType<ConnectorOutcome<ResourceResponse>.Delivered>(await SendAsync());
        Assert.Equal(3, _connector.Calls.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task What_will_not_succeed_is_tried_once(int status)
    {
        Answering([status, 201]);

        Assert.Equal(status, Outcomes.Failure(await SendAsync()).Status);
        Assert.Single(_connector.Calls);
    }

    [Fact]
    public async Task An_uncertain_call_is_not_repeated()
    {
        _connector.On(Call, context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(ConnectorFailureKind.Uncertain, Outcomes.Failure(await SendAsync()).Kind);
        Assert.Single(_connector.Calls);
    }

    [Fact]
    public async Task The_last_failure_is_returned_when_no_try_is_left()
    {
        Answering([503, 502, 503, 504, 201]);

        Assert.Equal(504, Outcomes.Failure(await SendAsync()).Status);
        Assert.Equal(4, _connector.Calls.Count);
    }

    [Fact]
    public async Task The_wait_that_the_Connector_asks_for_is_kept()
    {
        Answering([429, 201], retryAfter: "7");

        Assert.IsType<ConnectorOutcome<ResourceResponse>.Delivered>(await SendAsync());
        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task A_date_to_wait_for_is_kept()
    {
        Answering([429, 201], retryAfter: "Sun, 22 Nov 2026 10:00:05 GMT");

        await SendAsync();

        Assert.Equal([TimeSpan.FromSeconds(5)], _time.Waits);
    }

    [Fact]
    public async Task A_wait_longer_than_the_turn_is_left_to_the_caller()
    {
        Answering([429, 201], retryAfter: "60");

        var failure = Outcomes.Failure(await SendAsync());

        Assert.Equal((ConnectorFailureKind.Throttled, TimeSpan.FromSeconds(60)), (failure.Kind, failure.RetryAfter));
        Assert.Single(_connector.Calls);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Waits_that_add_up_to_more_than_the_turn_end_it()
    {
        Answering([429, 429, 429, 201], retryAfter: "4");

        Assert.Equal(429, Outcomes.Failure(await SendAsync()).Status);
        Assert.Equal([TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4)], _time.Waits);
    }

    [Theory]
    [InlineData(0.0, new[] { 0.0, 0.0, 0.0 })]
    [InlineData(0.5, new[] { 0.5, 1.0, 2.0 })]
    [InlineData(1.0, new[] { 1.0, 2.0, 4.0 })]
    public async Task Other_waits_are_drawn_from_zero_to_a_growing_limit(double chance, double[] seconds)
    {
        Answering([503, 503, 503, 201]);

        await SendAsync(chance);

        Assert.Equal(seconds.Where(wait => wait > 0).Select(TimeSpan.FromSeconds), _time.Waits.Where(wait => wait > TimeSpan.Zero));
        Assert.Equal(4, _connector.Calls.Count);
    }

    [Fact]
    public async Task Time_that_the_calls_themselves_take_counts()
    {
        _connector.On(Call, context =>
        {
            _time.Pass(TimeSpan.FromSeconds(6));
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });

        await SendAsync();

        Assert.Equal(2, _connector.Calls.Count);
    }

    [Fact]
    public async Task No_retries_can_be_asked_for()
    {
        Answering([503, 201]);
        var client = new RetryingConnectorClient(Inner(), new ConnectorRetryOptions { MaxRetries = 0 }, _time);

        Assert.Equal(503, Outcomes.Failure(await client.SendAsync(_connector.ServiceUrl, "a", Activity.Typing(), default)).Status);
    }

    [Fact]
    public async Task Every_call_is_tried_again()
    {
        var client = new RetryingConnectorClient(Inner(), new ConnectorRetryOptions(), _time, () => 0);
        var url = _connector.ServiceUrl;
        var conversation = "/emea/v3/conversations/a";
        OnceUnavailable($"POST {conversation}/activities/1", """{"id":"1"}""");
        OnceUnavailable($"PUT {conversation}/activities/1", """{"id":"1"}""");
        OnceUnavailable($"DELETE {conversation}/activities/1", "");
        OnceUnavailable("POST /emea/v3/conversations", """{"id":"1"}""");
        OnceUnavailable($"GET {conversation}/members", "[]");
        OnceUnavailable($"GET {conversation}/members/b", "{}");
        OnceUnavailable($"GET {conversation}/pagedmembers", "{}");

        Assert.IsType<ConnectorOutcome<ResourceResponse>.Delivered>(await client.ReplyAsync(url, "a", "1", Activity.Typing(), default));
        Assert.IsType<ConnectorOutcome<ResourceResponse>.Delivered>(await client.UpdateAsync(url, "a", "1", Activity.Typing(), default));
        Assert.IsType<ConnectorOutcome<ResourceResponse>.Delivered>(await client.DeleteAsync(url, "a", "1", default));
        Assert.IsType<ConnectorOutcome<ConversationResourceResponse>.Delivered>(
            await client.CreateConversationAsync(url, new ConversationParameters(), default));
        Assert.IsType<ConnectorOutcome<IReadOnlyList<ChannelAccount>>.Delivered>(await client.GetMembersAsync(url, "a", default));
        Assert.IsType<ConnectorOutcome<ChannelAccount>.Delivered>(await client.GetMemberAsync(url, "a", "b", default));
        Assert.IsType<ConnectorOutcome<PagedMembers>.Delivered>(await client.GetPagedMembersAsync(url, "a", null, null, default));
        Assert.Equal(14, _connector.Calls.Count);
    }

    private Task<ConnectorOutcome<ResourceResponse>> SendAsync(double chance = 0.5) =>
        new RetryingConnectorClient(Inner(), new ConnectorRetryOptions(), _time, () => chance)
            .SendAsync(_connector.ServiceUrl, "a", Activity.Message("x"), default);

    // Its timeout runs on another clock, so that the waits of this one are those of the retries; dates are read on it all
    // the same, since it stands still at the same moment.
    private ConnectorClient Inner() => _connector.Client(time: new InstantTime { Frozen = true });

    private void Answering(int[] statuses, string? retryAfter = null)
    {
        var next = new Queue<int>(statuses);
        _connector.On(Call, context =>
        {
            context.Response.StatusCode = next.Dequeue();
            if (retryAfter is not null)
            {
                context.Response.Headers.RetryAfter = retryAfter;
            }

            return Task.CompletedTask;
        });
    }

    private void OnceUnavailable(string call, string body)
    {
        _connector.On(call, context =>
        {
            context.Response.StatusCode = 503;
            _connector.On(call, 200, body);
            return Task.CompletedTask;
        });
    }
}
