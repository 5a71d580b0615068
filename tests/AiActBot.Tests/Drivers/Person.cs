using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AiActBot.Tests.Infrastructure;

namespace AiActBot.Tests.Drivers;

/// <summary>Somebody who talks with the bot, so that a test reads as a conversation.</summary>
public sealed class Person(RunningBot bot, string name, string locale)
{
    private const string TenantId = "11111111-2222-4333-8444-555555555555";

    public string Name => name;

    public RunningBot Bot => bot;

    public bool IsDutch => locale.StartsWith("nl", StringComparison.OrdinalIgnoreCase);

    public string ConversationId { get; init; } = $"a:{name}";

    public string ConversationType { get; init; } = "personal";

    /// <summary>The name that the channel sends along, which proves nothing.</summary>
    public string? NameInActivities { get; init; }

    public string ObjectId => ObjectIdOf(name);

    public string TenantIdInActivities { get; init; } = TenantId;

    /// <summary>The same name always is the same person.</summary>
    public static string ObjectIdOf(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();

    /// <summary>The same person in a chat with others.</summary>
    public Person InGroupChat(string conversationId) =>
        new(bot, name, locale) { ConversationId = conversationId, ConversationType = "groupChat", TenantIdInActivities = TenantIdInActivities };

    /// <summary>Installs the app, and reads the welcome.</summary>
    public async Task<Person> InstallsAsync()
    {
        await SendsAsync(Activity("installationUpdate", ("action", "add")));
        await SeesCardAsync();
        return this;
    }

    public Task WritesAsync(string text) => SendsAsync(Activity("message", ("text", text)));

    /// <summary>Writes, and waits for the card that it brings.</summary>
    public async Task<Card> AsksForCardAsync(string text)
    {
        bot.Connector.PassOver(ConversationId);
        await WritesAsync(text);
        return await SeesCardAsync();
    }

    /// <summary>Writes, and waits for the text that answers it.</summary>
    public async Task<string> AsksForTextAsync(string text)
    {
        bot.Connector.PassOver(ConversationId);
        await WritesAsync(text);
        return await SeesTextAsync();
    }

    /// <summary>The next message in words; that an answer is being written is none.</summary>
    public async Task<string> SeesTextAsync() =>
        (await bot.Connector.NextAsync(ConversationId, sent => sent is { Type: "message", Text: not null })).Text!;

    /// <summary>The next message with these words.</summary>
    public async Task<string> SeesTextAsync(string words) =>
        (await bot.Connector.NextAsync(ConversationId, sent => sent.Text?.Contains(words, StringComparison.Ordinal) == true)).Text!;

    public async Task<Card> SeesCardAsync() => new(await bot.Connector.NextAsync(ConversationId, sent => sent.Card is not null));

    public async Task<Card> SeesCardAsync(Func<Card, bool> fits) =>
        new(await bot.Connector.NextAsync(ConversationId, sent => sent.Card is not null && fits(new Card(sent))));

    /// <summary>The newest card that fits, also one from before.</summary>
    public async Task<Card> SeesAsync(Func<Card, bool> fits) =>
        new(await bot.Connector.SeeAsync(ConversationId, sent => sent.Card is not null && fits(new Card(sent))));

    /// <summary>The newest card with these words, also one from before.</summary>
    public Task<Card> SeesAsync(string words) => SeesAsync(card => card.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>What the bot sent to this person, from the first.</summary>
    public IReadOnlyList<SentActivity> Received => [.. bot.Connector.Sent.Where(sent => sent.ConversationId == ConversationId)];

    /// <summary>Presses a button as Teams does: the answer is the card that takes the place of the old one, or a message.</summary>
    public Task<InvokeAnswer> PressesAsync(Card card, string button, params (string Name, string Value)[] inputs) =>
        InvokesAsync(card.Button(button), card.ActivityId, inputs);

    /// <summary>Presses the button that asks for this, whatever it is called in the person's language.</summary>
    public Task<InvokeAnswer> PressesVerbAsync(Card card, string verb, params (string Name, string Value)[] inputs) =>
        InvokesAsync(card.ButtonFor(verb), card.ActivityId, inputs);

    public async Task<InvokeAnswer> InvokesAsync(JsonObject action, string replyToId, params (string Name, string Value)[] inputs)
    {
        var data = action["data"]?.DeepClone().AsObject() ?? [];
        foreach (var (input, value) in inputs)
            data[input] = value;
        return await InvokesAsync(action["verb"]!.GetValue<string>(), data, replyToId);
    }

    public async Task<InvokeAnswer> InvokesAsync(string verb, JsonNode? data, string replyToId = "1", string? activityId = null)
    {
        var activity = Activity("invoke", ("name", "adaptiveCard/action"), ("replyToId", replyToId));
        if (activityId is not null)
            activity["id"] = activityId;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        };
        using var response = await bot.PostAsync(activity);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = new InvokeAnswer(JsonNode.Parse(body)!.AsObject(), replyToId);
        if (answer.HasCard)
            bot.CardsInPlace.Enqueue(answer.Card.Content);
        return answer;
    }

    /// <summary>Presses a button as a client that only knows <c>Action.Submit</c>.</summary>
    public Task SubmitsAsync(Card card, string button, params (string Name, string Value)[] inputs)
    {
        var data = card.Button(button)["fallback"]!["data"]!.DeepClone().AsObject();
        foreach (var (input, value) in inputs)
            data[input] = value;
        var activity = Activity("message", ("replyToId", card.ActivityId));
        activity["value"] = data;
        return SendsAsync(activity);
    }

    public JsonObject Activity(string type, params (string Name, string Value)[] fields)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = bot.Connector.ServiceUrl.ToString(),
            ["from"] = new JsonObject { ["id"] = $"29:{name}", ["name"] = NameInActivities ?? name, ["aadObjectId"] = ObjectId },
            ["recipient"] = new JsonObject { ["id"] = bot.BotId, ["name"] = "AiActBot" },
            ["conversation"] = new JsonObject { ["id"] = ConversationId, ["conversationType"] = ConversationType, ["tenantId"] = TenantIdInActivities },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantIdInActivities } },
            ["locale"] = locale,
        };
        foreach (var (field, value) in fields)
            activity[field] = value;
        return activity;
    }

    public async Task SendsAsync(JsonObject activity)
    {
        using var response = await bot.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
