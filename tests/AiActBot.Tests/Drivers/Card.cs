using System.Text.Json.Nodes;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Drivers;

/// <summary>A card as a person has it before them.</summary>
public sealed class Card(JsonObject content, string activityId)
{
    public Card(SentActivity sent)
        : this(sent.Card!, sent.Id) =>
        IsUpdate = sent.Method == "PUT";

    public string ActivityId => activityId;

    public bool IsUpdate { get; }

    public JsonObject Content => content;

    /// <summary>Everything that can be read on it, details that open on demand included.</summary>
    public string Text => string.Join("\n", Nodes(content).SelectMany(node => new[] { "text", "title", "value", "label" }
        .Select(property => node[property]).OfType<JsonValue>().Where(value => value.GetValueKind() == System.Text.Json.JsonValueKind.String)
        .Select(value => value.GetValue<string>().Replace("\u200B", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal))));

    public IReadOnlyList<string> Buttons => [.. Actions.Select(action => action["title"]!.GetValue<string>())];

    public JsonObject Button(string title) => Actions.SingleOrDefault(action => action["title"]!.GetValue<string>() == title)
        ?? throw new InvalidOperationException($"There is no button '{title}'. There are: {string.Join(", ", Buttons)}");

    /// <summary>The first button that asks for this.</summary>
    public JsonObject ButtonFor(string verb) => Actions.FirstOrDefault(action => action["verb"]!.GetValue<string>() == verb)
        ?? throw new InvalidOperationException($"No button asks for {verb}. There are: {string.Join(", ", Buttons)}");

    public bool Offers(string verb) => Actions.Any(action => action["verb"]!.GetValue<string>() == verb);

    /// <summary>What a button carries back.</summary>
    public string Data(string verb, string name) => ButtonFor(verb)["data"]![name]!.GetValue<string>();

    public IReadOnlyList<string> Inputs => [.. Nodes(content).Where(node => node["type"]?.GetValue<string>().StartsWith("Input.", StringComparison.Ordinal) == true).Select(node => node["id"]!.GetValue<string>())];

    /// <summary>The value of the choice with this title.</summary>
    public string Choice(string input, string title)
    {
        var choices = Nodes(content).SingleOrDefault(node => node["id"]?.GetValue<string>() == input)?["choices"]?.AsArray();
        Assert.True(choices is not null, $"There is no {input} on: {Text}");
        var choice = choices.SingleOrDefault(choice => choice!["title"]!.GetValue<string>() == title);
        Assert.True(choice is not null, $"{title} is not among {choices.ToJsonString()}");
        return choice["value"]!.GetValue<string>();
    }

    /// <summary>The values that can be chosen.</summary>
    public IEnumerable<string> Choices(string input) => Nodes(content).Single(node => node["id"]?.GetValue<string>() == input)["choices"]!.AsArray()
        .Select(choice => choice!["value"]!.GetValue<string>());

    /// <summary>The value of the first choice of an input.</summary>
    public string FirstChoice(string input) => Choices(input).First();

    /// <summary>The addresses that its links open.</summary>
    public IReadOnlyList<Uri> Links => [.. Nodes(content).Where(node => node["type"]?.GetValue<string>() == "Action.OpenUrl").Select(node => new Uri(node["url"]!.GetValue<string>()))];

    private IEnumerable<JsonObject> Actions => Nodes(content).Where(node => node["type"]?.GetValue<string>() == "Action.Execute");

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject { } found => (found.ContainsKey("type") ? [found] : Array.Empty<JsonObject>())
            .Concat(found.Where(property => property.Key != "fallback").SelectMany(property => Nodes(property.Value))).Concat(FactsOf(found)),
        JsonArray list => list.SelectMany(Nodes),
        _ => [],
    };

    private static IEnumerable<JsonObject> FactsOf(JsonObject node) => node["facts"] is JsonArray facts ? facts.OfType<JsonObject>() : [];
}

/// <summary>What came back when a button was pressed.</summary>
public sealed class InvokeAnswer(JsonObject body, string activityId)
{
    public int StatusCode => body["statusCode"]!.GetValue<int>();

    public string Type => body["type"]!.GetValue<string>();

    public bool HasCard => Type == "application/vnd.microsoft.card.adaptive";

    public Card Card => Type == "application/vnd.microsoft.card.adaptive"
        ? new Card(body["value"]!.AsObject(), activityId)
        : throw new InvalidOperationException($"No card came back, but: {body.ToJsonString()}");

    /// <summary>What the person reads when it did not work.</summary>
    public string Error => body["value"]!["message"]!.GetValue<string>();

    public string Message => Type == "application/vnd.microsoft.activity.message"
        ? body["value"]!.GetValue<string>()
        : throw new InvalidOperationException($"No message came back, but: {body.ToJsonString()}");
}
