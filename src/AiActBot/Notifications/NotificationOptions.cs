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

/// <summary>What gets mails out.</summary>
public enum MailSending
{
    /// <summary>Files in a folder, which the local chat shows and a mail server can pick up.</summary>
    Folder,

    /// <summary>A mail server.</summary>
    Smtp,

    /// <summary>Microsoft 365, by Graph.</summary>
    Graph,
}

public sealed class MailOptions
{
    public const string Section = "Mail";

    public MailSending Sender { get; set; } = MailSending.Folder;

    /// <summary>Folder into which mails are written, one file each; relative to the data directory.</summary>
    [Required]
    public string Folder { get; set; } = "mail";

    /// <summary>Address that mails come from; for Microsoft 365 also the mailbox that sends them.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "aiactbot@example.test";

    public string SmtpHost { get; set; } = "";

    [Range(1, 65535)]
    public int SmtpPort { get; set; } = 587;

    /// <summary>Encrypt with STARTTLS; off only for a server on the same machine.</summary>
    public bool SmtpStartTls { get; set; } = true;

    /// <summary>Empty: no sign-in.</summary>
    public string SmtpUser { get; set; } = "";

    public string SmtpPassword { get; set; } = "";

    [Required]
    public string GraphEndpoint { get; set; } = "https://graph.microsoft.com";

    /// <summary>The directory of the app registration with the permission Mail.Send; empty with its two companions: the managed identity.</summary>
    public string GraphTenantId { get; set; } = "";

    public string GraphClientId { get; set; } = "";

    public string GraphClientSecret { get; set; } = "";
}

internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    private readonly MailAttributes attributes = new();

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (!Enum.IsDefined(options.Sender))
            return ValidateOptionsResult.Fail("Mail:Sender must be Folder, Smtp or Graph.");
        if (options.Sender == MailSending.Smtp && string.IsNullOrWhiteSpace(options.SmtpHost))
            return ValidateOptionsResult.Fail("Mail:SmtpHost is missing. It is needed when Mail:Sender is Smtp.");
        if (!Uri.TryCreate(options.GraphEndpoint, UriKind.Absolute, out var endpoint) || !(endpoint.Scheme == "https" || endpoint.IsLoopback))
            return ValidateOptionsResult.Fail("Mail:GraphEndpoint is not an https address.");
        var given = new[] { options.GraphTenantId, options.GraphClientId, options.GraphClientSecret }.Count(value => value.Length > 0);
        if (options.Sender == MailSending.Graph && given is not (0 or 3))
            return ValidateOptionsResult.Fail("Mail:GraphTenantId, Mail:GraphClientId and Mail:GraphClientSecret go together. Leave all three empty for the managed identity.");
        return attributes.Validate(name, options);
    }
}

[OptionsValidator]
internal sealed partial class MailAttributes : IValidateOptions<MailOptions>;
