using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Hosting;

namespace AiActBot.Triage;

/// <summary>Parts of an outcome in words, the same on the card, in the terminal and in the document.</summary>
internal static class OutcomeWords
{
    public static string Of(RiskFinding finding, Language language) => $"{RiskWords.Of(finding.Class).In(language)} ({finding.Provision.Cite(language)})";

    /// <summary>"Does it profile people? Yes: high-risk instead of minimal risk".</summary>
    public static string Of(WhatIf change, RuleBook book, Language language)
    {
        var question = book.FindQuestion(change.QuestionId);
        var gained = string.Join(", ", change.Gained.Select(risk => RiskWords.Of(risk).In(language)));
        var lost = string.Join(", ", change.Lost.Select(risk => RiskWords.Of(risk).In(language)));
        var effect = (change.Gained.Count, change.Lost.Count) switch
        {
            (_, 0) => new Bilingual($"ook {gained}", $"also {gained}").In(language),
            (0, _) => new Bilingual($"niet meer {lost}", $"no longer {lost}").In(language),
            _ => new Bilingual($"{gained} in plaats van {lost}", $"{gained} instead of {lost}").In(language),
        };
        return $"{question?.Text.In(language)} {AnswerWords.Of(question, change.Instead, language)}: {effect}";
    }

    /// <summary>"from 2 December 2027", with the other reading where the law has two.</summary>
    public static string From(TriageDuty duty, Language language) => OrganisationClock.Show(duty.AppliesFrom, language)
        + (duty.Applies.AlternativeFrom is { } other ? new Bilingual(" of ", " or ").In(language) + OrganisationClock.Show(other, language) : "");

    /// <summary>Whether a duty applies on a day.</summary>
    public static Bilingual StatusOn(TriageDuty duty, DateOnly day) => (day < duty.AppliesFrom, duty.Applies) switch
    {
        (_, { Condition: not null }) => new("geldt na een aanzienlijke wijziging (artikel 111, lid 2)", "applies after a significant change (Article 111(2))"),
        (true, _) => new("geldt nog niet", "does not apply yet"),
        (false, { AlternativeFrom: { } other }) when day < other => new("geldt nu, of later: open vraag", "applies now, or later: open question"),
        _ => new("geldt nu", "applies now"),
    };
}
