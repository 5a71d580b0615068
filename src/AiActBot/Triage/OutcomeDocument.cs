using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Documents;
using AiActBot.Hosting;

namespace AiActBot.Triage;

/// <summary>What an outcome is about, beside the outcome itself.</summary>
/// <param name="By">Who answered.</param>
/// <param name="At">When, as the organisation reads it.</param>
/// <param name="Day">The day on which the status of the duties is stated.</param>
internal sealed record OutcomeSubject(string Name, string Description, string By, Func<Language, string> At, DateOnly Day, DateTimeOffset Moment);

/// <summary>The outcome for somebody who was not there: what was found, on which answers, by which provisions, and what to do.</summary>
internal sealed class OutcomeDocument(OutcomeSubject subject, GivenAnswers given, TriageOutcome outcome, TriageEngine engine, Language language)
{
    private const int MostAlternatives = 20;

    private readonly IReadOnlyList<(Question Question, Answer Answer)> _path = given.Path(engine);

    public ReadableDocument Build() => new(
        In($"Uitkomst van de toets: {subject.Name}", $"Outcome of the triage: {subject.Name}"), language, subject.Moment,
        [.. About(), .. Found(), .. Reasons(), .. Uncertain(), .. Duties(), .. NextSteps(), .. Path()]);

    private IEnumerable<Block> About()
    {
        yield return new Block.Facts(
        [
            (In("Systeem", "System"), subject.Name),
            (In("Beschrijving", "Description"), subject.Description.Length > 0 ? subject.Description : In("niet gegeven", "not given")),
            (In("Beantwoord door", "Answered by"), subject.By),
            (In("Op", "On"), subject.At(language)),
            (In("Versie van de regels", "Version of the rules"), outcome.RuleBookVersion),
            (In("Stand van de wet", "State of the law"), In(
                "Verordening (EU) 2024/1689 zoals gewijzigd door Verordening (EU) 2026/1744, van kracht sinds 27 juli 2026",
                "Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744, in force since 27 July 2026")),
        ]);
    }

    private IEnumerable<Block> Found()
    {
        yield return new Block.Heading(In("1. Uitkomst", "1. Outcome"));
        yield return new Block.Facts(
        [
            (In("Onze rol", "Our role"), outcome.Roles.Count == 0
                ? In("geen rol onder de AI-verordening", "no role under the AI Act")
                : string.Join(", ", outcome.Roles.Select(role => RiskWords.Of(role).In(language)))),
            (In("Risicoklasse", "Risk class"), outcome.Risk.Count == 0
                ? RiskWords.Of(RiskClass.Undetermined).In(language)
                : string.Join("\n", outcome.Risk.Select(finding => OutcomeWords.Of(finding, language)))),
        ]);
        foreach (var note in outcome.Contradictions.Concat(outcome.NeedsReview))
            yield return new Block.Paragraph(note.In(language), ParagraphStyle.Warning);
        foreach (var note in outcome.Advice)
            yield return new Block.Paragraph(note.In(language));
    }

    private IEnumerable<Block> Reasons()
    {
        yield return new Block.Heading(In("2. Waarom", "2. Why"));
        var fired = outcome.FiredRules.Where(rule => rule.Rule.Outcome is Outcome.AddsRole or Outcome.AddsClass or Outcome.Excludes or Outcome.Establishes).ToList();
        yield return fired.Count == 0
            ? new Block.Paragraph(In("Er staat nog niets vast.", "Nothing is certain yet."))
            : new Block.Table(
                [In("Reden", "Reason"), In("Bepaling", "Provision"), In("Op grond van deze antwoorden", "On these answers")],
                [.. fired.Select(rule => (IReadOnlyList<string>)
                [
                    rule.Rule.Explanation.In(language), rule.Rule.Provision.Cite(language),
                    string.Join("\n", rule.Facts.Select(fact => Answered(fact.QuestionId, fact.Answer))),
                ])],
                [5, 2, 5]);
    }

    private IEnumerable<Block> Uncertain()
    {
        yield return new Block.Heading(In("3. Wat onzeker is, en wat de uitkomst zou veranderen", "3. What is uncertain, and what would change the outcome"));
        if (outcome.OpenQuestions.Count == 0)
        {
            yield return new Block.Paragraph(In("Alle vragen die ertoe doen, zijn beantwoord.", "All questions that matter have been answered."));
        }
        else
        {
            yield return new Block.Paragraph(In("Zoek uit:", "Find out:"));
            yield return new Block.Bullets([.. outcome.OpenQuestions.Select(id => engine.Book.FindQuestion(id)!)
                .Select(question => $"{question.Text.In(language)} ({question.Provision.Cite(language)})")]);
            if (outcome.PossibleRisk.Count > 0)
                yield return new Block.Paragraph(In("Tot dat bekend is, blijft mogelijk: ", "Until that is known, these remain possible: ")
                    + string.Join(", ", outcome.PossibleRisk.Select(finding => OutcomeWords.Of(finding, language))));
        }

        var changes = outcome.WouldChange.Where(change => change.Gained.Concat(change.Lost).Any(risk => risk != RiskClass.Undetermined)).Take(MostAlternatives).ToList();
        if (changes.Count == 0)
            yield break;
        yield return new Block.Paragraph(In("Een ander antwoord op een van deze vragen geeft een andere uitkomst:", "Another answer to one of these questions gives another outcome:"));
        yield return new Block.Bullets([.. changes.Select(change => OutcomeWords.Of(change, engine.Book, language))]);
    }

    private IEnumerable<Block> Duties()
    {
        yield return new Block.Heading(In("4. Plichten", "4. Duties"));
        if (outcome.Duties.Count == 0)
        {
            yield return new Block.Paragraph(In("Uit deze uitkomst volgen geen plichten.", "No duties follow from this outcome."));
            yield break;
        }

        yield return new Block.Table(
            [In("Plicht", "Duty"), In("Bepaling", "Provision"), In("Vanaf", "From"), In($"Op {Day}", $"On {Day}")],
            [.. outcome.Duties.OrderBy(duty => duty.AppliesFrom).Select(duty => (IReadOnlyList<string>)
            [
                duty.Duty.Text.In(language), duty.Provision.Cite(language), OutcomeWords.From(duty, language), OutcomeWords.StatusOn(duty, subject.Day).In(language),
            ])],
            [5, 2, 2, 2]);
        foreach (var note in outcome.Duties.SelectMany(duty => new[] { duty.Applies.OpenQuestion, duty.Applies.Condition }).OfType<Bilingual>().Distinct())
            yield return new Block.Paragraph(note.In(language), ParagraphStyle.Subtle);
    }

    private IEnumerable<Block> NextSteps()
    {
        yield return new Block.Heading(In("5. Volgende stappen", "5. Next steps"));
        yield return new Block.Bullets([.. Steps()]);
    }

    private IEnumerable<string> Steps()
    {
        var prohibited = string.Join(", ", outcome.Risk.Where(finding => finding.Class == RiskClass.Prohibited).Select(finding => finding.Provision.Cite(language)));
        if (prohibited.Length > 0)
        {
            yield return In(
                $"Stop ermee, of begin er niet aan ({prohibited}), en vraag meteen een jurist.",
                $"Stop it, or do not begin ({prohibited}), and ask counsel at once.");
        }

        if (outcome.OpenQuestions.Count > 0)
            yield return In("Zoek de antwoorden van hoofdstuk 3 uit en wijzig ze in de toets.", "Find out the answers of chapter 3 and change them in the triage.");
        if (outcome.NeedsReview.Count + outcome.Contradictions.Count > 0)
            yield return In("Laat een jurist de punten met een markering in hoofdstuk 1 beoordelen.", "Have counsel judge the marked points in chapter 1.");
        if (outcome.Duties.Any(duty => duty.AppliesFrom <= subject.Day))
            yield return In("Ga na of de plichten die nu al gelden, zijn vervuld, en leg dat bij elke plicht in het register vast.", "Check whether the duties that apply now are fulfilled, and record it at each duty in the register.");
        if (outcome.Duties.Where(duty => duty.AppliesFrom > subject.Day).Select(duty => (DateOnly?)duty.AppliesFrom).Min() is { } next)
        {
            var date = OrganisationClock.Show(next, language);
            yield return In($"Plan de plichten die vanaf {date} gelden, en geef ze een eigenaar.", $"Plan the duties that apply from {date}, and give them an owner.");
        }

        yield return In("Toets opnieuw als het systeem, het gebruik of de wet verandert.", "Triage again when the system, its use or the law changes.");
    }

    private IEnumerable<Block> Path()
    {
        yield return new Block.Heading(In("6. De weg naar deze uitkomst", "6. The way to this outcome"));
        yield return new Block.Path([.. Walk()]);
        yield return new Block.Paragraph(In(
            "Dit document is gemaakt uit antwoorden en regels; het is geen juridisch advies. Alleen het Publicatieblad is authentiek.",
            "This document was made from answers and rules; it is not legal advice. Only the Official Journal is authentic."), ParagraphStyle.Subtle);
    }

    /// <summary>Each answer, with what became certain by it.</summary>
    private IEnumerable<PathStep> Walk()
    {
        var answers = Answers.Empty;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (question, answer) in _path)
        {
            answers = answers.With(question.Id, answer);
            var news = engine.Evaluate(answers, withAlternatives: false).FiredRules
                .Where(fired => known.Add(fired.Rule.Id)).Select(fired => Meaning(fired.Rule)).OfType<string>().ToList();
            yield return new PathStep(question.Text.In(language), AnswerWords.Of(question, answer, language), string.Join("\n", news));
        }

        yield return new PathStep(
            In("Uitkomst", "Outcome"),
            string.Join("\n", outcome.Roles.Select(role => RiskWords.Of(role).In(language)).Concat(outcome.Risk.Select(finding => OutcomeWords.Of(finding, language)))),
            IsEnd: true);
    }

    private string? Meaning(Rule rule) => rule.Outcome switch
    {
        Outcome.AddsRole adds => $"{RiskWords.Of(adds.Role).In(language)} ({rule.Provision.Cite(language)})",
        Outcome.AddsClass adds => $"{RiskWords.Of(adds.Class).In(language)} ({adds.Provision.Cite(language)})",
        Outcome.Excludes => $"{RiskWords.Of(RiskClass.OutOfScope).In(language)} ({rule.Provision.Cite(language)})",
        Outcome.Establishes => rule.Provision.Cite(language),
        _ => null,
    };

    private string Answered(string question, Answer answer) =>
        engine.Book.FindQuestion(question) is { } asked ? $"{asked.Text.In(language)} {AnswerWords.Of(asked, answer, language)}" : question;

    private string Day => OrganisationClock.Show(subject.Day, language);

    private string In(string nl, string en) => language == Language.Dutch ? nl : en;
}
