using System.Text.Json.Nodes;

namespace AiActBot.LocalChat.Client;

/// <summary>What the page says about itself with every activity.</summary>
internal sealed record ClientInfo(string Locale, string? TimeZone)
{
    public static ClientInfo From(JsonObject body) =>
        new(body["locale"].Text() is "en" or "en-GB" ? "en-GB" : "nl-NL", body["timeZone"].Text());
}

/// <summary>Activities of a person towards the bot, in the shape in which Teams sends them.</summary>
internal sealed class LocalActivities(TimeProvider time)
{
    public JsonObject Message(LocalPerson person, string id, string text, ClientInfo client)
    {
        var activity = Envelope("message", person, id, client);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    /// <summary>Action.Submit: a message without text, with the card's inputs as its value.</summary>
    public JsonObject CardSubmit(LocalPerson person, string id, string cardActivityId, JsonNode? data, string? text, ClientInfo client)
    {
        var activity = Envelope("message", person, id, client);
        if (text is not null)
            activity["text"] = text;
        activity["value"] = data?.DeepClone() ?? new JsonObject();
        activity["replyToId"] = cardActivityId;
        return activity;
    }

    public JsonObject CardInvoke(LocalPerson person, string id, string cardActivityId, JsonObject action, string trigger, ClientInfo client)
    {
        var sent = new JsonObject { ["type"] = "Action.Execute" };
        foreach (var name in new[] { "id", "verb", "data" })
        {
            if (action[name] is { } value)
                sent[name] = value.DeepClone();
        }
        return Invoke("adaptiveCard/action", person, id, cardActivityId, new() { ["action"] = sent, ["trigger"] = trigger }, client);
    }

    public JsonObject Feedback(LocalPerson person, string id, string activityId, string reaction, string text, ClientInfo client)
    {
        // The comment travels as JSON within a string: that is Teams' own form.
        var feedback = new JsonObject { ["feedbackText"] = text }.ToJsonString();
        var value = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = feedback },
        };
        return Invoke("message/submitAction", person, id, activityId, value, client);
    }

    public JsonObject InstallationUpdate(LocalPerson person, string id, string action, ClientInfo client)
    {
        var activity = Envelope("installationUpdate", person, id, client);
        activity["action"] = action;
        return activity;
    }

    public JsonObject MembersAdded(LocalPerson person, string id, ClientInfo client)
    {
        var activity = Envelope("conversationUpdate", person, id, client);
        activity["membersAdded"] = new JsonArray(
            new JsonObject { ["id"] = person.Mri, ["aadObjectId"] = person.AadObjectId },
            new JsonObject { ["id"] = LocalPeople.BotId });
        return activity;
    }

    JsonObject Invoke(string name, LocalPerson person, string id, string replyToId, JsonObject value, ClientInfo client)
    {
        var activity = Envelope("invoke", person, id, client);
        activity["name"] = name;
        activity["value"] = value;
        activity["replyToId"] = replyToId;
        return activity;
    }

    JsonObject Envelope(string type, LocalPerson person, string id, ClientInfo client)
    {
        var clientInfo = new JsonObject
        {
            ["type"] = "clientInfo",
            ["locale"] = client.Locale,
            ["country"] = client.Locale == "nl-NL" ? "NL" : "GB",
            ["platform"] = "Web",
        };
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["channelId"] = "msteams",
            ["timestamp"] = time.GetUtcNow().ToString("O"),
            ["from"] = new JsonObject { ["id"] = person.Mri, ["name"] = person.Name, ["aadObjectId"] = person.AadObjectId },
            ["recipient"] = new JsonObject { ["id"] = LocalPeople.BotId, ["name"] = LocalPeople.BotName },
            ["conversation"] = new JsonObject
            {
                ["id"] = person.ConversationId,
                ["conversationType"] = "personal",
                ["tenantId"] = LocalPeople.TenantId,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = LocalPeople.TenantId } },
            ["locale"] = client.Locale,
            ["entities"] = new JsonArray(clientInfo),
        };
        if (client.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
        {
            clientInfo["timezone"] = zone;
            activity["localTimezone"] = zone;
            activity["localTimestamp"] = TimeZoneInfo.ConvertTime(time.GetUtcNow(), found).ToString("O");
        }
        return activity;
    }
}
