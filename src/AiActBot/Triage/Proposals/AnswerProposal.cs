using AiActBot.Compliance.Triage;

namespace AiActBot.Triage.Proposals;

/// <summary>An answer that the description suggests, to be confirmed by the person.</summary>
/// <param name="Words">The words of the description that suggest it.</param>
internal sealed record AnswerProposal(IReadOnlyList<string> Choices, IReadOnlyList<string> Words)
{
    /// <param name="suggested">Choices, each with the words that suggest it.</param>
    /// <returns>Null when there is nothing to propose. Where one answer excludes the other, two suggestions are none.</returns>
    public static AnswerProposal? Of(Question question, IReadOnlyList<(string Choice, IReadOnlyList<string> Words)> suggested)
    {
        var choices = suggested.Select(one => one.Choice).Distinct().ToList();
        return choices.Count == 0 || (question.Kind != QuestionKind.AnyOf && choices.Count > 1)
            ? null
            : new AnswerProposal(choices, [.. suggested.SelectMany(one => one.Words).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }
}
