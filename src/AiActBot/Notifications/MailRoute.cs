using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>Composes a mail and hands it to whatever sends mail here.</summary>
internal sealed class MailRoute(IMailSender sender, IOptions<MailOptions> options, TimeProvider time)
{
    public async Task<DeliveryOutcome> SendAsync(Notification notification, RenderedNotification rendered, CancellationToken cancellationToken)
    {
        if (!MailAddress.TryCreate(notification.MailAddress, out var recipient))
            return new DeliveryOutcome.Failed("bad_address", IsTransient: false, RetryAfter: null, IsUncertain: false);
        using var mail = Compose(notification, rendered, recipient);
        return await sender.SendAsync(notification.Id, mail, cancellationToken);
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

    /// <summary>A line break in a header would begin another header.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
