using AiActBot.BotFramework.Activities;
using AiActBot.Hosting;
using AiActBot.LocalChat;
using Microsoft.Extensions.Options;

namespace AiActBot.Conversations;

/// <summary>Who may speak to the bot. Asked twice: before the body is read, and about what stands in it.</summary>
internal sealed class InboundTrust(IOptions<BotOptions> bot)
{
    /// <summary>The status of a refusal, or null. Nothing of the request's body has been read.</summary>
    public int? RefuseBeforeReading(HttpContext context)
    {
        // Tokens are not validated yet, so in Teams mode there is nothing that a request could be trusted for.
        if (bot.Value.IsRegistered)
            return StatusCodes.Status401Unauthorized;
        return LoopbackOnly.Objection(context) is null ? null : StatusCodes.Status403Forbidden;
    }

    /// <returns>The status of a refusal and why, or null.</returns>
    public static (int Status, string Reason)? Refuse(Activity activity)
    {
        // Local mode sends its replies to this machine only.
        if (!(Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var serviceUrl) && serviceUrl is { Scheme: "http", IsLoopback: true, UserInfo: "" }))
            return (StatusCodes.Status403Forbidden, "service URL not trusted");
        // Whoever presses a button may be deciding something: that needs the directory's word for who it is.
        return IsFromACard(activity) && string.IsNullOrWhiteSpace(activity.From?.AadObjectId)
            ? (StatusCodes.Status403Forbidden, "a card was acted on by nobody in the directory")
            : null;
    }

    private static bool IsFromACard(Activity activity) =>
        activity.Type == ActivityTypes.Invoke || (activity.Type == ActivityTypes.Message && activity.Value is not null);
}
