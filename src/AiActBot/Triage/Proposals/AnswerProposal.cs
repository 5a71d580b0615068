namespace AiActBot.Triage.Proposals;

/// <summary>An answer that the description suggests, to be confirmed by the person.</summary>
/// <param name="Words">The words of the description that suggest it.</param>
internal sealed record AnswerProposal(IReadOnlyList<string> Choices, IReadOnlyList<string> Words);
