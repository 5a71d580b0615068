using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Assistant;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.LocalChat.Page;
using AiActBot.Triage;
using AiActBot.Triage.RuleFiles;

namespace AiActBot.LocalChat.Gallery;

/// <summary>
/// <c>/cards</c>: every card of the product beside each other, to look at. The interview's are built from the rule files as they are; the
/// others were recorded while a test played the product, and that test fails when a button or an input is missing or no longer there.
/// </summary>
internal static class CardGallery
{
    public static void Map(RouteGroupBuilder group)
    {
        LocalChatPage.MapFile(group, "/cards", "cards.html", "text/html; charset=utf-8");
        LocalChatPage.MapFile(group, "/local/cards.js", "cards.js", "text/javascript; charset=utf-8");
        LocalChatPage.MapFile(group, "/local/cards.css", "cards.css", "text/css; charset=utf-8");
        group.MapGet("/local/api/cards", (string? language, IServiceProvider services) =>
            Results.Json(new JsonArray([.. All(language == "en" ? Language.English : Language.Dutch, services)])));
    }

    private static IEnumerable<JsonNode> All(Language language, IServiceProvider services) =>
    [
        .. Recorded(language),
        .. Interview(
            language, services.GetRequiredService<TriageEngine>(), services.GetRequiredService<RuleBook>(),
            Path.Combine(services.GetRequiredService<KnowledgeBase>().Folder.Path, "rules")),
    ];

    private static IEnumerable<JsonNode> Recorded(Language language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"CardGallery/cards-{(language == Language.Dutch ? "nl" : "en")}.json")
            ?? throw new InvalidOperationException("The recorded cards are missing.");
        return JsonNode.Parse(stream)!.AsArray().Select(card => Shown(card!["name"]!.GetValue<string>(), card["summary"]!.GetValue<string>(), card["card"]!.DeepClone()));
    }

    private static IEnumerable<JsonNode> Interview(Language language, TriageEngine engine, RuleBook book, string rules)
    {
        var session = new TriageSession { Id = Guid.Empty, PersonId = new PersonId(Guid.Empty), StartedAt = DateTimeOffset.UnixEpoch, Name = "TalentScan" };
        foreach (var question in book.Questions)
            yield return Shown($"question {question.Id}", question.Text.In(language), new QuestionCard(session, question, new TriageProgress(3, 6), language, null).Build());
        // Of those that look the same, one is enough to look at.
        foreach (var scenario in RuleBookFolder.LoadWithScenarios(rules).Scenarios.DistinctBy(LookOf))
            yield return Shown($"outcome {scenario.Id}", TriageTexts.Title.In(language), new OutcomeCard(session, engine.Evaluate(scenario.Answers), book, language).Build());
    }

    private static string LookOf(Scenario scenario) =>
        $"{string.Join(' ', scenario.Roles)}/{string.Join(' ', scenario.Classes.Select(found => found.Class))}/{scenario.Complete}/{scenario.Contradictory}";

    private static JsonObject Shown(string name, string summary, AdaptiveCard card) => Shown(name, summary, JsonNode.Parse(card.ToJson().GetRawText())!);

    private static JsonObject Shown(string name, string summary, JsonNode card) => new()
    {
        ["name"] = name,
        ["summary"] = summary,
        ["bytes"] = Encoding.UTF8.GetByteCount(card.ToJsonString()),
        ["card"] = card,
    };
}
