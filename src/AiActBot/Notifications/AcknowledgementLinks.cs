using System.Buffers.Text;
using System.Security.Cryptography;
using AiActBot.CorrectiveActions;
using AiActBot.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>
/// Links with which somebody without the app acknowledges a notice: signed, for this one purpose, and only for a while.
/// The token says nothing to who does not hold the key.
/// </summary>
internal sealed class AcknowledgementLinks(
    IDataProtectionProvider protection, OwnAddress address, TimeProvider time, IOptions<CorrectiveActionsOptions> options)
{
    private readonly IDataProtector protector = protection.CreateProtector("AiActBot.Acknowledge.v1");

    public Uri For(Guid notificationId)
    {
        var expires = time.GetUtcNow() + options.Value.AcknowledgementLinkValidFor;
        Span<byte> content = stackalloc byte[24];
        notificationId.TryWriteBytes(content);
        BitConverter.TryWriteBytes(content[16..], expires.ToUnixTimeSeconds());
        var token = Base64Url.EncodeToString(protector.Protect(content.ToArray()));
        return new Uri(address.Base, $"/acknowledge/{token}");
    }

    /// <returns>The notification that the token stands for; null for anything else, also when it has expired.</returns>
    public Guid? Read(string token)
    {
        try
        {
            var content = protector.Unprotect(Base64Url.DecodeFromChars(token));
            var expires = DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(content.AsSpan(16)));
            return expires > time.GetUtcNow() ? new Guid(content.AsSpan(0, 16)) : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
