using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.Notifications;

public sealed class NotificationOptions
{
    public const string Section = "Notifications";

    /// <summary>How often the outbox is looked through when nothing wakes it sooner.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a sender may take for one notification before another may try.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>After so many failed attempts somebody has to look.</summary>
    [Range(1, 100)]
    public int MaximumAttempts { get; set; } = 10;

    /// <summary>Wait after the first failed attempt; doubled each time, at most ten minutes, less a random part.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan FirstRetryAfter { get; set; } = TimeSpan.FromSeconds(2);
}

[OptionsValidator]
internal sealed partial class NotificationOptionsValidator : IValidateOptions<NotificationOptions>;

public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>Folder into which mails are written, one file each; relative to the data directory.</summary>
    [Required]
    public string Folder { get; set; } = "mail";

    /// <summary>Address that mails come from.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "aiactbot@example.test";
}

[OptionsValidator]
internal sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
