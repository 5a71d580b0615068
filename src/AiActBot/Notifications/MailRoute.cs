using System.Net.Mail;
using System.Text;
using AiActBot.Storage;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>
/// Writes each mail as a file into a folder, where the local chat's mailbox, or a mail server's pick-up, finds it. The
/// file is named after the notification, so a second attempt replaces the first instead of adding to it.
/// </summary>
internal sealed class MailRoute(DataDirectory data, IOptions<MailOptions> options, TimeProvider time)
{
    public async Task<DeliveryOutcome> SendAsync(Notification notification, RenderedNotification rendered, CancellationToken cancellationToken)
    {
        if (!MailAddress.TryCreate(notification.MailAddress, out var recipient))
            return new DeliveryOutcome.Failed("bad_address", IsTransient: false, RetryAfter: null, IsUncertain: false);
        using var mail = Compose(notification, rendered, recipient);
        try
        {
            await WriteAsync(notification.Id, mail, cancellationToken);
            return new DeliveryOutcome.Delivered(null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SmtpException)
        {
            return new DeliveryOutcome.Failed("mail_folder", IsTransient: true, RetryAfter: null, IsUncertain: false);
        }
    }

    private MailMessage Compose(Notification notification, RenderedNotification rendered, MailAddress recipient)
    {
        var mail = new MailMessage(new MailAddress(options.Value.From, "AiActBot"), recipient)
        {
            Subject = OneLine(notification.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = rendered.MailBody,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        // The same id on every attempt: a mail program that gets it twice can see that it is one.
        mail.Headers["Message-ID"] = $"<{notification.Id}@{new MailAddress(options.Value.From).Host}>";
        mail.Headers["Date"] = time.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", System.Globalization.CultureInfo.InvariantCulture);
        mail.Headers["X-AiActBot-Attempt"] = notification.Attempts.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (notification.MayBeDuplicate)
            mail.Headers["X-AiActBot-May-Be-Duplicate"] = "true";
        return mail;
    }

    private async Task WriteAsync(Guid id, MailMessage mail, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(options.Value.Folder, data.Root);
        var draft = Path.Combine(folder, ".drafts", id.ToString());
        Directory.CreateDirectory(draft);
        foreach (var old in Directory.GetFiles(draft))
            File.Delete(old);
        using (var pickup = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft })
            await pickup.SendMailAsync(mail, cancellationToken);
        File.Move(Directory.GetFiles(draft).Single(), Path.Combine(folder, $"{id}.eml"), overwrite: true);
        Directory.Delete(draft, recursive: true);
    }

    /// <summary>A line break in a header would begin another header.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
