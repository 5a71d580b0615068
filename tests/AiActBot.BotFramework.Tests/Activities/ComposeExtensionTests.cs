using System.Text.Json;
using System.Text.Json.Nodes;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;

namespace AiActBot.BotFramework.Tests.Activities;

public class ComposeExtensionTests
{
    [Theory]
    [InlineData("""{"commandId":"x","parameters":[{"name":"query","value":" log "}],"queryOptions":{"skip":10,"count":5}}""", "log", 10, 5)]
    [InlineData("""{"commandId":"x","parameters":[{"name":"initialRun","value":"true"}]}""", "", 0, 25)]
    [InlineData("""{"commandId":"x","parameters":[null,5,{"name":"query"},{"name":"query","value":"a"}],"queryOptions":{"skip":-1,"count":9999}}""", "a", 0, 25)]
    [InlineData("""{"commandId":"x","parameters":"query","queryOptions":{"skip":"1","count":1.5}}""", "", 0, 25)]
    [InlineData("""{"commandId":"x","queryOptions":[]}""", "", 0, 25)]
    public void Reads_what_is_searched_for_and_passes_over_what_has_another_shape(string value, string text, int skip, int count)
    {
        Assert.True(ComposeExtensionQuery.TryRead(JsonElement.Parse(value), out var query));
        Assert.Equal(new ComposeExtensionQuery("x", text, skip, count), query);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"commandId":""}""")]
    [InlineData("""{"commandId":{}}""")]
    [InlineData("""[]""")]
    [InlineData("null")]
    public void Without_a_command_there_is_no_query(string value) =>
        Assert.False(ComposeExtensionQuery.TryRead(JsonElement.Parse(value), out _));

    [Fact]
    public void Results_are_cards_with_a_preview_and_no_null()
    {
        var card = new AdaptiveCard { Body = [new TextBlock("Body")] };

        var json = ComposeExtensionResponse.Results([new ComposeExtensionResult("Title", "Text", card)]);

        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        var answer = JsonNode.Parse(json)!["composeExtension"]!;
        Assert.Equal("result", (string?)answer["type"]);
        Assert.Equal("list", (string?)answer["attachmentLayout"]);
        Assert.Equal("AdaptiveCard", (string?)answer["attachments"]![0]!["content"]!["type"]);
        Assert.Equal("Title", (string?)answer["attachments"]![0]!["preview"]!["content"]!["title"]);
    }
}
