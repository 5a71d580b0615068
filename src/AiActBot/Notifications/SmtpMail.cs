using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>Hands mails to the organisation's mail server. By the server's own codes: 4xx is worth another try, 5xx is not.</summary>
internal sealed class SmtpMail(IOptions<MailOptions> options) : IMailSender
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public async Task<DeliveryOutcome> SendAsync(Guid id, MailMessage mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(options.Value.SmtpHost, options.Value.SmtpPort) { EnableSsl = options.Value.SmtpStartTls };
        if (options.Value.SmtpUser.Length > 0)
            client.Credentials = new NetworkCredential(options.Value.SmtpUser, options.Value.SmtpPassword);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Longest);
        try
        {
            await client.SendMailAsync(mail, timeout.Token);
            return new DeliveryOutcome.Delivered(null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It may have been taken all the same; the copy has the same Message-ID.
            return new DeliveryOutcome.Failed("smtp_timeout", IsTransient: true, RetryAfter: null, IsUncertain: true);
        }
        catch (SmtpException exception)
        {
            return Failed(exception);
        }
    }

    private static DeliveryOutcome.Failed Failed(SmtpException exception)
    {
        var code = (int)exception.StatusCode;
        if (code is >= 500 and < 600)
            return new DeliveryOutcome.Failed($"smtp_{code}", IsTransient: false, RetryAfter: null, IsUncertain: false);
        // Not answered at all, or told to come back.
        return code is >= 400 and < 500
            ? new DeliveryOutcome.Failed($"smtp_{code}", IsTransient: true, RetryAfter: null, IsUncertain: false)
            : new DeliveryOutcome.Failed("smtp_unreachable", IsTransient: true, RetryAfter: null, IsUncertain: exception.InnerException is not SocketException);
    }
}
