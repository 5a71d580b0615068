using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Hosting;

namespace AiActBot.Triage;

/// <summary>The interview with a keyboard: a number for each choice, ? for "I don't know", b to go back.</summary>
internal static class TerminalInterview
{
    /// <returns>The answers, or null when the input ended before the interview did.</returns>
    public static Answers? Run(TriageEngine engine, Language language, TextReader input, TextWriter output)
    {
        var given = new GivenAnswers([]);
        while (engine.NextQuestion(given.ToAnswers()) is { } question)
        {
            Ask(question, engine.Progress(given.ToAnswers()), language, output);
            if (input.ReadLine()?.Trim() is not { } line)
                return null;
            if (line is "b" or "B")
                given = given.Back();
            else if (Read(question, line) is { } answer)
                given = given.With(question.Id, answer);
            else
                output.WriteLine(TriageTexts.NothingChosen.In(language));
        }

        return given.ToAnswers();
    }

    public static void Print(TriageOutcome outcome, RuleBook book, Language language, TextWriter output)
    {
        string In(string nl, string en) => language == Language.Dutch ? nl : en;
        output.WriteLine();
        output.WriteLine(In("Rol: ", "Role: ") + (outcome.Roles.Count == 0 ? "-" : string.Join(", ", outcome.Roles.Select(role => RiskWords.Of(role).In(language)))));
        foreach (var finding in outcome.Risk)
            output.WriteLine(In("Klasse: ", "Class: ") + $"{RiskWords.Of(finding.Class).In(language)} ({finding.Provision.Cite(language)})");
        foreach (var duty in outcome.Duties)
            output.WriteLine($"- {duty.Duty.Text.In(language)} ({duty.Provision.Cite(language)}; {In("vanaf", "from")} {OrganisationClock.Show(duty.AppliesFrom, language)})");
        foreach (var note in outcome.NeedsReview.Concat(outcome.Contradictions))
            output.WriteLine("! " + note.In(language));
        foreach (var id in outcome.OpenQuestions)
            output.WriteLine("? " + book.FindQuestion(id)!.Text.In(language));
    }

    private static void Ask(Question question, TriageProgress progress, Language language, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"[{progress.Answered + 1}] {question.Text.In(language)}  ({question.Provision.Cite(language)})");
        output.WriteLine("    " + question.Help.In(language));
        foreach (var (choice, index) in question.Choices.Select((choice, index) => (choice, index)))
            output.WriteLine($"    {index + 1}. {choice.Text.In(language)}");
        output.WriteLine($"    ?. {TriageTexts.DontKnow.In(language)}");
        output.Write("> ");
    }

    private static Answer? Read(Question question, string line)
    {
        if (line == "?")
            return Answer.DontKnow;
        var chosen = line.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.TryParse(part, out var number) ? question.Choices.ElementAtOrDefault(number - 1)?.Id : null).ToList();
        if (chosen.Count == 0 || chosen.Contains(null) || (question.Kind != QuestionKind.AnyOf && chosen.Count > 1))
            return null;
        return Answer.Of(chosen.OfType<string>());
    }
}
