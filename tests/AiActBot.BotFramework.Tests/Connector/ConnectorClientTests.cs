using System.Text.Json;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Connector;

namespace AiActBot.BotFramework.Tests.Connector;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string Thread = "19:abc@thread.tacv2;messageid=17";
    private const string Escaped = "/emea/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D17";

    private FakeConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Fact]
    public async Task Sending_posts_the_activity_and_returns_its_id()
    {
        _connector.On($"POST {Escaped}/activities", 201, """{"id":"1700"}""");

        var outcome = await _connector.Client().SendAsync(_connector.ServiceUrl, Thread, Activity.Message("Dag"), default);

        Assert.Equal("1700", Delivered(outcome).Id);
        var call = Assert.Single(_connector.Calls);
        Assert.Equal("""{"type":"message","text":"Dag","textFormat":"markdown"}""", call.Body);
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.Null(call.Authorization);
    }

    [Fact]
    public async Task Replying_posts_below_the_activity()
    {
        _connector.On($"POST {Escaped}/activities/f%3A1%2F2", 201, """{"id":"1701"}""");

        var outcome = await _connector.Client().ReplyAsync(_connector.ServiceUrl, Thread, "f:1/2", Activity.Typing(), default);

        Assert.Equal("1701", Delivered(outcome).Id);
    }

    [Theory]
    [InlineData("""{"id":"1702"}""")]
    [InlineData("")]
    public async Task Updating_puts_and_keeps_the_id(string body)
    {
        _connector.On($"PUT {Escaped}/activities/1702", 200, body);

        var outcome = await _connector.Client().UpdateAsync(_connector.ServiceUrl, Thread, "1702", Activity.Message("x"), default);

        Assert.Equal("1702", Delivered(outcome).Id);
    }

    [Fact]
    public async Task Deleting_deletes()
    {
        _connector.On($"DELETE {Escaped}/activities/1703", 200);

        Assert.Equal("1703", Delivered(await _connector.Client().DeleteAsync(_connector.ServiceUrl, Thread, "1703", default)).Id);
    }

    [Fact]
    public async Task A_personal_conversation_is_opened_for_the_tenant()
    {
        _connector.On("POST /emea/v3/conversations", 201, """{"id":"a:1","activityId":"9","serviceUrl":"https://other.example"}""");

        var outcome = await _connector.Client().CreateConversationAsync(
            _connector.ServiceUrl,
            ConversationParameters.Personal(new ChannelAccount { Id = "28:bot" }, "29:noor", "tenant-1"),
            default);

        Assert.Equal(new ConversationResourceResponse("a:1", "9", "https://other.example"), Delivered(outcome));
        AssertJson(
            """
            {"bot":{"id":"28:bot"},"members":[{"id":"29:noor"}],"isGroup":false,"tenantId":"tenant-1",
             "channelData":{"tenant":{"id":"tenant-1"}}}
            """,
            _connector.Calls.Single().Body);
    }

    [Fact]
    public async Task A_thread_in_a_channel_is_opened_with_its_first_message()
    {
        _connector.On("POST /emea/v3/conversations", 201, """{"id":"19:c;messageid=1"}""");

        var outcome = await _connector.Client().CreateConversationAsync(
            _connector.ServiceUrl,
            ConversationParameters.Thread(new ChannelAccount { Id = "28:bot" }, "19:c", "t", Activity.Message("Dag")),
            default);

        Assert.Equal("19:c;messageid=1", Delivered(outcome).Id);
        AssertJson(
            """
            {"bot":{"id":"28:bot"},"isGroup":true,"tenantId":"t","activity":{"type":"message","text":"Dag","textFormat":"markdown"},
             "channelData":{"tenant":{"id":"t"},"channel":{"id":"19:c"}}}
            """,
            _connector.Calls.Single().Body);
    }

    [Fact]
    public async Task A_roster_is_read_whichever_name_the_object_id_has()
    {
        _connector.On($"GET {Escaped}/members", 200, """
            [{"id":"29:a","objectId":"o-1","email":"a@x.example"},null,{"id":"29:b","aadObjectId":"o-2","tenantId":"t","userRole":"guest"}]
            """);

        var members = Delivered(await _connector.Client().GetMembersAsync(_connector.ServiceUrl, Thread, default));

        Assert.Equal(["o-1", "o-2"], members.Select(member => member.AadObjectId));
        Assert.Equal(("a@x.example", "guest"), (members[0].Email, members[1].UserRole));
    }

    [Fact]
    public async Task One_person_is_read()
    {
        _connector.On($"GET {Escaped}/members/29%3Aa", 200, """{"id":"29:a","name":"Fenna","aadObjectId":"o-1"}""");

        Assert.Equal("o-1", Delivered(await _connector.Client().GetMemberAsync(_connector.ServiceUrl, Thread, "29:a", default)).AadObjectId);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_their_token()
    {
        _connector.On($"GET {Escaped}/pagedmembers?pageSize=2", 200, """{"members":[{"id":"29:a"}],"continuationToken":"next/=&"}""");
        _connector.On($"GET {Escaped}/pagedmembers?pageSize=2&continuationToken=next%2F%3D%26", 200, """{"members":[],"continuationToken":""}""");
        _connector.On($"GET {Escaped}/pagedmembers", 200, "{}");
        var client = _connector.Client();

        var first = Delivered(await client.GetPagedMembersAsync(_connector.ServiceUrl, Thread, 2, null, default));
        var last = Delivered(await client.GetPagedMembersAsync(_connector.ServiceUrl, Thread, 2, first.ContinuationToken, default));
        var odd = Delivered(await client.GetPagedMembersAsync(_connector.ServiceUrl, Thread, null, null, default));

        Assert.Equal("29:a", Assert.Single(first.Members).Id);
        Assert.Null(last.ContinuationToken);
        Assert.Empty(odd.Members);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"id":5}""")]
    public async Task An_activity_that_was_taken_is_delivered_whatever_the_answer_says(string body)
    {
        _connector.On($"POST {Escaped}/activities", 202, body);

        Assert.Null(Delivered(await _connector.Client().SendAsync(_connector.ServiceUrl, Thread, Activity.Typing(), default)).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("<html/>")]
    public async Task A_conversation_without_an_id_is_not_opened(string body)
    {
        _connector.On("POST /emea/v3/conversations", 201, body);

        var outcome = await _connector.Client().CreateConversationAsync(_connector.ServiceUrl, new ConversationParameters(), default);

        Assert.Equal(new ConnectorFailure(ConnectorFailureKind.Permanent, 201, "UnreadableAnswer", null), Outcomes.Failure(outcome));
    }

    [Fact]
    public async Task The_token_goes_with_the_call()
    {
        _connector.On($"POST {Escaped}/activities", 201, """{"id":"1"}""");

        await _connector.Client(new CountingTokens("secret")).SendAsync(_connector.ServiceUrl, Thread, Activity.Typing(), default);

        Assert.Equal("Bearer secret", _connector.Calls.Single().Authorization);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_change_the_path_is_not_sent(string id)
    {
        var client = _connector.Client();

        var outcomes = new[]
        {
            await client.SendAsync(_connector.ServiceUrl, id, Activity.Typing(), default),
            await client.UpdateAsync(_connector.ServiceUrl, "a", id, Activity.Typing(), default),
        };

        Assert.All(outcomes, outcome => Assert.Equal("InvalidId", Outcomes.Failure(outcome).Code));
        Assert.Empty(_connector.Calls);
    }

    [Theory]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("../../x?y#z", "..%2F..%2Fx%3Fy%23z")]
    [InlineData("a b\r\nX: 1", "a%20b%0D%0AX%3A%201")]
    [InlineData("é", "%C3%A9")]
    public async Task Any_other_id_stays_within_its_segment(string id, string escaped)
    {
        _connector.On($"POST /emea/v3/conversations/{escaped}/activities", 201, """{"id":"1"}""");

        Delivered(await _connector.Client().SendAsync(_connector.ServiceUrl, id, Activity.Typing(), default));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        _connector.On($"POST {Escaped}/activities", status, "", ("Location", $"{_connector.ServiceUrl}elsewhere"));

        var outcome = await _connector.Client(new CountingTokens("secret"))
            .SendAsync(_connector.ServiceUrl, Thread, Activity.Typing(), default);

        Assert.Equal((ConnectorFailureKind.Permanent, status), (Outcomes.Failure(outcome).Kind, Outcomes.Failure(outcome).Status));
        Assert.Single(_connector.Calls);
    }

    private static T Delivered<T>(ConnectorOutcome<T> outcome) => Assert.IsType<ConnectorOutcome<T>.Delivered>(outcome).Value;

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(actual)), actual);
}
