using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.CorrectiveActions;

public sealed class CorrectiveActionsOptions
{
    public const string Section = "CorrectiveActions";

    /// <summary>How long an approval can be given after it was asked for. A choice of the organisation, not of the law.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan ApprovalValidFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many different people have to approve where a risk under Article 79(1) is reported. A choice of the organisation.</summary>
    [Range(1, 10)]
    public int ApprovalsAtRisk { get; set; } = 1;

    /// <summary>Whether somebody may report without their name being shown.</summary>
    public bool AllowAnonymousReports { get; set; }

    /// <summary>After how long without a decision the compliance team hears that one is waiting. A choice of the organisation.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00")]
    public TimeSpan EscalateApprovalAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Within what time after approval the organisation wants everybody told. Its own target: the law says "immediately".</summary>
    [Range(typeof(TimeSpan), "00:15:00", "30.00:00:00")]
    public TimeSpan OwnTargetToInform { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often it is looked for approvals that ran out and for what is stuck.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the link to acknowledge a notice works.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan AcknowledgementLinkValidFor { get; set; } = TimeSpan.FromDays(90);
}

[OptionsValidator]
internal sealed partial class CorrectiveActionsOptionsValidator : IValidateOptions<CorrectiveActionsOptions>;
