namespace AiActBot.BotFramework.Tests.Activities;

/// <summary>One activity of every kind that Teams sends, with fields no class names at every level.</summary>
internal static class SampleActivities
{
    private const string Envelope = """
        "id": "1732270000001", "timestamp": "2026-11-22T09:15:30.1234567+00:00",
        "localTimestamp": "2026-11-22T10:15:30.1234567+01:00", "localTimezone": "Europe/Amsterdam",
        "serviceUrl": "https://smba.trafficmanager.net/emea/", "channelId": "msteams",
        "from": { "id": "29:1fenna", "name": "Fenna de Boer", "aadObjectId": "5c1f0c55-0000-4000-8000-000000000001", "shoe": 38 },
        "recipient": { "id": "28:bot", "name": "AI Act", "tag": { "deep": [1, 2] } },
        "conversation": { "id": "a:1personal", "conversationType": "personal", "tenantId": "tenant-1", "isGroup": false, "mood": "calm" },
        "unknownField": { "kept": [true, null, "ja"] }
        """;

    internal static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["message"] = With("""
            "type": "message", "text": "<at>AI Act</at> mag dit systeem? \u00e9\ud83d\ude00", "textFormat": "xml", "locale": "nl-NL",
            "attachments": [{ "contentType": "text/html", "content": "<p>mag dit</p>", "extra": 1 }],
            "entities": [
              { "type": "mention", "mentioned": { "id": "28:bot", "name": "AI Act" }, "text": "<at>AI Act</at>" },
              { "type": "clientInfo", "locale": "nl-NL", "country": "NL", "platform": "Windows", "timezone": "Europe/Amsterdam" }],
            "channelData": { "tenant": { "id": "tenant-1" }, "source": { "name": "compose" } }
            """),
        ["message in a channel"] = With("""
            "type": "message", "text": "hi", "channelData": { "team": { "id": "19:team" }, "channel": { "id": "19:channel" } }
            """),
        ["card submit"] = With("""
            "type": "message", "replyToId": "1732270000000", "value": { "verb": "approve", "id": "abc", "note": "goed" }
            """),
        ["typing"] = With(""" "type": "typing" """),
        ["suggested actions"] = With("""
            "type": "message", "text": "?", "inputHint": "expectingInput", "summary": "s", "importance": "high",
            "attachmentLayout": "list", "deliveryMode": "notification",
            "suggestedActions": { "to": ["29:1fenna"], "x": 1, "actions": [{ "type": "imBack", "title": "Ja", "value": "Ja", "y": 2 }] }
            """),
        ["messageReaction"] = With("""
            "type": "messageReaction", "replyToId": "5", "reactionsAdded": [{ "type": "like", "user": { "id": "29:1fenna" } }],
            "reactionsRemoved": [{ "type": "sad" }]
            """),
        ["messageUpdate"] = With(""" "type": "messageUpdate", "text": "beter", "channelData": { "eventType": "editMessage" } """),
        ["messageDelete"] = With(""" "type": "messageDelete", "channelData": { "eventType": "softDeleteMessage" } """),
        ["conversationUpdate"] = With("""
            "type": "conversationUpdate", "membersAdded": [{ "id": "28:bot" }, { "id": "29:1noor", "aadObjectId": "x", "userRole": "guest" }],
            "membersRemoved": [{ "id": "29:1gone" }], "topicName": "Nieuw",
            "channelData": { "eventType": "teamMemberAdded", "team": { "id": "19:team", "name": "Compliance" } }
            """),
        ["installationUpdate"] = With("""
            "type": "installationUpdate", "action": "add",
            "channelData": { "settings": { "selectedChannel": { "id": "19:general" } }, "tenant": { "id": "tenant-1" } }
            """),
        ["event"] = With("""
            "type": "event", "name": "application/vnd.microsoft.readReceipt", "value": { "lastReadMessageId": "1732270000000" }
            """),
        ["adaptiveCard/action"] = With("""
            "type": "invoke", "name": "adaptiveCard/action",
            "value": { "action": { "type": "Action.Execute", "id": "ok", "verb": "approve", "data": { "id": "abc" } }, "trigger": "manual" }
            """),
        ["feedback"] = With("""
            "type": "invoke", "name": "message/submitAction", "replyToId": "7", "value":
            { "actionName": "feedback", "actionValue": { "reaction": "like", "feedback": "{\"feedbackText\":\"fijn\"}" } }
            """),
        ["composeExtension/query"] = With("""
            "type": "invoke", "name": "composeExtension/query",
            "value": { "commandId": "search", "parameters": [{ "name": "q", "value": "artikel 20" }], "queryOptions": { "skip": 0, "count": 25 } }
            """),
        ["fileConsent/invoke"] = With("""
            "type": "invoke", "name": "fileConsent/invoke", "value": { "type": "fileUpload", "action": "accept", "uploadInfo": { "uploadUrl": "https://x.example" } }
            """),
        ["unknown type"] = With(""" "type": "somethingNew", "valueType": "v", "value": [1, { "a": "b" }] """),
    };

    private static string With(string fields) => $"{{ {Envelope}, {fields} }}";
}
