using System.Text.Json.Nodes;

namespace AiActBot.Tests.Infrastructure.Channel;

/// <summary>What a bot's activity must be like in Teams, whatever came before it. Each method says what is wrong, or null.</summary>
internal static class MessageRules
{
    /// <summary>Teams refuses above 100 KB in UTF-16 and advises to stay below 80 KB.</summary>
    private const int LongestInCharacters = 80 * 1024 / sizeof(char);

    private const int MostAttachments = 10;

    public static string? Objection(JsonObject activity, ChannelConversation conversation, string method)
    {
        if (JsonReading.NullIn(activity) is { } place)
            return $"'{place}' is null; leave it out instead.";
        if (activity.Characters() is > LongestInCharacters and var length)
            return $"The activity has {length} characters; {LongestInCharacters} is the most.";
        if (activity.Select(property => property.Key).FirstOrDefault(key => key is "id" or "serviceUrl" or "timestamp") is { } own)
            return $"'{own}' is for the channel to say.";
        return activity["type"].Text() switch
        {
            "message" => OfMessage(activity, conversation),
            "typing" when method == "POST" => OfTyping(activity),
            var type => $"A bot cannot {method} an activity of type '{type}'.",
        } ?? EntityRules.Objection(activity);
    }

    private static string? OfTyping(JsonObject activity) =>
        activity["attachments"] is not null || activity["suggestedActions"] is not null || activity["channelData"] is not null
            ? "A sign of typing brings nothing with it; in a stream that is for the last part." : null;

    private static string? OfMessage(JsonObject activity, ChannelConversation conversation)
    {
        var text = activity["text"].Text();
        var attachments = activity["attachments"].Objects();
        if (string.IsNullOrWhiteSpace(text) && attachments.Count == 0)
            return "A message has a text or an attachment.";
        if (text is not null && attachments.Count > 0)
            return "Text and card in one activity become two messages, and neither can be changed later.";
        if (text is not null && activity["textFormat"].Text() is not (null or "plain" or "markdown" or "xml"))
            return "The textFormat is none of Teams.";
        if (attachments.Count > MostAttachments)
            return $"There are {attachments.Count} attachments.";
        if (attachments.Count > 0 && string.IsNullOrWhiteSpace(activity["summary"].Text()))
            return "A card without a summary is a notification without words.";
        return attachments.Select(CardRules.Objection).FirstOrDefault(because => because is not null)
            ?? OfSuggestions(activity, attachments.Count, conversation)
            ?? OfFeedback(activity["channelData"] as JsonObject);
    }

    private static string? OfSuggestions(JsonObject activity, int attachments, ChannelConversation conversation)
    {
        if (activity["suggestedActions"] is not JsonObject suggested)
            return null;
        if (conversation.Type != "personal")
            return "Suggested actions are for personal chats.";
        if (attachments > 0)
            return "Suggested actions do not go with cards.";
        return suggested["actions"].Objects() is { Count: > 0 } actions
            && actions.All(action => action["type"].Text() == "imBack" && action["title"].Text() is { Length: > 0 } && action["value"].Text() is { Length: > 0 })
            ? null : "A suggested action has a title, a value and the type imBack.";
    }

    private static string? OfFeedback(JsonObject? channelData) =>
        channelData?["feedbackLoop"] is { } loop && (loop as JsonObject)?["type"].Text() is not ("default" or "custom")
            ? "A feedbackLoop is of type default or custom." : null;
}
