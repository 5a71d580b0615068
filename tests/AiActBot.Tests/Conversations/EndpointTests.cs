using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Storage;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Conversations;

public sealed class EndpointTests(OneBot one) : IClassFixture<OneBot>, IAsyncLifetime
{
    private readonly RunningBot bot = one.Bot;
    private int before;

    public async Task InitializeAsync() => before = (await Stored.CountAsync(bot)).Activities;

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string, string> BadBodies() => new()
    {
        { "empty", "" },
        { "not JSON", "hello" },
        { "half of it", """{"type":"message" """ },
        { "an array", "[]" },
        { "a text", "\"message\"" },
        { "null", "null" },
        { "no type", "{}" },
        { "an empty type", """{"type":" "}""" },
        { "a type that is a number", """{"type":5}""" },
        { "a conversation that is a text", """{"type":"message","conversation":"a"}""" },
        { "a key twice", """{"type":"message","type":"invoke"}""" },
        { "a key twice, deeper", """{"type":"message","value":{"verb":"help","verb":"case/approve"}}""" },
        { "half a surrogate pair", """{"type":"message","text":"\ud800"}""" },
        { "half a pair in card data", """{"type":"message","value":{"comment":"\udc00"}}""" },
        { "70 levels", $$"""{"type":"message","value":{{string.Concat(Enumerable.Repeat("[", 70))}}{{string.Concat(Enumerable.Repeat("]", 70))}}}""" },
        { "100,000 levels", new string('[', 100_000) },
    };

    [Theory, MemberData(nameof(BadBodies))]
    public async Task What_is_no_activity_is_a_bad_request(string what, string body)
    {
        using var response = await bot.PostAsync(body);

        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{what}: {response.StatusCode}");
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_bad_request()
    {
        using var content = new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");

        using var response = await bot.Http.PostAsync(Messages, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(300 * 1024, false)]
    [InlineData(300 * 1024, true)]
    [InlineData(1_200_000, false)]
    [InlineData(1_200_000, true)]
    [InlineData(31_000_000, false)]
    public async Task A_body_over_the_limit_is_too_large_however_it_is_sent(int size, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages);
        request.Content = new StringContent($$"""{"type":"message","text":"{{new string('x', size)}}"}""", Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        // The refusal comes before all is sent; a client that waits for leave to send hears it.
        request.Headers.ExpectContinue = true;

        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });

        using var response = await patient.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Filler", new string('x', 34 * 1024));

        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2;\nxx\r\n{}\r\n0\r\n\r\n")]
    public async Task A_request_that_can_be_read_in_two_ways_is_refused(string rest)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, bot.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/messages HTTP/1.1\r\nHost: {bot.Address.Authority}\r\nConnection: close\r\nContent-Type: application/json\r\n{rest}"));
        using var reader = new StreamReader(stream);

        Assert.StartsWith("HTTP/1.1 400", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task What_is_not_sent_as_json_is_not_read(string contentType)
    {
        using var response = await bot.PostAsync(bot.Person("Sanne").Activity("message", ("text", "help")).ToJsonString(), contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        await NothingIsStoredAsync();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_posting_is_allowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Messages);

        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://evil.example/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("http://user@127.0.0.1/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Local_mode_answers_to_this_machine_only(string? serviceUrl)
    {
        var activity = bot.Person("Sanne").Activity("message", ("text", "help"));
        activity["serviceUrl"] = serviceUrl;

        using var response = await bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        await NothingIsStoredAsync();
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Another_site_cannot_speak_to_the_bot_through_a_browser(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages)
        {
            Content = new StringContent(bot.Person("Sanne").Activity("message", ("text", "help")).ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task An_invoke_that_nothing_handles_is_not_implemented_however_often_it_comes()
    {
        var invoke = bot.Person("Nobody").Activity("invoke", ("name", "fileConsent/invoke"));
        invoke["value"] = new JsonObject { ["uploadInfo"] = new JsonObject { ["uploadUrl"] = "http://169.254.169.254/" } };

        Assert.Equal(HttpStatusCode.NotImplemented, await StatusAsync(invoke));
        Assert.Equal(HttpStatusCode.NotImplemented, await StatusAsync(invoke));
        await NothingIsStoredAsync();
        Assert.Empty(bot.Person("Nobody").Received);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task An_activity_of_another_type_is_accepted_and_leaves_the_bot_silent(string type)
    {
        var sanne = bot.Person($"Sanne {type}");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(sanne.Activity(type)));
        await sanne.AsksForCardAsync("help");

        Assert.Single(sanne.Received);
    }

    [Theory]
    [InlineData("from")]
    [InlineData("conversation")]
    [InlineData("recipient")]
    [InlineData("channelId")]
    [InlineData("channelData")]
    [InlineData("id")]
    public async Task A_message_that_lacks_a_field_is_accepted(string field)
    {
        var message = bot.Person("Sanne").Activity("message", ("text", "help"));
        message.Remove(field);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(message));
        await bot.Person($"Pieter {field}").AsksForCardAsync("help");
    }

    [Fact]
    public async Task A_message_to_nobody_is_not_answered_and_the_next_one_is_answered_by_the_bot_itself()
    {
        var sanne = bot.Person("Sanne who names nobody");
        var message = sanne.Activity("message", ("text", "help"));
        message.Remove("recipient");

        await sanne.SendsAsync(message);
        await sanne.AsksForCardAsync("help");

        Assert.Equal(bot.BotId, Assert.Single(sanne.Received).Activity["from"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Hundreds_of_mentions_entities_and_attachments_are_accepted()
    {
        var sanne = bot.Person("Sanne the mentioned");
        var message = sanne.Activity("message", ("text", "help"));
        message["entities"] = new JsonArray([.. Enumerable.Range(0, 1000).Select(number => new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>x</at>",
            ["mentioned"] = new JsonObject { ["id"] = $"29:{number}" },
        })]);
        message["attachments"] = new JsonArray([.. Enumerable.Range(0, 100).Select(_ => new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "http://169.254.169.254/" })]);

        await sanne.SendsAsync(message);

        Assert.Contains("Wat kan ik", (await sanne.SeesCardAsync()).Text, StringComparison.Ordinal);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Ids_that_fit_no_column_are_a_bad_request_on_either_database(DatabaseProvider provider)
    {
        await using var own = await RunningBot.StartAsync(provider);
        var tooLong = new string('x', 2000);
        foreach (var (path, field) in new[] { ("", "id"), ("", "channelId"), ("conversation", "id"), ("from", "id"), ("from", "aadObjectId"), ("recipient", "id"), ("conversation", "tenantId") })
        {
            var message = own.Person("Sanne").Activity("message", ("text", "help"));
            (path.Length == 0 ? message : message[path]!.AsObject())[field] = tooLong;

            using var response = await own.PostAsync(message);

            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{path}.{field}: {response.StatusCode}");
        }

        Assert.Equal(0, (await Stored.CountAsync(own)).Activities);
    }

    [SkippableTheory, ClassData(typeof(Databases))]
    public async Task Letters_that_a_database_refuses_do_no_harm(DatabaseProvider provider)
    {
        await using var own = await RunningBot.StartAsync(provider);
        var sanne = own.Person("Sanne");
        var message = sanne.Activity("message", ("text", "he\0lp"));
        message["from"]!["name"] = "Sanne\0\u202Eennas";

        await sanne.SendsAsync(message);

        Assert.Contains("Wat kan ik", (await sanne.SeesCardAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("Sanneennas", await own.WithDbAsync(db => Task.FromResult(db.People.Single(p => p.AadObjectId == sanne.ObjectId).DisplayName)));
    }

    private Uri Messages => new(bot.Address, "/api/messages");

    private async Task<HttpStatusCode> StatusAsync(JsonObject activity)
    {
        using var response = await bot.PostAsync(activity);
        return response.StatusCode;
    }

    private async Task NothingIsStoredAsync() => Assert.Equal(before, (await Stored.CountAsync(bot)).Activities);
}
