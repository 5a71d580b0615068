using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.Storage.Retention;

/// <summary>How long is kept what is not needed for ever. Cases, decisions and the audit trail are not erased by time.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days that a question is kept with its outcome and the feedback on it. Answers that the team keeps as the organisation's position stay.</summary>
    [Range(32, 3660)]
    public int AskedQuestionDays { get; set; } = 400;

    /// <summary>Days that a handled activity and the answer to it are kept, by which one that comes again is recognised.</summary>
    [Range(1, 3660)]
    public int InboxDays { get; set; } = 30;
}

[OptionsValidator]
internal sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;
