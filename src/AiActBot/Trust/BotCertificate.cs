using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiActBot.Trust;

/// <summary>The certificate with which the bot proves who it is.</summary>
internal static class BotCertificate
{
    /// <returns>The certificate with its key, or null when there is none to be read.</returns>
    public static X509Certificate2? Load(BotOptions options)
    {
        try
        {
            var certificate = X509Certificate2.GetCertContentType(options.CertificatePath) == X509ContentType.Pkcs12
                ? X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword)
                : X509Certificate2.CreateFromPemFile(options.CertificatePath);
            return certificate.HasPrivateKey ? certificate : null;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
