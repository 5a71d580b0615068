using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AiActBot.LocalChat.Client;
using AiActBot.Tests.Reliability;
using Microsoft.AspNetCore.Http;

namespace AiActBot.Tests.LocalChat;

public sealed class ClientTests : IAsyncLifetime
{
    LocalChatServer chat = null!;

    public async Task InitializeAsync() => chat = await LocalChatServer.StartWithStaffAsync();

    public async Task DisposeAsync() => await chat.DisposeAsync();

    [Fact]
    public async Task A_message_reaches_the_bot_in_the_shape_of_Teams()
    {
        await chat.PostAsync("/local/api/people/staff/messages", new JsonObject { ["text"] = "Mag dit?", ["locale"] = "en-GB", ["timeZone"] = "Europe/Amsterdam" });

        var activity = Assert.Single(chat.Received);
        Assert.Equal(("message", "Mag dit?", "msteams", "en-GB"),
            ((string?)activity["type"], (string?)activity["text"], (string?)activity["channelId"], (string?)activity["locale"]));
        Assert.Equal($"{chat.Http.BaseAddress}local/connector/", (string?)activity["serviceUrl"]);
        Assert.Equal("29:local-staff", (string?)activity["from"]!["id"]);
        Assert.Equal("28:aiactbot-local", (string?)activity["recipient"]!["id"]);
        Assert.Equal("personal", (string?)activity["conversation"]!["conversationType"]);
        Assert.Equal("00000000-0000-4000-8000-00000000aaaa", (string?)activity["channelData"]!["tenant"]!["id"]);
        var clientInfo = Assert.Single(activity["entities"]!.AsArray());
        Assert.Equal(("en-GB", "Europe/Amsterdam"), ((string?)clientInfo!["locale"], (string?)clientInfo["timezone"]));
    }

    [Fact]
    public async Task The_app_is_installed_once()
    {
        var first = await chat.PostAsync("/local/api/people/project-leader/install", new JsonObject());
        var second = await chat.PostAsync("/local/api/people/project-leader/install", new JsonObject());

        Assert.Equal((true, false), ((bool)first.Body!["installed"]!, (bool)second.Body!["installed"]!));
        Assert.Equal(["installationUpdate", "conversationUpdate"], chat.Received.Select(activity => (string?)activity["type"]));
        Assert.Equal("add", (string?)chat.Received.First()["action"]);
    }

    [Fact]
    public async Task An_installation_that_the_bot_did_not_take_is_tried_again()
    {
        chat.Bot = _ => Results.StatusCode(500);
        await chat.PostAsync("/local/api/people/project-leader/install", new JsonObject());
        chat.Bot = _ => Results.Ok();

        var again = await chat.PostAsync("/local/api/people/project-leader/install", new JsonObject());

        Assert.True((bool)again.Body!["installed"]!);
    }

    [Fact]
    public async Task Page_that_is_left_while_the_app_is_installed_leaves_nothing_half_done()
    {
        using var pageIsGone = new ManualResetEventSlim();
        using var leaving = new CancellationTokenSource();
        chat.Bot = _ =>
        {
            leaving.Cancel();
            pageIsGone.Wait();
            return Results.Ok();
        };
        using var body = JsonContent.Create(new JsonObject());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chat.Http.PostAsync("/local/api/people/project-leader/install", body, leaving.Token));
        pageIsGone.Set();

        await Eventually.GetAsync(
            () => Task.FromResult(chat.Received.Select(activity => (string?)activity["type"]).ToList()),
            types => types is ["installationUpdate", "conversationUpdate"], "both announcements of the installation");
        Assert.True((bool)(await chat.PersonAsync("project-leader"))["installed"]!);
    }

    [Fact]
    public async Task A_card_submit_is_a_message_with_a_value_and_no_text()
    {
        var card = await chat.BotSendsAsync(Card("eerste"));

        await chat.PostAsync("/local/api/people/staff/submit", new JsonObject { ["activityId"] = card.Id, ["data"] = new JsonObject { ["id"] = "x" } });

        var activity = Assert.Single(chat.Received);
        Assert.Null(activity["text"]);
        Assert.Equal(("x", card.Id), ((string?)activity["value"]!["id"], (string?)activity["replyToId"]));
    }

    [Fact]
    public async Task A_card_that_an_invoke_gives_back_is_shown_until_the_bot_updates_the_activity()
    {
        var card = await chat.BotSendsAsync(Card("eerste"));
        chat.Bot = _ => Results.Json(JsonNode.Parse("""
            {"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","speak":"tweede"}}
            """));

        var answer = await chat.PostAsync("/local/api/people/staff/invoke", new JsonObject
        {
            ["activityId"] = card.Id,
            ["action"] = new JsonObject { ["id"] = "a", ["verb"] = "approve", ["data"] = new JsonObject { ["revision"] = 3 } },
        });

        var activity = Assert.Single(chat.Received);
        Assert.Equal("adaptiveCard/action", (string?)activity["name"]);
        Assert.Equal("""{"action":{"type":"Action.Execute","id":"a","verb":"approve","data":{"revision":3}},"trigger":"manual"}""", activity["value"]!.ToJsonString());
        Assert.Equal(200, (int)answer.Body!["answer"]!["statusCode"]!);
        Assert.Equal("tweede", (string?)Assert.Single(await chat.TranscriptAsync())["view"]!["speak"]);

        await chat.ConnectorAsync(HttpMethod.Put, $"/a%3Alocal-staff/activities/{card.Id}", Card("derde"));
        Assert.Null(Assert.Single(await chat.TranscriptAsync())["view"]);
    }

    [Fact]
    public async Task An_answer_of_an_invoke_that_is_no_card_leaves_the_card_as_it_is()
    {
        var card = await chat.BotSendsAsync(Card("eerste"));
        chat.Bot = _ => Results.Json(JsonNode.Parse("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"message":"nee"}}"""));

        var answer = await chat.PostAsync("/local/api/people/staff/invoke", new JsonObject { ["activityId"] = card.Id, ["action"] = new JsonObject { ["verb"] = "x" } });

        Assert.Equal("nee", (string?)answer.Body!["answer"]!["value"]!["message"]);
        Assert.Null(Assert.Single(await chat.TranscriptAsync())["view"]);
    }

    [Fact]
    public async Task Feedback_is_the_invoke_of_Teams()
    {
        var sent = await chat.BotSendsAsync("antwoord");

        await chat.PostAsync("/local/api/people/staff/feedback", new JsonObject { ["activityId"] = sent.Id, ["reaction"] = "dislike", ["text"] = "te lang" });

        var activity = Assert.Single(chat.Received);
        Assert.Equal(("message/submitAction", sent.Id), ((string?)activity["name"], (string?)activity["replyToId"]));
        Assert.Equal("dislike", (string?)activity["value"]!["actionValue"]!["reaction"]);
        Assert.Equal("te lang", (string?)JsonNode.Parse((string)activity["value"]!["actionValue"]!["feedback"]!)!["feedbackText"]);
    }

    [Fact]
    public async Task An_error_of_the_bot_is_told_to_the_page_and_the_message_stays()
    {
        chat.Bot = _ => Results.StatusCode(503);

        var answer = await chat.PostAsync("/local/api/people/staff/messages", new JsonObject { ["text"] = "hallo" });

        Assert.Equal((502, "status", 503), (answer.Status, (string?)answer.Body!["error"]!["kind"], (int?)answer.Body["error"]!["status"]));
        Assert.Single(await chat.TranscriptAsync());
    }

    [Fact]
    public async Task A_second_try_reaches_the_bot_and_is_not_shown_twice()
    {
        await chat.PostAsync("/local/api/people/staff/messages", new JsonObject { ["text"] = "hallo" });
        await chat.PostAsync("/local/api/people/staff/messages", new JsonObject { ["text"] = "hallo", ["retry"] = true });

        Assert.Equal(2, chat.Received.Count);
        Assert.Single(await chat.TranscriptAsync());
    }

    [Fact]
    public async Task What_the_bot_says_is_unread_until_it_is_read()
    {
        await chat.BotSendsAsync("een");
        await chat.BotSendsAsync("twee");
        Assert.Equal(2, (int)(await chat.PersonAsync("staff"))["unread"]!);

        await chat.PostAsync("/local/api/people/staff/read", new JsonObject());

        Assert.Equal(0, (int)(await chat.PersonAsync("staff"))["unread"]!);
    }

    [Fact]
    public async Task Strangers_and_cards_that_are_not_there_are_not_found()
    {
        Assert.Equal(404, (await chat.PostAsync("/local/api/people/nobody/messages", new JsonObject { ["text"] = "x" })).Status);
        Assert.Equal(404, (await chat.PostAsync("/local/api/people/staff/submit", new JsonObject { ["activityId"] = "1" })).Status);
        Assert.Empty(chat.Received);
    }

    [Fact]
    public async Task Transcript_installation_and_reading_survive_a_restart()
    {
        await chat.BotSendsAsync("van voor de herstart");
        var data = chat.Data;
        await chat.StopAsync();

        chat = await LocalChatServer.StartAsync(data);

        Assert.Equal("van voor de herstart", (string?)Assert.Single(await chat.TranscriptAsync())["activity"]!["text"]);
        Assert.True((bool)(await chat.PersonAsync("staff"))["installed"]!);
        // The clock stands still, and yet no id is given twice.
        Assert.Equal(201, (await chat.BotSendsAsync("van erna")).Status);
        Assert.Equal(2, (await chat.TranscriptAsync()).Select(entry => (string?)entry["id"]).Distinct().Count());
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/")]
    [InlineData("http://localhost:5000", "http://127.0.0.1:5000/")]
    [InlineData("http://[::]:5000", "http://127.0.0.1:5000/")]
    [InlineData("http://*:5000", "http://127.0.0.1:5000/")]
    [InlineData("http://[::1]:5000", "http://[::1]:5000/")]
    [InlineData("https://localhost:5001", "https://localhost:5001/")]
    [InlineData("https://localhost:5001;http://localhost:5000", "http://127.0.0.1:5000/")]
    [InlineData("http://192.0.2.7:5000", null)]
    public void The_server_is_reached_on_loopback_whatever_it_is_bound_to(string addresses, string? expected) =>
        Assert.Equal(expected, LocalBotClient.LoopbackAddress(addresses.Split(';'))?.ToString());

    static JsonObject Card(string spoken) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["speak"] = spoken },
        }),
    };
}
