using System.Text.Json;
using System.Text.Json.Nodes;
using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Cards;

namespace AiActBot.BotFramework.Tests.Cards;

public sealed class AdaptiveCardTests
{
    [SkippableTheory]
    [InlineData(nameof(SampleCards.Approval))]
    [InlineData(nameof(SampleCards.EveryElement))]
    public void Cards_hold_to_the_official_schema(string name)
    {
        var schema = Schema();

        var faults = schema.Check(WithoutTeamsOwn(Card(name)));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [SkippableTheory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":5}]}""", "$.body[0].text")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","weight":"heavy"}]}""", "weight")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"FactSet"}]}""", "facts")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"a","colour":"red"}]}""", "colour")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","msteams":{}}""", "msteams")]
    public void The_schema_finds_what_is_wrong(string card, string where) =>
        Assert.Contains(Schema().Check(JsonElement.Parse(card)), fault => fault.Contains(where, StringComparison.Ordinal));

    [Fact]
    public void A_card_is_written_as_it_reads()
    {
        var card = new AdaptiveCard
        {
            Lang = "nl",
            IsFullWidth = true,
            Body = [new TextBlock("Dag") { Weight = TextWeight.Bolder }],
            Actions = [new ExecuteAction("Akkoord", "approve") { Data = new() { ["case"] = "c-1" }, Style = ActionStyle.Positive }],
        };

        AssertJson(
            """
            { "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5",
              "lang": "nl", "msteams": { "width": "Full" },
              "body": [{ "type": "TextBlock", "text": "Dag", "weight": "bolder", "wrap": true }],
              "actions": [{ "type": "Action.Execute", "title": "Akkoord", "verb": "approve", "style": "positive", "data": { "case": "c-1" },
                "fallback": { "type": "Action.Submit", "title": "Akkoord", "style": "positive", "data": { "case": "c-1", "verb": "approve" } } }] }
            """,
            card.ToJson());
    }

    [Fact]
    public void A_button_is_routed_by_the_same_verb_whether_executed_or_submitted()
    {
        var button = SampleCards.Approval.ToJson().GetProperty("actions")[0];

        Assert.True(AdaptiveCardInvokeValue.TryRead(JsonElement.Parse($$"""{"action":{{button}}}"""), out var executed));
        Assert.Equal(executed.Action.Verb, CardData.Read(button.GetProperty("fallback").GetProperty("data")).Verb);
    }

    [Fact]
    public void A_button_without_data_still_submits_its_verb() =>
        Assert.Equal(
            """{"verb":"help"}""",
            new AdaptiveCard { Body = [], Actions = [new ExecuteAction("Hulp", "help")] }
                .ToJson().GetProperty("actions")[0].GetProperty("fallback").GetProperty("data").GetRawText());

    [Fact]
    public void Data_with_a_verb_of_its_own_is_a_mistake() =>
        Assert.Throws<InvalidOperationException>(() => new AdaptiveCard
        {
            Body = [],
            Actions = [new ExecuteAction("x", "approve") { Data = new() { ["verb"] = "reject" } }],
        }.ToJson());

    [Fact]
    public void The_same_data_serves_two_buttons_and_two_writings()
    {
        var data = new JsonObject { ["case"] = "c-1" };
        var card = new AdaptiveCard
        {
            Body = [],
            Actions = [new ExecuteAction("a", "a") { Data = data }, new ExecuteAction("b", "b") { Data = data }],
        };

        Assert.True(JsonElement.DeepEquals(card.ToJson(), card.ToJson()));
        Assert.Single(data);
    }

    [Fact]
    public void A_refresh_has_no_fallback_and_at_most_sixty_people()
    {
        string[] People(int count) => [.. Enumerable.Range(0, count).Select(number => $"29:{number}")];
        var action = new ExecuteAction(null, "refresh");

        AssertJson(
            """{ "action": { "type": "Action.Execute", "verb": "refresh" }, "userIds": ["29:0"] }""",
            new AdaptiveCard { Body = [], Refresh = new(action, People(1)) }.ToJson().GetProperty("refresh"));
        Assert.Equal(60, new Refresh(action, People(60)).UserIds!.Count);
        Assert.Throws<ArgumentException>(() => new Refresh(action, People(61)));
    }

    [Fact]
    public void The_people_picker_searches_the_tenant() =>
        AssertJson(
            """{ "type": "Data.Query", "dataset": "graph.microsoft.com/users" }""",
            new AdaptiveCard { Body = [new ChoiceSetInput("who") { Query = ChoiceQuery.People }] }
                .ToJson().GetProperty("body")[0].GetProperty("choices.data"));

    [Fact]
    public void An_attachment_and_an_invoke_response_hold_the_card()
    {
        var attachment = SampleCards.Approval.ToAttachment();
        var response = AdaptiveCardInvokeResponse.Card(SampleCards.Approval);

        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.ContentType);
        AssertJson(attachment.Content!.Value.GetRawText(), response.Value!.Value);
        Assert.Contains("Corrigerende", JsonSerializer.Serialize(Activity.WithAttachment(attachment), ActivityJson.Default.Activity), StringComparison.Ordinal);
    }

    [Fact]
    public void The_size_is_that_of_the_card_as_written()
    {
        var small = new AdaptiveCard { Body = [new TextBlock("")] };
        var large = new AdaptiveCard { Body = [new TextBlock(new string('a', AdaptiveCard.MaxSizeInBytes))] };

        Assert.Equal(AdaptiveCard.MaxSizeInBytes, large.SizeInBytes - small.SizeInBytes);
        Assert.True(SampleCards.EveryElement.SizeInBytes < AdaptiveCard.MaxSizeInBytes);
    }

    private static JsonElement Card(string name) =>
        (name == nameof(SampleCards.Approval) ? SampleCards.Approval : SampleCards.EveryElement).ToJson();

    // Teams adds these to Adaptive Cards; the official schema of 1.5 knows neither.
    private static JsonElement WithoutTeamsOwn(JsonElement card)
    {
        var copy = JsonNode.Parse(card.GetRawText())!.AsObject();
        copy.Remove("msteams");
        foreach (var element in copy["body"]!.AsArray())
        {
            element!.AsObject().Remove("choices.data");
        }

        return JsonElement.Parse(copy.ToJsonString());
    }

    private static CardSchema Schema()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "AiActBot.sln")))
        {
            root = root.Parent;
        }

        var path = Path.Combine(root?.FullName ?? "", "..", "shared", "data", "schemas", "adaptive-card.1.5.0.schema.json");
        Skip.IfNot(File.Exists(path), "The official schema of Adaptive Cards 1.5 is not on this machine.");
        return new CardSchema(JsonElement.Parse(File.ReadAllText(path)));
    }

    private static void AssertJson(string expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), actual), $"Written as {actual}");
}
