using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiActBot.BotFramework.Cards;
using AiActBot.BotFramework.Tests.Cards;
using AiActBot.Compliance;
using AiActBot.Conversations;
using AiActBot.Tests.Conversations;

namespace AiActBot.Tests.Cards;

/// <summary>What holds for every card that people see, in both languages.</summary>
public sealed class CardRulesTests(ShownCards shown) : IClassFixture<ShownCards>
{
    [Fact]
    public void Every_button_of_the_product_was_seen_in_both_languages()
    {
        var verbs = typeof(Verbs).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(verb => verb != Verbs.Help).ToList();
        foreach (var language in Enum.GetValues<Language>())
        {
            var seen = shown.All.Where(card => card.Language == language).SelectMany(card => Of(card.Content, "Action.Execute"))
                .Select(action => action["verb"]!.GetValue<string>()).ToHashSet();
            Assert.Empty(verbs.Except(seen));
        }
    }

    /// <summary>The gallery of the local chat shows what people see. Which cards come while a case moves on depends on the moment; what can be done on them does not.</summary>
    [Fact]
    public void The_gallery_has_every_button_and_every_input_and_no_other()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            // The interview's are built there anew.
            var seen = shown.All.Where(card => card.Language == language && !card.Seen.StartsWith("question ", StringComparison.Ordinal) && !card.Seen.StartsWith("outcome ", StringComparison.Ordinal)).ToList();
            if (Environment.GetEnvironmentVariable(CardRecording.Variable) is { Length: > 0 })
                CardRecording.Write(language, seen);
            var recorded = JsonNode.Parse(CardRecording.Read(language))!.AsArray().SelectMany(card => CardRecording.PartsOf(card!["card"]!.AsObject()));
            Assert.Equal(
                seen.SelectMany(card => CardRecording.PartsOf(card.Content)).Distinct().Order(StringComparer.Ordinal), recorded.Distinct().Order(StringComparer.Ordinal));
        }
    }

    [SkippableFact]
    public void Every_card_holds_to_the_official_schema()
    {
        var schema = Schema();
        Each(card => schema.Check(WithoutTeamsOwn(card.Content)));
    }

    [Fact]
    public void Every_card_is_small_enough_for_every_client() => Each(card =>
        Encoding.UTF8.GetByteCount(card.Content.ToJsonString()) is > AdaptiveCard.MaxSizeInBytes and var size ? [$"has {size} bytes"] : []);

    [Fact]
    public void Every_input_says_what_it_is_for_and_every_required_one_what_is_missing() => Each(card => Inputs(card.Content)
        .Where(input => Words(input, "label") is null && !(Type(input) == "Input.Toggle" && Words(input, "title") is not null))
        .Select(input => $"{input["id"]} has no label")
        .Concat(Inputs(card.Content).Where(input => input["isRequired"]?.GetValue<bool>() == true && Words(input, "errorMessage") is null)
            .Select(input => $"{input["id"]} is required and does not say so")));

    [Fact]
    public void Every_text_choice_and_toggle_wraps() => Each(card => Of(card.Content, "TextBlock", "Input.ChoiceSet", "Input.Toggle")
        .Where(element => element["wrap"]?.GetValue<bool>() != true).Select(element => $"{element.ToJsonString()} does not wrap"));

    [Fact]
    public void Every_input_and_every_hidden_part_has_a_name_of_its_own() => Each(card => Nodes(card.Content)
        .Select(node => node["id"]?.GetValue<string>()).OfType<string>().GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"{group.Key} is there twice"));

    [Fact]
    public void No_row_of_buttons_is_longer_than_teams_shows() => Each(card => Of(card.Content, "ActionSet")
        .Where(set => set["actions"]!.AsArray().Count > 6).Select(_ => "has more than six buttons in a row")
        .Concat(card.Content["actions"] is JsonArray ? ["has buttons outside the rows"] : []));

    [Fact]
    public void Every_card_begins_with_what_it_is_about() => Each(card =>
        Of(card.Content, "TextBlock").Any(text => text["style"]?.GetValue<string>() == "heading") ? [] : ["has no heading"]);

    [Fact]
    public void Every_button_carries_opaque_ids_and_nothing_that_decides() => Each(card => Of(card.Content, "Action.Execute")
        .SelectMany(action => action["data"] as JsonObject ?? [])
        .Where(data => !(data.Key is "question" or "answer" or "month" || IsPlaceInAList(data) || Guid.TryParse(data.Value!.GetValue<string>(), out _)))
        .Select(data => $"carries {data.Key}"));

    private static bool IsPlaceInAList(KeyValuePair<string, JsonNode?> data) =>
        data.Key == "from" && int.TryParse(data.Value!.GetValue<string>(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _);

    [Fact]
    public void Every_card_that_comes_by_itself_has_words_for_the_notification() => Each(card =>
        card.Activity is { } activity && Words(activity, "summary") is null ? ["has no summary"] : []);

    [Fact]
    public void Every_text_is_in_the_language_of_its_reader() => Each(card => Texts(card)
        .SelectMany(text => OneLanguage.StrangersIn(text, card.Language).Select(word => $"says '{word}' in: {text}")));

    private void Each(Func<ShownCard, IEnumerable<string>> faults)
    {
        Assert.True(shown.All.Count > 100, $"Only {shown.All.Count} cards were seen.");
        var found = shown.All.SelectMany(card => faults(card).Select(fault => $"{card.Language} {card.Seen}: {fault}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found.Take(40)));
    }

    private static IEnumerable<string> Texts(ShownCard card) => Nodes(card.Content)
        .SelectMany(node => new[] { "text", "title", "label", "placeholder", "errorMessage", "fallbackText", "speak", "altText" }.Select(name => Words(node, name)))
        .Concat(Nodes(card.Content).SelectMany(node => (node["facts"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(fact => new[] { Words(fact, "title"), Words(fact, "value") })))
        .Concat(Nodes(card.Content).SelectMany(node => (node["choices"] as JsonArray ?? []).OfType<JsonObject>().Select(choice => Words(choice, "title"))))
        .Append(card.Activity is null ? null : Words(card.Activity, "summary")).OfType<string>()
        .Select(text => text.Replace("\\", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal));

    private static string? Words(JsonObject node, string name) =>
        node[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text ? text : null;

    private static IEnumerable<JsonObject> Inputs(JsonObject card) => Nodes(card).Where(node => Type(node).StartsWith("Input.", StringComparison.Ordinal));

    private static IEnumerable<JsonObject> Of(JsonObject card, params string[] types) => Nodes(card).Where(node => types.Contains(Type(node)));

    private static string Type(JsonObject node) => node["type"]!.GetValue<string>();

    /// <summary>Every element and action; the fallback of a button repeats the button.</summary>
    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject found => (found["type"] is JsonValue ? [found] : Array.Empty<JsonObject>())
            .Concat(found.Where(property => property.Key is not ("fallback" or "data")).SelectMany(property => Nodes(property.Value))),
        JsonArray list => list.SelectMany(Nodes),
        _ => [],
    };

    // Teams adds this to Adaptive Cards; the official schema does not know it.
    private static JsonElement WithoutTeamsOwn(JsonObject card)
    {
        var copy = card.DeepClone().AsObject();
        copy.Remove("msteams");
        return JsonElement.Parse(copy.ToJsonString());
    }

    private static CardSchema Schema()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "AiActBot.sln")))
            root = root.Parent;
        var path = Path.Combine(root?.FullName ?? "", "..", "shared", "data", "schemas", "adaptive-card.1.5.0.schema.json");
        Skip.IfNot(File.Exists(path), "The official schema of Adaptive Cards 1.5 is not on this machine.");
        return new CardSchema(JsonElement.Parse(File.ReadAllText(path)));
    }
}
