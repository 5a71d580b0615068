using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.Trust;

/// <summary>How much is taken in from Teams. Buttons, and so approvals, are not counted.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Messages that one person may write in a minute.</summary>
    [Range(1, 1_000_000)]
    public int MessagesPerMinute { get; set; } = 30;

    /// <summary>Messages that all people of one tenant may write in a minute.</summary>
    [Range(1, 1_000_000)]
    public int TenantMessagesPerMinute { get; set; } = 300;

    /// <summary>Requests that fail authentication from one address in a second; what comes above is answered without being looked at in the log.</summary>
    [Range(1, 10_000)]
    public int FailedSignInsPerSecond { get; set; } = 10;
}

[OptionsValidator]
internal sealed partial class LimitOptionsValidator : IValidateOptions<LimitOptions>;
