using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

public sealed class CorrectiveActionsOptions
{
    public const string Section = "CorrectiveActions";

    /// <summary>How long an approval can be given after it was asked for. A choice of the organisation, not of the law.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan ApprovalValidFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long the link to acknowledge a notice works.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan AcknowledgementLinkValidFor { get; set; } = TimeSpan.FromDays(90);
}

[OptionsValidator]
internal sealed partial class CorrectiveActionsOptionsValidator : IValidateOptions<CorrectiveActionsOptions>;
