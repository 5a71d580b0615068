using AiActBot.Compliance;
using AiActBot.Compliance.Triage;

namespace AiActBot.Triage;

/// <summary>An answer as the person gave it, in words.</summary>
internal static class AnswerWords
{
    public static string Of(Question? question, Answer? answer, Language language) => answer is Answer.Chosen chosen && question is not null
        ? string.Join("; ", question.Choices.Where(choice => chosen.Choices.Contains(choice.Id)).Select(choice => choice.Text.In(language)))
        : TriageTexts.DontKnow.In(language);
}
