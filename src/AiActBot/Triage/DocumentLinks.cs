using System.Buffers.Text;
using System.Security.Cryptography;
using AiActBot.Compliance;
using AiActBot.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace AiActBot.Triage;

/// <summary>What a link to a document stands for.</summary>
internal sealed record LinkedDocument(Guid AssessmentId, Language Language, OutcomeFormat Format);

/// <summary>
/// Links with which the document of an outcome is opened from a card: signed, for this one purpose, and only for a while,
/// because a browser that opens it brings no identity along.
/// </summary>
internal sealed class DocumentLinks(IDataProtectionProvider protection, OwnAddress address, TimeProvider time)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromHours(8);

    private readonly IDataProtector protector = protection.CreateProtector("AiActBot.Document.v1");

    public Uri For(LinkedDocument document)
    {
        Span<byte> content = stackalloc byte[26];
        document.AssessmentId.TryWriteBytes(content);
        BitConverter.TryWriteBytes(content[16..], (time.GetUtcNow() + ValidFor).ToUnixTimeSeconds());
        content[24] = (byte)document.Language;
        content[25] = (byte)document.Format;
        return new Uri(address.Base, $"/documents/{Base64Url.EncodeToString(protector.Protect(content.ToArray()))}");
    }

    /// <returns>Null for anything that is not a link of ours, or no longer.</returns>
    public LinkedDocument? Read(string token)
    {
        try
        {
            var content = protector.Unprotect(Base64Url.DecodeFromChars(token));
            var expires = DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(content.AsSpan(16)));
            return expires > time.GetUtcNow()
                ? new LinkedDocument(new Guid(content.AsSpan(0, 16)), (Language)content[24], (OutcomeFormat)content[25])
                : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
