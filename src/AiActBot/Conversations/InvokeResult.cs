using System.Text.Json;
using AiActBot.BotFramework.Activities;

namespace AiActBot.Conversations;

/// <summary>The HTTP answer to an invoke.</summary>
/// <param name="Body">JSON, or null for an empty body.</param>
internal sealed record InvokeResult(int Status, string? Body)
{
    public static readonly InvokeResult Malformed = new(400, null);

    public static readonly InvokeResult NotImplemented = new(501, null);

    private const string Empty = "{}";

    public static InvokeResult Of(Turn turn) => turn switch
    {
        { Response: { } response } => new InvokeResult(200, JsonSerializer.Serialize(response, ActivityJson.Default.AdaptiveCardInvokeResponse)),
        { IsUnknownInvoke: true } => NotImplemented,
        _ => new InvokeResult(200, Empty),
    };

    public static InvokeResult Again(string? body) => new(200, body ?? Empty);
}
