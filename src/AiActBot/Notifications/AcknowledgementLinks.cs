using AiActBot.CorrectiveActions;
using AiActBot.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>Links with which somebody without the app acknowledges a notice.</summary>
internal sealed class AcknowledgementLinks(
    IDataProtectionProvider protection, OwnAddress address, TimeProvider time, IOptions<CorrectiveActionsOptions> options)
{
    private readonly SignedLinks links = new("AiActBot.Acknowledge.v1", "/acknowledge", protection, address, time);

    public Uri For(Guid notificationId) => links.For(notificationId.ToByteArray(), options.Value.AcknowledgementLinkValidFor);

    /// <returns>The notification that the token stands for; null for anything else, also when it has expired.</returns>
    public Guid? Read(string token) => links.Read(token) is { } about ? new Guid(about) : null;
}
