using System.Net;
using System.Text.Json.Nodes;

namespace AiActBot.Tests.LocalChat;

public sealed class ConnectorTests : IAsyncLifetime
{
    const string Staff = "/a%3Alocal-staff";
    LocalChatServer chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatServer.StartWithStaffAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task A_message_is_created_and_shown()
    {
        var sent = await chat.BotSendsAsync("Hallo");

        Assert.Equal(201, sent.Status);
        var entry = Assert.Single(await chat.TranscriptAsync());
        Assert.Equal(sent.Id, (string?)entry["id"]);
        Assert.Equal("Hallo", (string?)entry["activity"]!["text"]);
    }

    [Fact]
    public async Task A_reply_names_the_activity_it_answers()
    {
        var sent = await chat.ConnectorAsync(HttpMethod.Post, Staff + "/activities/123", Message("Ja"));

        Assert.Equal(201, sent.Status);
        Assert.Equal("123", (string?)Assert.Single(await chat.TranscriptAsync())["activity"]!["replyToId"]);
    }

    [Fact]
    public async Task An_update_takes_the_place_of_the_earlier_activity()
    {
        var sent = await chat.BotSendsAsync("eerst");

        var updated = await chat.ConnectorAsync(HttpMethod.Put, $"{Staff}/activities/{sent.Id}", Message("daarna"));

        Assert.Equal(200, updated.Status);
        var entry = Assert.Single(await chat.TranscriptAsync());
        Assert.Equal("daarna", (string?)entry["activity"]!["text"]);
        Assert.True((bool)entry["updated"]!);
    }

    [Fact]
    public async Task A_deleted_activity_is_gone_and_cannot_be_updated()
    {
        var sent = await chat.BotSendsAsync("weg");

        Assert.Equal(200, (await chat.ConnectorAsync(HttpMethod.Delete, $"{Staff}/activities/{sent.Id}")).Status);

        Assert.Empty(await chat.TranscriptAsync());
        var updated = await chat.ConnectorAsync(HttpMethod.Put, $"{Staff}/activities/{sent.Id}", Message("toch"));
        Assert.Equal((404, "ActivityNotFoundInConversation"), (updated.Status, updated.ErrorCode));
    }

    [Fact]
    public async Task The_bot_cannot_change_what_a_person_wrote()
    {
        var said = await chat.PostAsync("/local/api/people/staff/messages", new JsonObject { ["text"] = "van mij" });

        Assert.Equal(403, (await chat.ConnectorAsync(HttpMethod.Put, $"{Staff}/activities/{said.Id}", Message("van de bot"))).Status);
        Assert.Equal(403, (await chat.ConnectorAsync(HttpMethod.Delete, $"{Staff}/activities/{said.Id}")).Status);
    }

    [Theory]
    [InlineData("POST", "/a%3Anobody/activities")]
    [InlineData("POST", "/a%3Anobody/activities/1")]
    [InlineData("PUT", "/a%3Anobody/activities/1")]
    [InlineData("DELETE", "/a%3Anobody/activities/1")]
    [InlineData("GET", "/a%3Anobody/members")]
    [InlineData("GET", "/a%3Anobody/pagedmembers")]
    public async Task An_unknown_conversation_is_not_found(string method, string rest)
    {
        var answer = await chat.ConnectorAsync(new HttpMethod(method), rest, method is "POST" or "PUT" ? Message("x") : null);

        Assert.Equal((404, "ConversationNotFound"), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("""{"type":"message","text":"x","replyToId":null}""")]
    [InlineData("""{"type":"message","text":null,"attachments":[{"contentType":"x"}]}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"text":"x"}""")]
    [InlineData("""{"type":"invoke","name":"x"}""")]
    [InlineData("""{"type":"message","text":"x","entities":[{"type":"https://schema.org/Message"},{"type":"https://schema.org/Message"}]}""")]
    public async Task What_Teams_refuses_is_refused(string activity)
    {
        Assert.Equal(400, (await chat.BotSendsAsync(JsonNode.Parse(activity)!.AsObject())).Status);
        Assert.Empty(await chat.TranscriptAsync());
    }

    [Theory]
    [InlineData(20, 201)]
    [InlineData(21, 400)]
    public async Task A_message_has_twenty_citations_at_most(int count, int status)
    {
        var citations = Enumerable.Range(1, count).Select(position => Citation(position));

        Assert.Equal(status, (await chat.BotSendsAsync(Cited(citations))).Status);
    }

    [Fact]
    public async Task Citations_with_the_same_position_or_too_long_a_name_are_refused()
    {
        Assert.Equal(400, (await chat.BotSendsAsync(Cited([Citation(1), Citation(1)]))).Status);
        Assert.Equal(400, (await chat.BotSendsAsync(Cited([Citation(1, new string('x', 81))]))).Status);
    }

    [Theory]
    [InlineData(60_000)]
    [InlineData(2_000_000)]
    public async Task A_message_over_the_size_limit_is_too_big(int characters)
    {
        var answer = await chat.BotSendsAsync(new string('x', characters));

        Assert.Equal((413, "MessageSizeTooBig"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_body_that_is_no_object_or_names_something_twice_is_refused()
    {
        foreach (var json in new[] { "[1]", "{", """{"type":"message","type":"typing"}""" })
        {
            using var content = new StringContent(json, null, "application/json");
            using var response = await chat.Http.PostAsync("/local/connector/v3/conversations" + Staff + "/activities", content);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task Text_with_a_card_becomes_two_messages_and_an_id_that_changes_neither()
    {
        var sent = await chat.BotSendsAsync(JsonNode.Parse("""
            {"type":"message","text":"Zie de kaart","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{}}]}
            """)!.AsObject());

        Assert.Equal(201, sent.Status);
        Assert.Equal(2, (await chat.TranscriptAsync()).Count);
        Assert.Equal(404, (await chat.ConnectorAsync(HttpMethod.Put, $"{Staff}/activities/{sent.Id}", Message("x"))).Status);
    }

    [Fact]
    public async Task A_personal_conversation_is_created_for_somebody_who_has_the_app()
    {
        var created = await chat.ConnectorAsync(HttpMethod.Post, "", Conversation("29:local-staff", Message("Dag")));

        Assert.Equal((201, LocalChatServer.Conversation), (created.Status, created.Id));
        Assert.Equal($"{chat.Http.BaseAddress}local/connector/", (string?)created.Body!["serviceUrl"]);
        Assert.Equal((string?)created.Body["activityId"], (string?)Assert.Single(await chat.TranscriptAsync())["id"]);
    }

    [Fact]
    public async Task Nobody_is_reached_who_does_not_have_the_app()
    {
        var created = await chat.ConnectorAsync(HttpMethod.Post, "", Conversation("29:local-distributor"));
        var sent = await chat.BotSendsAsync(Message("Dag"), "a:local-distributor");

        Assert.Equal((403, "ForbiddenOperationException"), (created.Status, created.ErrorCode));
        Assert.Equal((403, "BotNotInConversationRoster"), (sent.Status, sent.ErrorCode));
    }

    [Fact]
    public async Task Strangers_groups_and_other_tenants_are_refused()
    {
        var otherTenant = Conversation("29:local-staff");
        otherTenant["tenantId"] = "another";
        var group = Conversation("29:local-staff");
        group["isGroup"] = true;

        foreach (var body in new[] { Conversation("29:stranger"), otherTenant, group })
            Assert.Equal(400, (await chat.ConnectorAsync(HttpMethod.Post, "", body)).Status);
    }

    [Fact]
    public async Task The_roster_is_the_person_alone()
    {
        var members = await chat.ConnectorAsync(HttpMethod.Get, Staff + "/members");
        var page = await chat.ConnectorAsync(HttpMethod.Get, Staff + "/pagedmembers?pageSize=50");
        var one = await chat.ConnectorAsync(HttpMethod.Get, Staff + "/members/29%3Alocal-staff");
        var stranger = await chat.ConnectorAsync(HttpMethod.Get, Staff + "/members/29%3Alocal-distributor");

        Assert.Equal("00000000-0000-4000-8000-000000000001", (string?)Assert.Single(members.Body!.AsArray())!["objectId"]);
        Assert.Equal("sanne@example.test", (string?)Assert.Single(page.Body!["members"]!.AsArray())!["email"]);
        Assert.Equal("Sanne de Vries", (string?)one.Body!["name"]);
        Assert.Equal(404, stranger.Status);
    }

    static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };

    static JsonObject Conversation(string member, JsonObject? first = null)
    {
        var body = new JsonObject
        {
            ["isGroup"] = false,
            ["tenantId"] = "00000000-0000-4000-8000-00000000aaaa",
            ["members"] = new JsonArray(new JsonObject { ["id"] = member }),
        };
        if (first is not null)
            body["activity"] = first;
        return body;
    }

    static JsonObject Citation(int position, string name = "Artikel 20") => new()
    {
        ["@type"] = "Claim",
        ["position"] = position,
        ["appearance"] = new JsonObject { ["name"] = name, ["abstract"] = "Corrigerende maatregelen" },
    };

    static JsonObject Cited(IEnumerable<JsonObject> citations) => new()
    {
        ["type"] = "message",
        ["text"] = "Zie [1]",
        ["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "https://schema.org/Message",
            ["citation"] = new JsonArray([.. citations]),
        }),
    };
}
