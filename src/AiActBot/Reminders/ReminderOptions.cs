using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.Reminders;

public sealed class ReminderOptions
{
    public const string Section = "Reminders";

    /// <summary>How long after a notice was sent the compliance team hears that it is not acknowledged. The
    /// organisation's own choice: the law says "immediately" and names no period for an answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "90.00:00:00")]
    public TimeSpan NotAcknowledgedAfter { get; set; } = TimeSpan.FromDays(2);

    /// <summary>From what time of the first working day of a month on the compliance team gets the report of last month's questions.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:00")]
    public TimeSpan MonthlyReportFrom { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How often due reminders are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(1);
}

[OptionsValidator]
internal sealed partial class ReminderOptionsValidator : IValidateOptions<ReminderOptions>;
