using System.Text;
using System.Text.Json.Nodes;
using AiActBot.BotFramework.Activities;
using AiActBot.Conversations;
using AiActBot.Tests.Reliability;

namespace AiActBot.Tests.Trust;

/// <summary>
/// Activities of every kind with anything in any place, all with a good token. <see cref="Variable"/> says how many; the seed makes a
/// failure come again, and another seed makes others.
/// </summary>
public sealed class FuzzTests
{
    private const string Variable = "AIACTBOT_TEST_FUZZ";

    private static readonly int Times = Extent.Number(Variable, 2000);
    private static readonly int Seed = Extent.Number("AIACTBOT_TEST_SEED", 42);

    private static readonly string[] Verbs = [.. typeof(Verbs).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    private static readonly string[] Invokes = [.. typeof(InvokeNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public async Task No_activity_whatever_is_in_it_makes_the_bot_fail()
    {
        await using var bot = await TeamsBot.StartAsync(("Sending:KeepsToTeamsLimits", "false"), ("Limits:MessagesPerMinute", "1000000"), ("Limits:TenantMessagesPerMinute", "1000000"));
        bot.Bot.Connector.Rules.PlacesAreMadeUp = true;
        var failed = new System.Collections.Concurrent.ConcurrentQueue<string>();

        await Parallel.ForAsync(0, Times, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
#pragma warning disable CA5394
            var body = Spoil(bot.Sanne.Activity("message"), new Random(Seed + number));
#pragma warning restore CA5394
            using var response = await bot.Bot.PostAsync(body);
            if ((int)response.StatusCode is >= 500 and not 501)
                failed.Enqueue($"{number}: {response.StatusCode}");
        });

        Assert.Empty(failed);
        Assert.Contains("Wat kan ik", (await bot.Bot.Person("Pieter").AsksForCardAsync("help")).Text, StringComparison.Ordinal);
    }

#pragma warning disable CA5394 // A test that can be repeated needs no secret numbers.
    private static string Spoil(JsonObject activity, Random random)
    {
        activity["type"] = Pick(random, "message", "message", "invoke", "invoke", "installationUpdate", "conversationUpdate", "messageReaction", "messageUpdate", "messageDelete", "typing", "event");
        activity["name"] = Pick(random, Invokes);
        activity["action"] = Pick(random, "add", "remove", "add-upgrade", "remove-upgrade");
        activity["text"] = Pick(random, "help", "cases", "systems", "triage", "report", "english", "show Article 26(5)", "x");
        activity["replyToId"] = "1";
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = activity["recipient"]!["id"]!.DeepClone() });
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>x</at>", ["mentioned"] = new JsonObject { ["id"] = "29:x" } });
        var data = new JsonObject { ["verb"] = Pick(random, Verbs), ["caseId"] = Guid.NewGuid().ToString(), ["revision"] = "1", ["answer"] = "yes" };
        activity["value"] = random.Next(4) switch
        {
            0 => data,
            1 => new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "{\"feedbackText\":\"x\"}" } },
            2 => new JsonObject { ["commandId"] = "search", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = "log" }), ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 } },
            _ => new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = data["verb"]!.DeepClone(), ["data"] = data }, ["trigger"] = "manual" },
        };
        for (var changes = random.Next(1, 5); changes > 0; changes--)
            Replace(activity, random);
        var body = activity.ToJsonString();
        return random.Next(10) > 0 ? body : Scratch(body, random);
    }

    /// <summary>Something else in one place, any number of levels down.</summary>
    private static void Replace(JsonObject activity, Random random)
    {
        JsonNode at = activity;
        while (true)
        {
            if (at is JsonObject { Count: > 0 } fields)
            {
                var name = fields.ElementAt(random.Next(fields.Count)).Key;
                if (random.Next(3) > 0 && fields[name] is JsonObject or JsonArray)
                    at = fields[name]!;
                else if (random.Next(4) == 0)
                    fields[$"extra{random.Next(9)}"] = Anything(random);
                else
                {
                    fields[name] = Anything(random);
                    return;
                }
            }
            else if (at is JsonArray { Count: > 0 } items)
            {
                items[random.Next(items.Count)] = Anything(random);
                return;
            }
            else
            {
                return;
            }
        }
    }

    private static JsonNode? Anything(Random random) => random.Next(14) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(-5, 5)),
        2 => JsonValue.Create(1e308),
        3 => JsonValue.Create(true),
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 => JsonValue.Create(""),
        7 => JsonValue.Create(new string('é', random.Next(5000))),
        8 => JsonValue.Create("\u202E\u200B\0<at>x</at>\r\nBcc: x ![x](https://evil.example) "),
        9 => JsonValue.Create("👩‍👩‍👧 Z̷̧a̷lgo ﷽"),
        10 => JsonValue.Create(Guid.NewGuid().ToString()),
        11 => JsonValue.Create("2026-13-99T99:99:99Z"),
        12 => new JsonArray(Enumerable.Range(0, random.Next(200)).Select(_ => (JsonNode)new JsonObject { ["type"] = "mention" }).ToArray()),
        _ => new JsonObject { ["id"] = new JsonArray(1, null, new JsonObject()), ["verb"] = Pick(random, Verbs) },
    };

    private static string Scratch(string body, Random random)
    {
        var text = new StringBuilder(body);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
            text[random.Next(text.Length)] = (char)random.Next(1, 200);
        return text.ToString();
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
