using System.Net.Mail;

namespace AiActBot.Notifications;

/// <summary>A way to get a composed mail out: a folder, a mail server, or Microsoft 365.</summary>
internal interface IMailSender
{
    /// <param name="id">The notification; the same on every attempt.</param>
    Task<DeliveryOutcome> SendAsync(Guid id, MailMessage mail, CancellationToken cancellationToken);
}

/// <summary>The bytes of a mail as they go over the wire.</summary>
internal static class MailBytes
{
    /// <summary>What a pick-up folder adds for the server that empties it; nobody else should read it.</summary>
    private static readonly string[] PickupOnly = ["X-Sender:", "X-Receiver:"];

    /// <param name="folder">Where it is written for a moment; nobody else may use it.</param>
    public static async Task<string> WriteAsync(MailMessage mail, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.GetFiles(folder))
            File.Delete(old);
        using (var pickup = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder })
            await pickup.SendMailAsync(mail, cancellationToken);
        return Directory.GetFiles(folder).Single();
    }

    public static async Task<byte[]> OfAsync(MailMessage mail, string folder, CancellationToken cancellationToken)
    {
        var written = await File.ReadAllTextAsync(await WriteAsync(mail, folder, cancellationToken), cancellationToken);
        Directory.Delete(folder, recursive: true);
        while (PickupOnly.Any(header => written.StartsWith(header, StringComparison.OrdinalIgnoreCase)))
            written = written[(written.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        return System.Text.Encoding.UTF8.GetBytes(written);
    }
}
