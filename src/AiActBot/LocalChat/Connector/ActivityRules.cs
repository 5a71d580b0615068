using System.Text.Json.Nodes;

namespace AiActBot.LocalChat.Connector;

/// <summary>What Teams refuses in an outgoing activity, whatever the conversation. Source of the limits: Teams' page on AI-bot messages.</summary>
internal static class ActivityRules
{
    /// <summary>100 KB counted in UTF-16, as Teams counts.</summary>
    public const int MaxCharacters = 100 * 1024 / sizeof(char);

    public const int MaxCitations = 20;
    const int MaxCitationName = 80;
    const int MaxCitationAbstract = 160;
    const int MaxKeywords = 3;
    const int MaxKeyword = 28;

    /// <returns>The refusal, or null when the activity may pass.</returns>
    public static ConnectorReply? Refusal(JsonObject activity)
    {
        // Some clients of the protocol refuse a null where a property may be left out; a bot that pleases them pleases all.
        if (activity.FirstOrDefault(property => property.Value is null).Key is { } isNull)
            return ConnectorReply.BadArgument($"'{isNull}' is null; leave it out instead.");
        if (activity.ToJsonString(Relaxed).Length > MaxCharacters)
            return ConnectorReply.TooBig();
        return activity["type"].Text() switch
        {
            "message" when IsEmpty(activity) => ConnectorReply.BadSyntax("A message needs text, an attachment or suggested actions."),
            "message" or "typing" => EntityRefusal(activity),
            null => ConnectorReply.BadSyntax("'type' is missing."),
            var type => ConnectorReply.BadArgument($"Activities of type '{type}' cannot be sent by a bot."),
        };
    }

    static bool IsEmpty(JsonObject activity) =>
        string.IsNullOrEmpty(activity["text"].Text())
        && !activity["attachments"].Objects().Any()
        && activity["suggestedActions"] is null;

    static ConnectorReply? EntityRefusal(JsonObject activity)
    {
        var messages = activity["entities"].Objects().Where(entity => entity["type"].Text() == "https://schema.org/Message").ToList();
        if (messages.Count > 1)
            return ConnectorReply.BadArgument("An activity has one root message entity at most.");
        var citations = messages.SelectMany(message => message["citation"].Objects()).ToList();
        if (citations.Count > MaxCitations)
            return ConnectorReply.BadArgument($"A message has {MaxCitations} citations at most.");
        if (citations.Select(citation => citation["position"].Number()).Distinct().Count() != citations.Count)
            return ConnectorReply.BadArgument("Citation positions must be unique.");
        return citations.Select(CitationObjection).FirstOrDefault(objection => objection is not null) is { } because
            ? ConnectorReply.BadArgument(because)
            : null;
    }

    static string? CitationObjection(JsonObject citation)
    {
        if (citation["position"].Number() is not > 0)
            return "A citation needs a position of 1 or more.";
        if (citation["appearance"] is not JsonObject appearance)
            return "A citation needs an appearance.";
        if (appearance["name"].Text() is not { Length: > 0 and <= MaxCitationName })
            return $"A citation needs a name of at most {MaxCitationName} characters.";
        if (appearance["abstract"].Text() is not { Length: > 0 and <= MaxCitationAbstract })
            return $"A citation needs an abstract of at most {MaxCitationAbstract} characters.";
        var keywords = (appearance["keywords"] as JsonArray)?.Select(keyword => keyword.Text()).ToList() ?? [];
        return keywords.Count > MaxKeywords || keywords.Any(keyword => keyword is not { Length: > 0 and <= MaxKeyword })
            ? $"A citation has at most {MaxKeywords} keywords of at most {MaxKeyword} characters."
            : null;
    }

    static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
