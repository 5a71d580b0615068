using AiActBot.BotFramework.Activities;
using AiActBot.BotFramework.Authentication;
using AiActBot.LocalChat;

namespace AiActBot.Trust;

/// <summary>Local mode: this machine is believed, and answers go to this machine only.</summary>
internal sealed class LocalTrust : IInboundTrust
{
    private static readonly SenderTrust ThisMachine = SenderTrust.Accepted(Objection);
    private static readonly SenderTrust Elsewhere = SenderTrust.Refused(new InboundRefusal(StatusCodes.Status403Forbidden, "not from this machine"));

    public Task<SenderTrust> OfSenderAsync(HttpContext context) =>
        Task.FromResult(LoopbackOnly.Objection(context) is null ? ThisMachine : Elsewhere);

    private static InboundRefusal? Objection(Activity activity) =>
        Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var serviceUrl) && serviceUrl is { Scheme: "http", IsLoopback: true, UserInfo: "" }
            ? CardTrust.Objection(activity)
            : new InboundRefusal(StatusCodes.Status403Forbidden, "service URL not trusted");
}
