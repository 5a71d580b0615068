using System.Collections.Immutable;

namespace AiActBot.Compliance.Triage;

/// <summary>The answers that differ from a given one in one choice.</summary>
internal static class Alternatives
{
    public static IEnumerable<Answer> To(Question question, Answer answer)
    {
        var choices = question.Choices.Select(choice => choice.Id);
        if (answer is not Answer.Chosen { Choices: var chosen } || question.Kind != QuestionKind.AnyOf)
            return choices.Select(choice => Answer.Of(choice)).Where(other => !other.Equals(answer));

        return choices.Where(choice => choice != Question.None).Select(choice => chosen.Contains(choice)
            ? Without(chosen.Remove(choice))
            : Answer.Of(chosen.Remove(Question.None).Add(choice)));
    }

    private static Answer Without(ImmutableSortedSet<string> rest) => Answer.Of(rest.Count == 0 ? [Question.None] : rest);
}
