using System.Text;
using System.Text.Json;
using AiActBot.BotFramework.Activities;

namespace AiActBot.BotFramework.Connector;

/// <summary>From a status and an error body to the kind of failure.</summary>
internal static class ConnectorErrors
{
    private const int LongestCode = 100;
    private const int LongestMessage = 500;

    internal static ConnectorFailure Read(int status, ReadOnlySpan<byte> body, TimeSpan? retryAfter)
    {
        var (code, message) = ReadBody(body);
        return new ConnectorFailure(KindOf(status, code), status, code, retryAfter) { Message = message };
    }

    private static ConnectorFailureKind KindOf(int status, string? code) => (status, code) switch
    {
        (401, _) => ConnectorFailureKind.BotNotRegistered,
        (403, "BotDisabledByAdmin") => ConnectorFailureKind.DisabledByAdmin,
        (403, "BotNotInConversationRoster" or "ForbiddenOperationException") => ConnectorFailureKind.NotInRoster,
        (403, "ConversationBlockedByUser" or "MessageWritesBlocked" or "209") => ConnectorFailureKind.BlockedByUser,
        (404, "ConversationNotFound") => ConnectorFailureKind.ConversationGone,
        (404, "ActivityNotFoundInConversation") => ConnectorFailureKind.ActivityGone,
        (413, _) => ConnectorFailureKind.TooLarge,
        (429, _) => ConnectorFailureKind.Throttled,
        (412 or 502 or 503 or 504, _) => ConnectorFailureKind.Retryable,
        _ => ConnectorFailureKind.Permanent,
    };

    /// <summary>
    /// Teams has two forms: <c>{"error":{"code","message"}}</c>, and <c>{"errorCode":209,"message":"…"}</c> in which the
    /// message is JSON with a <c>subCode</c>. A gateway in between may answer with HTML, which says nothing.
    /// </summary>
    private static (string? Code, string? Message) ReadBody(ReadOnlySpan<byte> body)
    {
        var json = Parse(body);
        var message = json.StringAt("error", "message") ?? json.StringAt("message");
        var code = json.StringAt("error", "code")
            ?? (message is null ? null : Parse(Encoding.UTF8.GetBytes(message)).StringAt("subCode"))
            ?? Number(json.At("errorCode"));
        return (Cut(code, LongestCode), Cut(message, LongestMessage));
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Number(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : element?.StringOrNull();

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}
