using AiActBot.AiSystems;
using AiActBot.BotFramework.Cards;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Conversations;
using AiActBot.Hosting;
using static AiActBot.Conversations.CardParts;

namespace AiActBot.Triage;

/// <summary>What the interview found, why, what is uncertain, and what follows from it from which date.</summary>
internal sealed class OutcomeCard(TriageSession session, TriageOutcome outcome, RuleBook book, Language language)
{
    /// <summary>A card has to stay under 25 KB; the register keeps all of it.</summary>
    private const int MostDuties = 12;

    /// <summary>How many other answers are named that would change the outcome; the document has them all.</summary>
    private const int MostAlternatives = 6;

    /// <summary>What a changed answer did.</summary>
    public Bilingual? Remark { get; init; }

    public AdaptiveCard Build() => Card(
        [.. Findings(), .. Uncertain(), .. Duties(), .. Reasons()],
        Button(In("Opslaan in het register", "Save to the register"), Verbs.SaveTriage, Data).Positive(),
        Button(In("Antwoorden wijzigen", "Change answers"), Verbs.ShowAnswers, Data),
        Button(In("Terug", "Back"), Verbs.BackInTriage, Data),
        Button(In("Stoppen", "Stop"), Verbs.CancelTriage, Data));

    private (string, string) Data => (QuestionCard.Session, session.Id.ToString());

    private IEnumerable<CardElement> Findings()
    {
        yield return Title(In($"Uitkomst voor {session.Name}", $"Outcome for {session.Name}"));
        yield return Facts(
            (In("Onze rol", "Our role"), outcome.Roles.Count == 0
                ? In("geen rol onder de AI-verordening", "no role under the AI Act")
                : string.Join(", ", outcome.Roles.Select(role => RiskWords.Of(role).In(language)))),
            (In("Risicoklasse", "Risk class"), string.Join("\n", outcome.Risk.Select(Describe))));
        if (Remark is { } remark)
            yield return Quote(remark.In(language));
        foreach (var contradiction in outcome.Contradictions)
            yield return Warning(contradiction.In(language));
    }

    private IEnumerable<CardElement> Uncertain()
    {
        foreach (var note in outcome.NeedsReview)
            yield return Warning(note.In(language));
        if (outcome.OpenQuestions.Count == 0)
            yield break;
        yield return Warning(In(
            "Nog niet zeker. Zoek uit: ", "Not certain yet. Find out: ")
            + string.Join(" ", outcome.OpenQuestions.Select(id => book.FindQuestion(id)!.Text.In(language))));
        if (outcome.PossibleRisk.Count > 0)
            yield return Line(In("Mogelijk ook: ", "Possibly also: ") + string.Join(", ", outcome.PossibleRisk.Select(Describe)));
    }

    private IEnumerable<CardElement> Duties()
    {
        if (outcome.Duties.Count == 0)
            yield break;
        yield return Heading2(In("Wat je moet doen", "What you must do"));
        foreach (var duty in outcome.Duties.Take(MostDuties))
        {
            yield return Line(
                $"{duty.Duty.Text.In(language)} ({duty.Provision.Cite(language)}; "
                + In($"vanaf {OrganisationClock.Show(duty.AppliesFrom, language)}", $"from {OrganisationClock.Show(duty.AppliesFrom, language)}")
                + (duty.Applies.AlternativeFrom is { } other ? In($" of {OrganisationClock.Show(other, language)}", $" or {OrganisationClock.Show(other, language)}") : "") + ")");
        }

        if (outcome.Duties.Count > MostDuties)
            yield return Line(In($"En nog {outcome.Duties.Count - MostDuties}.", $"And {outcome.Duties.Count - MostDuties} more."));
        foreach (var condition in outcome.Duties.Select(duty => duty.Applies.Condition).OfType<Bilingual>().Distinct())
            yield return Subtle(condition.In(language));
        foreach (var note in outcome.Advice)
            yield return Subtle(note.In(language));
        foreach (var question in outcome.Duties.Select(duty => duty.Applies.OpenQuestion).OfType<Bilingual>().Distinct())
            yield return Subtle(In("Open vraag: ", "Open question: ") + question.In(language));
    }

    private IEnumerable<CardElement> Reasons()
    {
        yield return Details(
            In("Waarom deze uitkomst?", "Why this outcome?"), "reasons",
            [.. outcome.FiredRules.Where(fired => fired.Rule.Outcome is not Outcome.AddsDuty)
                .Select(fired => Line($"{fired.Rule.Explanation.In(language)} ({fired.Rule.Provision.Cite(language)})"))]);
        var changes = outcome.WouldChange.Where(change => change.Gained.Any(risk => risk != RiskClass.Undetermined)).Take(MostAlternatives).ToList();
        if (changes.Count > 0)
        {
            yield return Details(
                In("Wat zou de uitkomst veranderen?", "What would change the outcome?"), "changes",
                [.. changes.Select(change => Line(OutcomeWords.Of(change, book, language)))]);
        }

        yield return Subtle(In(
            $"Regels {outcome.RuleBookVersion}; de wet zoals die luidt sinds 27 juli 2026. Dit is geen juridisch advies.",
            $"Rules {outcome.RuleBookVersion}; the law as it stands since 27 July 2026. This is not legal advice."));
    }

    private string Describe(RiskFinding finding) => $"{RiskWords.Of(finding.Class).In(language)} ({finding.Provision.Cite(language)})";

    private string In(string nl, string en) => language == Language.Dutch ? nl : en;
}
