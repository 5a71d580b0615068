using System.Text.Json;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Tests.Activities;

public sealed class InvokeValueTests
{
    [Fact]
    public void A_pressed_button_is_read_with_its_data()
    {
        var value = JsonElement.Parse("""
            { "action": { "type": "Action.Execute", "id": "b", "verb": "approve", "data": { "case": "abc" } }, "trigger": "automatic" }
            """);

        Assert.True(AdaptiveCardInvokeValue.TryRead(value, out var invoke));
        Assert.Equal(("Action.Execute", "b", "approve"), (invoke.Action.Type, invoke.Action.Id, invoke.Action.Verb));
        Assert.Equal("abc", invoke.Action.Data!.Value.GetProperty("case").GetString());
        Assert.True(invoke.IsAutomatic);
    }

    [Theory]
    [InlineData("""{ "action": { "verb": "approve" } }""")]
    [InlineData("""{ "action": { "verb": "approve", "type": 1, "data": null }, "trigger": 5 }""")]
    [InlineData("""{ "action": { "verb": "approve", "data": ["x"] }, "trigger": "manual" }""")]
    public void What_a_client_leaves_out_is_missing_and_not_an_error(string json)
    {
        Assert.True(AdaptiveCardInvokeValue.TryRead(JsonElement.Parse(json), out var invoke));
        Assert.False(invoke.IsAutomatic);
        Assert.Null(invoke.Action.Type);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"approve\"")]
    [InlineData("{}")]
    [InlineData("""{ "action": null }""")]
    [InlineData("""{ "action": "approve" }""")]
    [InlineData("""{ "action": [] }""")]
    [InlineData("""{ "action": {} }""")]
    [InlineData("""{ "action": { "verb": "" } }""")]
    [InlineData("""{ "action": { "verb": ["approve"] } }""")]
    [InlineData("""{ "action": { "verb": "\ud800" } }""")]
    public void Without_a_verb_nothing_was_pressed(string json) =>
        Assert.False(AdaptiveCardInvokeValue.TryRead(JsonElement.Parse(json), out _));

    [Fact]
    public void No_value_is_no_button_and_no_feedback()
    {
        Assert.False(AdaptiveCardInvokeValue.TryRead(null, out _));
        Assert.False(FeedbackInvokeValue.TryRead(null, out _));
    }

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"fijn\"}"}}""", true, "fijn")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":{"feedbackText":"nee"}}}""", false, "nee")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"not json"}}""", true, "")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"[]"}}""", true, "")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":7}}""", true, "")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like"}}""", true, "")]
    public void Feedback_is_read_with_its_text_when_there_is_any(string json, bool like, string text)
    {
        Assert.True(FeedbackInvokeValue.TryRead(JsonElement.Parse(json), out var feedback));
        Assert.Equal((like, text), (feedback.IsLike, feedback.Text));
    }

    [Theory]
    [InlineData("""{"actionName":"other","actionValue":{"reaction":"like"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"love"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":[]}""")]
    [InlineData("[1]")]
    public void Anything_else_is_not_feedback(string json) =>
        Assert.False(FeedbackInvokeValue.TryRead(JsonElement.Parse(json), out _));

    [Fact]
    public void The_answers_to_a_button_have_the_shape_the_client_reads()
    {
        AssertJson(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""",
            AdaptiveCardInvokeResponse.Card(JsonElement.Parse("""{"type":"AdaptiveCard"}""")));
        AssertJson(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Gedaan"}""",
            AdaptiveCardInvokeResponse.Message("Gedaan"));
        AssertJson(
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Onbekend"}}""",
            AdaptiveCardInvokeResponse.Error(400, "BadRequest", "Onbekend"));
        AssertJson(
            """{"statusCode":412,"type":"application/vnd.microsoft.error.preconditionFailed","value":{"code":"SignOn","message":"Niet aangemeld"}}""",
            AdaptiveCardInvokeResponse.Error(412, "SignOn", "Niet aangemeld"));
    }

    [Fact]
    public void Feedback_buttons_and_an_alert_are_asked_for_beside_other_channel_data()
    {
        var activity = Activity.Message("Ja").AskForFeedback().AlertWith("Nieuw antwoord");

        Assert.Equal("Nieuw antwoord", activity.Summary);
        Assert.Equal("""{"feedbackLoop":{"type":"default"},"notification":{"alert":true}}""", activity.ChannelData!.Value.GetRawText());
    }

    [Fact]
    public async Task The_client_tells_its_language_and_time_zone()
    {
        var activity = Read.Accepted(await Read.TextAsync(SampleActivities.All["message"]));

        Assert.Equal(new ClientInfo("nl-NL", "NL", "Windows", "Europe/Amsterdam"), ClientInfo.Of(activity));
        Assert.Null(ClientInfo.Of(Activity.Typing()));
    }

    private static void AssertJson(string expected, AdaptiveCardInvokeResponse response) =>
        Assert.Equal(expected, JsonSerializer.Serialize(response, ActivityJson.Default.AdaptiveCardInvokeResponse));
}
