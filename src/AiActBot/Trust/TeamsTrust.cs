using AiActBot.BotFramework.Authentication;

namespace AiActBot.Trust;

/// <summary>Teams mode: the channel proves itself with a token, and only people of the tenants that are served are listened to.</summary>
internal sealed class TeamsTrust(TokenValidation tokens, ActivityTrust activities, FailedSignIns failures) : IInboundTrust
{
    public async Task<SenderTrust> OfSenderAsync(HttpContext context) =>
        await tokens.ValidateAsync(context.Request.Headers.Authorization, context.RequestAborted) switch
        {
            TokenVerdict.Accepted(var serviceUrl) => SenderTrust.Accepted(
                activity => activities.Objection(activity, serviceUrl) ?? CardTrust.Objection(activity)),
            TokenVerdict.Refused(var because) => SenderTrust.Refused(
                because.Status == StatusCodes.Status503ServiceUnavailable ? because : failures.Count(context.Connection.RemoteIpAddress) ?? because),
            _ => throw new InvalidOperationException("A sender is accepted or refused."),
        };
}
