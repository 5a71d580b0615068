using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AiActBot.Hosting;

/// <summary>
/// Links that bring their own permission, because a browser that opens them brings no identity along: signed, for one purpose
/// and only for a while. The token says nothing to who does not hold the key.
/// </summary>
/// <param name="purpose">A token of another purpose is none.</param>
/// <param name="path">Where they lead, before the token.</param>
internal sealed class SignedLinks(string purpose, string path, IDataProtectionProvider protection, OwnAddress address, TimeProvider time)
{
    private const int ExpiryLength = sizeof(long);

    private readonly IDataProtector protector = protection.CreateProtector(purpose);

    /// <param name="about">What the link stands for; the length decides what can be read back.</param>
    public Uri For(ReadOnlySpan<byte> about, TimeSpan validFor)
    {
        var content = new byte[about.Length + ExpiryLength];
        about.CopyTo(content);
        BitConverter.TryWriteBytes(content.AsSpan(about.Length), (time.GetUtcNow() + validFor).ToUnixTimeSeconds());
        return new Uri(address.Base, $"{path}/{Base64Url.EncodeToString(protector.Protect(content))}");
    }

    /// <returns>What the link stands for; null for anything that is no link of ours or has expired.</returns>
    public byte[]? Read(string token)
    {
        try
        {
            var content = protector.Unprotect(Base64Url.DecodeFromChars(token));
            var expires = DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(content.AsSpan(content.Length - ExpiryLength)));
            return expires > time.GetUtcNow() ? content[..^ExpiryLength] : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
