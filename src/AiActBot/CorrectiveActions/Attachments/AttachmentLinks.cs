using System.Buffers.Text;
using System.Security.Cryptography;
using AiActBot.Compliance;
using AiActBot.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions.Attachments;

/// <summary>
/// Links to the page where one person adds files to one case. Teams hands files to a bot as addresses to fetch; this way
/// nothing is ever fetched from an address that somebody sent.
/// </summary>
internal sealed class AttachmentLinks(IDataProtectionProvider protection, OwnAddress address, TimeProvider time, IOptions<AttachmentOptions> options)
{
    private readonly IDataProtector protector = protection.CreateProtector("AiActBot.Attachments.v1");

    public Uri For(CaseId caseId, PersonId personId)
    {
        var content = new byte[40];
        caseId.Value.TryWriteBytes(content);
        personId.Value.TryWriteBytes(content.AsSpan(16));
        BitConverter.TryWriteBytes(content.AsSpan(32), (time.GetUtcNow() + options.Value.LinkValidFor).ToUnixTimeSeconds());
        return new Uri(address.Base, $"/attachments/{Base64Url.EncodeToString(protector.Protect(content))}");
    }

    /// <returns>Who adds to which case; null for anything that is no link of ours or has expired.</returns>
    public (CaseId Case, PersonId Person)? Read(string token)
    {
        try
        {
            var content = protector.Unprotect(Base64Url.DecodeFromChars(token)).AsSpan();
            var expires = DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(content[32..]));
            return expires > time.GetUtcNow() ? (new CaseId(new Guid(content[..16])), new PersonId(new Guid(content[16..32]))) : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
