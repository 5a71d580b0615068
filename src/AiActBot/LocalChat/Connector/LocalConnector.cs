using System.Text.Json.Nodes;

namespace AiActBot.LocalChat.Connector;

/// <summary>Does to the local conversations what Teams' connector does to real ones. Knows activities only as JSON.</summary>
internal sealed class LocalConnector(LocalTranscript transcript, LocalStreams streams, LocalChatEvents events, TimeProvider time)
{
    public ConnectorReply CreateConversation(JsonObject body, string serviceUrl)
    {
        if (body["isGroup"] is JsonValue isGroup && isGroup.TryGetValue<bool>(out var group) && group)
            return ConnectorReply.BadArgument("There are personal chats only here.");
        if ((body["tenantId"].Text() ?? body["channelData"]?["tenant"]?["id"].Text()) != LocalPeople.TenantId)
            return ConnectorReply.BadArgument("The tenant is missing or not this one.");
        if (body["members"].Objects().ToList() is not [var member] || member["id"].Text() is not { } account)
            return ConnectorReply.BadSyntax("A personal chat has one member.");
        if (LocalPeople.ByAccount(account) is not { } person)
            return ConnectorReply.BadArgument("The member is not known in this tenant.");
        if (!transcript.IsInstalled(person))
            return Forbidden("ForbiddenOperationException", "The app is not installed for this person.");

        var answer = new JsonObject { ["id"] = person.ConversationId, ["serviceUrl"] = serviceUrl };
        if (body["activity"] is JsonObject first)
        {
            var sent = Send(person, first);
            if (sent.Status != StatusCodes.Status201Created)
                return sent;
            answer["activityId"] = sent.Body?["id"].Text();
        }
        return new(StatusCodes.Status201Created, answer);
    }

    public ConnectorReply Send(string conversation, JsonObject activity, string? replyToId = null)
    {
        if (LocalPeople.ByConversation(conversation) is not { } person)
            return ConnectorReply.ConversationNotFound();
        if (replyToId is not null)
            activity["replyToId"] = replyToId;
        return Send(person, activity);
    }

    public ConnectorReply Update(string conversation, string id, JsonObject activity)
    {
        if (LocalPeople.ByConversation(conversation) is not { } person)
            return ConnectorReply.ConversationNotFound();
        if (ActivityRules.Refusal(activity) is { } refusal)
            return refusal;
        if (transcript.Find(conversation, id) is not { } earlier)
            return ConnectorReply.ActivityNotFound();
        if (!earlier.FromBot)
            return Forbidden("ForbiddenOperationException", "A bot changes its own activities only.");
        if (IsTextAndCard(activity))
            return ConnectorReply.BadSyntax("Activity resulted into multiple activities: send text and card apart.");
        Stamp(activity, id);
        if (transcript.Replace(conversation, id, activity) is { } entry)
            events.Publish("update", person, new JsonObject { ["entry"] = entry.ToJson() });
        return ConnectorReply.Ok(new JsonObject { ["id"] = id });
    }

    public ConnectorReply Delete(string conversation, string id)
    {
        if (LocalPeople.ByConversation(conversation) is not { } person)
            return ConnectorReply.ConversationNotFound();
        if (transcript.Find(conversation, id) is not { } earlier)
            return ConnectorReply.ActivityNotFound();
        if (!earlier.FromBot)
            return Forbidden("ForbiddenOperationException", "A bot deletes its own activities only.");
        transcript.Delete(conversation, id);
        events.Publish("delete", person, new JsonObject { ["id"] = id });
        PublishUnread(person);
        return ConnectorReply.Ok();
    }

    /// <summary>The person stops the answer that is being streamed: what is there stays.</summary>
    public void StopStream(LocalPerson person)
    {
        if (streams.Stop(person.ConversationId) is { } stopped)
            Keep(person, stopped);
    }

    public void PublishUnread(LocalPerson person) =>
        events.Publish("unread", person, new JsonObject { ["unread"] = transcript.Unread(person) });

    ConnectorReply Send(LocalPerson person, JsonObject activity)
    {
        if (!transcript.IsInstalled(person))
            return Forbidden("BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        if (ActivityRules.Refusal(activity) is { } refusal)
            return refusal;
        if (LocalStreams.StreamInfo(activity) is { } info)
            return Stream(person, activity, info);
        if (activity["type"].Text() == "typing")
        {
            events.Publish("typing", person);
            return ConnectorReply.Created(transcript.NewActivityId());
        }
        if (IsTextAndCard(activity))
            return Split(person, activity);
        var id = transcript.NewActivityId();
        Show(person, id, activity);
        return ConnectorReply.Created(id);
    }

    ConnectorReply Stream(LocalPerson person, JsonObject activity, JsonObject info)
    {
        switch (streams.Take(person.ConversationId, activity, info, transcript.NewActivityId))
        {
            case StreamStep.Refused refused:
                return refused.Reply;
            case StreamStep.Expired expired:
                Keep(person, expired.Stream);
                return expired.Reply;
            case StreamStep.Started started:
                events.Publish("stream", person, started.Stream.ToJson());
                return ConnectorReply.Created(started.Stream.Id);
            case StreamStep.Grown grown:
                events.Publish("stream", person, grown.Stream.ToJson());
                return new(StatusCodes.Status202Accepted, new JsonObject());
            case StreamStep.Final final:
                Show(person, final.StreamId, activity);
                return new(StatusCodes.Status202Accepted, new JsonObject());
            default:
                throw new InvalidOperationException("A stream step without an answer.");
        }
    }

    // Teams makes two messages of text with a card, and the id it answers with can change neither.
    ConnectorReply Split(LocalPerson person, JsonObject activity)
    {
        var text = activity.DeepClone().AsObject();
        text.Remove("attachments");
        activity.Remove("text");
        Show(person, transcript.NewActivityId(), text);
        Show(person, transcript.NewActivityId(), activity);
        return ConnectorReply.Created(transcript.NewActivityId());
    }

    void Keep(LocalPerson person, OpenStream stream)
    {
        if (stream.Text.Length > 0)
            Show(person, stream.Id, new JsonObject { ["type"] = "message", ["text"] = stream.Text });
        else
            events.Publish("delete", person, new JsonObject { ["id"] = stream.Id });
    }

    void Show(LocalPerson person, string id, JsonObject activity)
    {
        Stamp(activity, id);
        var entry = transcript.Append(person.ConversationId, id, fromBot: true, activity);
        events.Publish("activity", person, new JsonObject { ["entry"] = entry.ToJson() });
        PublishUnread(person);
    }

    void Stamp(JsonObject activity, string id)
    {
        activity["id"] = id;
        activity["timestamp"] = time.GetUtcNow().ToString("O");
        activity["from"] = new JsonObject { ["id"] = LocalPeople.BotId, ["name"] = LocalPeople.BotName };
    }

    static bool IsTextAndCard(JsonObject activity) =>
        !string.IsNullOrEmpty(activity["text"].Text()) && LocalStreams.StreamInfo(activity) is null
        && activity["attachments"].Objects().Any(attachment =>
            attachment["contentType"].Text()?.StartsWith("application/vnd.microsoft.card.", StringComparison.Ordinal) == true);

    static ConnectorReply Forbidden(string code, string message) => ConnectorReply.Error(StatusCodes.Status403Forbidden, code, message);
}
