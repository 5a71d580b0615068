namespace AiActBot.Assistant.Report;

/// <summary>What was asked in one month and how it went. Nobody who asked is named in it.</summary>
/// <param name="Month">The first day of the month, in the organisation's time zone.</param>
/// <param name="Asked">Every question, answered or not.</param>
/// <param name="Unanswered">What was not answered, like questions together, the most frequent first.</param>
/// <param name="DislikedAnswers">Questions whose answer got a thumb down, the newest first.</param>
internal sealed record QuestionReport(
    DateOnly Month, int Asked, int Answered, int Declined, int Liked, int Disliked,
    IReadOnlyList<UnansweredQuestion> Unanswered, IReadOnlyList<DislikedAnswer> DislikedAnswers);

/// <param name="Question">The newest of the wordings.</param>
/// <param name="Times">How often it was asked in the month.</param>
/// <param name="Reason">Why the newest was not answered.</param>
internal sealed record UnansweredQuestion(string Question, int Times, DeclineReason? Reason);

/// <param name="Comment">What the person wrote with the thumb, or null.</param>
internal sealed record DislikedAnswer(string Question, string? Comment);
