using AiActBot.Knowledge;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>What a question asks for.</summary>
[Flags]
public enum QuestionIntent
{
    General = 0,
    When = 1,
    HowMuch = 2,
    HowLong = 4,
    Who = 8,
    Allowed = 16,
    Meaning = 32,
}

/// <summary>What can be read from a question before anything is looked up.</summary>
/// <param name="SearchText">What is searched for: the question, after the one before it when it leans on that.</param>
/// <param name="References">Provisions of the AI Act that it names, existing or not.</param>
/// <param name="OtherLaws">Provisions of other laws that it names.</param>
public sealed record QuestionAnalysis(
    string Text,
    string SearchText,
    DocumentLanguage Language,
    IReadOnlyList<LawReference> References,
    IReadOnlyList<LawReference> OtherLaws,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Risks,
    IReadOnlyList<DateOnly> Dates,
    QuestionIntent Intent,
    bool IsFollowUp)
{
    public static QuestionAnalysis Of(AssistantQuestion question)
    {
        var text = question.Text.Trim();
        var fallback = question.Context is { } context ? LanguageDetector.Detect(context.PreviousQuestion) : DocumentLanguage.Nl;
        var language = question.Language ?? LanguageDetector.Detect(text, fallback);
        var references = ReferenceFinder.Find(text);
        var isFollowUp = question.Context is not null && references.Count == 0 && QuestionWords.LeansOnTheOneBefore(text);
        return new QuestionAnalysis(
            text,
            isFollowUp ? $"{question.Context!.PreviousQuestion} {text}" : text,
            language,
            [.. references.Where(r => r.OtherLaw is null)],
            [.. references.Where(r => r.OtherLaw is not null)],
            QuestionWords.Roles(text),
            QuestionWords.Risks(text),
            TextDates.Find(text),
            QuestionWords.Intent(text),
            isFollowUp);
    }
}
