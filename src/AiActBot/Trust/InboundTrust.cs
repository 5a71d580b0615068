using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Authentication;

namespace AiActBot.Trust;

/// <summary>Who may speak to the bot. Asked twice: before the body is read, and about what stands in it.</summary>
internal interface IInboundTrust
{
    /// <summary>Looks at everything but the body.</summary>
    Task<SenderTrust> OfSenderAsync(HttpContext context);
}

/// <summary>What is thought of a sender.</summary>
/// <param name="Refusal">Why nothing of the body is read, or null.</param>
/// <param name="Objection">Compares the body with what the sender proved; null when there is none.</param>
internal sealed record SenderTrust(InboundRefusal? Refusal, Func<Activity, InboundRefusal?> Objection)
{
    public static SenderTrust Refused(InboundRefusal because) => new(because, _ => because);

    public static SenderTrust Accepted(Func<Activity, InboundRefusal?> objection) => new(null, objection);
}

/// <summary>Whoever presses a button may be deciding something: that needs the directory's word for who it is.</summary>
internal static class CardTrust
{
    public static InboundRefusal? Objection(Activity activity) =>
        IsFromACard(activity) && string.IsNullOrWhiteSpace(activity.From?.AadObjectId)
            ? new InboundRefusal(StatusCodes.Status403Forbidden, "a card was acted on by nobody in the directory")
            : null;

    private static bool IsFromACard(Activity activity) =>
        activity.Type == ActivityTypes.Invoke || (activity.Type == ActivityTypes.Message && activity.Value is not null);
}
