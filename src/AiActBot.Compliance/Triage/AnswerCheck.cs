namespace AiActBot.Compliance.Triage;

/// <summary>Whether an answer fits its question.</summary>
internal static class AnswerCheck
{
    /// <summary>What is wrong with an answer, in words that complete "..., "; null when it fits.</summary>
    public static string? Problem(Question? question, string id, Answer answer) => (question, answer) switch
    {
        (null, _) => $"there is no question '{id}'",
        (_, Answer.NotKnown) => null,
        ({ Kind: not QuestionKind.AnyOf }, Answer.Chosen { Choices.Count: not 1 }) => $"question '{id}' takes one choice",
        (_, Answer.Chosen chosen) when chosen.Choices.FirstOrDefault(choice => question.Choices.All(known => known.Id != choice)) is { } unknown =>
            $"question '{id}' has no choice '{unknown}'",
        (_, Answer.Chosen chosen) when chosen.Choices.Count > 1 && chosen.Choices.Contains(Question.None) =>
            $"question '{id}' has '{Question.None}' together with other choices",
        _ => null,
    };
}
