using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AiActBot.Tests.Trust;

/// <summary>Whoever has a good token may still send anything.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private TeamsBot bot = null!;

    public async Task InitializeAsync() => bot = await TeamsBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    public static TheoryData<string, string> BadBodies() => Conversations.EndpointTests.BadBodies();

    [Theory, MemberData(nameof(BadBodies))]
    public async Task What_is_no_activity_is_a_bad_request(string what, string body)
    {
        using var response = await bot.Bot.PostAsync(body);

        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{what}: {response.StatusCode}");
        await bot.NothingHappenedAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_text_that_is_no_json_and_another_method_are_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]), "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await SendAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(bot.Message().ToJsonString())), "text/plain"));
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, Messages);
            using var response = await bot.Bot.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        }

        await bot.NothingHappenedAsync();
    }

    [Theory]
    [InlineData(300 * 1024, false)]
    [InlineData(300 * 1024, true)]
    [InlineData(31_000_000, false)]
    public async Task A_body_over_the_limit_is_too_large_with_a_good_token_and_unread_without(int size, bool chunked)
    {
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        foreach (var (authorization, expected) in new[] { (bot.Bot.Authorization!(), HttpStatusCode.RequestEntityTooLarge), ("Bearer x.y.z", HttpStatusCode.Unauthorized) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Messages);
            request.Content = new StringContent($$"""{"type":"message","text":"{{new string('x', size)}}"}""", Encoding.UTF8, "application/json");
            request.Headers.TransferEncodingChunked = chunked;
            request.Headers.ExpectContinue = true;
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

            using var response = await patient.SendAsync(request);

            Assert.Equal(expected, response.StatusCode);
        }

        await bot.NothingHappenedAsync();
    }

    [Fact]
    public async Task Letters_that_databases_refuse_and_tricks_of_text_direction_do_no_harm()
    {
        var message = bot.Message("he\0lp");
        message["from"]!["name"] = "Sanne\0\u202Eennas\u200B";

        await bot.Sanne.SendsAsync(message);

        Assert.Contains("Wat kan ik", (await bot.Sanne.SeesCardAsync()).Text, StringComparison.Ordinal);
        Assert.StartsWith("Sanneennas", await bot.Bot.WithDbAsync(db => db.People.Select(p => p.DisplayName).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hundreds_of_mentions_thousands_of_entities_and_attachments_are_accepted()
    {
        var message = bot.Message();
        message["entities"] = new JsonArray([
            .. Enumerable.Range(0, 500).Select(number => new JsonObject { ["type"] = "mention", ["text"] = "<at>x</at>", ["mentioned"] = new JsonObject { ["id"] = $"29:{number}" } }),
            .. Enumerable.Range(0, 8000).Select(_ => new JsonObject { ["type"] = "x" })]);
        message["attachments"] = new JsonArray([.. Enumerable.Range(0, 100).Select(_ => new JsonObject { ["contentType"] = "image/png" })]);

        await bot.Sanne.SendsAsync(message);

        Assert.Contains("Wat kan ik", (await bot.Sanne.SeesCardAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("somethingNew", 200)]
    [InlineData("event", 200)]
    [InlineData("invoke", 501)]
    public async Task A_type_that_is_not_known_is_accepted_and_an_invoke_that_is_not_known_is_not_implemented(string type, int status)
    {
        using var response = await bot.Bot.PostAsync(bot.Sanne.Activity(type, ("name", "no/such")));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(bot.Bot.Connector.Sent);
    }

    [Fact]
    public void Who_sends_a_letter_at_a_time_is_dropped_after_ten_seconds_at_most()
    {
        var limits = bot.Bot.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.InRange(limits.RequestHeadersTimeout, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(limits.MinRequestBodyDataRate!.GracePeriod, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private Uri Messages => new(bot.Bot.Address, "/api/messages");

    private async Task<HttpStatusCode> SendAsync(HttpContent content, string contentType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages) { Content = content };
        content.Headers.ContentType = new(contentType);
        request.Headers.TryAddWithoutValidation("Authorization", bot.Bot.Authorization!());
        using var response = await bot.Bot.Http.SendAsync(request);
        return response.StatusCode;
    }
}
