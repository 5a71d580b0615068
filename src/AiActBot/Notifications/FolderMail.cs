using System.Net.Mail;
using AiActBot.Storage;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

/// <summary>
/// Writes each mail as a file into a folder, where the local chat's mailbox, or a mail server's pick-up, finds it. The
/// file is named after the notification, so a second attempt replaces the first instead of adding to it.
/// </summary>
internal sealed class FolderMail(DataDirectory data, IOptions<MailOptions> options) : IMailSender
{
    public async Task<DeliveryOutcome> SendAsync(Guid id, MailMessage mail, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(options.Value.Folder, data.Root);
        var draft = Path.Combine(folder, ".drafts", id.ToString());
        try
        {
            File.Move(await MailBytes.WriteAsync(mail, draft, cancellationToken), Path.Combine(folder, $"{id}.eml"), overwrite: true);
            Directory.Delete(draft, recursive: true);
            return new DeliveryOutcome.Delivered(null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SmtpException)
        {
            return new DeliveryOutcome.Failed("mail_folder", IsTransient: true, RetryAfter: null, IsUncertain: false);
        }
    }
}
