using AiActBot.Knowledge;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;
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
    WhichProvision = 64,
}

/// <summary>What can be read from a question before anything is looked up.</summary>
/// <param name="SearchText">What is searched for: the question, after the one before it when it leans on that.</param>
/// <param name="References">Provisions of the AI Act that it names, existing or not.</param>
/// <param name="OtherLaws">Provisions of other laws that it names.</param>
/// <param name="IsFollowUp">It leans on the question before it.</param>
/// <param name="LeansOn">
/// The provisions that the answer before it cited, when it leans on that and adds nothing to search for; or those with the duties for the system
/// or with the dates, when it asks for no more than these.
/// </param>
/// <param name="System">The system of the register that it is about.</param>
internal sealed record QuestionAnalysis(
    string Text,
    string SearchText,
    DocumentLanguage Language,
    IReadOnlyList<LawReference> References,
    IReadOnlyList<LawReference> OtherLaws,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Risks,
    IReadOnlyList<DateOnly> Dates,
    QuestionIntent Intent,
    bool IsFollowUp,
    IReadOnlyList<ProvisionId> LeansOn,
    KnownSystem? System)
{
    /// <summary>The definitions that it asks for; more than one when it compares terms.</summary>
    public IReadOnlyList<ProvisionId> DefinitionsAsked { get; init; } = [];

    /// <summary>The articles and annexes that set rules about the terms it names, other than where those are defined.</summary>
    public IReadOnlyList<ProvisionId> TermsAreUsedIn { get; init; } = [];

    public static QuestionAnalysis Of(AssistantQuestion question, GlossaryLookup glossary)
    {
        var asked = question.Text.Trim();
        var language = question.Language ?? LanguageOf(question, asked);
        var text = question.System?.Describe(asked, language) ?? asked;
        var references = ReferenceFinder.Find(text);
        var before = question.Context is { } earlier && question.System is null && references.Count == 0 && FollowUp.Leans(text) ? earlier : null;
        var system = question.System ?? before?.System;
        var searchText = before is null ? text : FollowUp.Join(before.PreviousQuestion, text);
        var (roles, risks, intent) = (QuestionWords.Roles(searchText), QuestionWords.Risks(searchText), QuestionWords.Intent(text));
        if (roles.Count == 0 && system is not null)
            roles = system.RoleWords;
        var leansOn = before is not null && FollowUp.AddsNothing(text) ? before.PreviousProvisions : QuestionWords.WhereDatesStand(text, intent);
        return new QuestionAnalysis(
            text,
            searchText,
            language,
            [.. references.Where(r => r.OtherLaw is null)],
            [.. references.Where(r => r.OtherLaw is not null)],
            roles,
            system is null ? risks : [.. risks.Union(system.ClassWords)],
            TextDates.Find(text),
            intent == QuestionIntent.General && before is not null ? QuestionWords.Intent(before.PreviousQuestion) : intent,
            before is not null,
            leansOn.Count == 0 && system is not null ? system.WhereDutiesStand(asked, roles) : leansOn,
            system)
        {
            DefinitionsAsked = Definitions.AskedFor(text, glossary),
            TermsAreUsedIn = [.. glossary.Terms(text).SelectMany(term => term.Provisions).Select(p => p.Root).Where(root => root != Definitions.WhereTheyStand).Distinct()],
        };
    }

    // Its own; of the question that it leans on; of the person.
    private static DocumentLanguage LanguageOf(AssistantQuestion question, string asked)
    {
        var withoutName = question.System is { } named ? asked.Replace(named.Name, " ", StringComparison.OrdinalIgnoreCase) : asked;
        return LanguageDetector.TryDetect(withoutName)
            ?? (question.Context is { } before && FollowUp.Leans(asked) ? LanguageDetector.TryDetect(before.PreviousQuestion) : null)
            ?? question.PersonLanguage
            ?? DocumentLanguage.Nl;
    }
}
