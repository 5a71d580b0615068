using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiActBot.Storage.Retention;

/// <summary>How long is kept what is not needed for ever. The audit trail, which names nobody, is not erased by time.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days that a question is kept with its outcome and the feedback on it. Answers that the team keeps as the organisation's position stay.</summary>
    [Range(32, 3660)]
    public int AskedQuestionDays { get; set; } = 400;

    /// <summary>
    /// Years that a closed case is kept, with its notices, decisions and files. Article 18(1) counts ten from when the high-risk AI system
    /// was placed on the market or put into service, so it cannot be fewer; it has to be more where that is later than the closing.
    /// </summary>
    [Range(10, 100)]
    public int CaseYears { get; set; } = 10;

    /// <summary>Days that a handled activity and the answer to it are kept, by which one that comes again is recognised.</summary>
    [Range(1, 3660)]
    public int InboxDays { get; set; } = 30;
}

[OptionsValidator]
internal sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;
