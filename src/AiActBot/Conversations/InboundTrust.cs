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

    /// <summary>Local mode sends its replies to this machine only.</summary>
    public static int? Refuse(Activity activity) =>
        Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var serviceUrl) && serviceUrl is { Scheme: "http", IsLoopback: true, UserInfo: "" }
            ? null
            : StatusCodes.Status403Forbidden;
}
