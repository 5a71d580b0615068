using AiActBot.AiSystems;
using AiActBot.Compliance;
using AiActBot.Compliance.Triage;
using AiActBot.Hosting;
using AiActBot.Triage.Proposals;

namespace AiActBot.Triage;

/// <summary>The interview with a keyboard: a number for each choice, ? for "I don't know", b to go back, h for examples.</summary>
internal static class TerminalInterview
{
    /// <returns>The answers, or null when the input ended before the interview did.</returns>
    public static GivenAnswers? Run(TriageEngine engine, CueProposals proposals, Language language, TextReader input, TextWriter output)
    {
        output.WriteLine(TriageTexts.DescribeFirst.In(language));
        output.Write("> ");
        if (input.ReadLine() is not { } description)
            return null;
        var given = new GivenAnswers([]);
        while (engine.NextQuestion(given.ToAnswers()) is { } question)
        {
            Ask(question, engine.Progress(given.ToAnswers()), proposals.For(question, description), language, output);
            if (input.ReadLine()?.Trim() is not { } line)
                return null;
            if (line is "b" or "B")
                given = given.Back();
            else if (line is "h" or "H")
                Explain(question, language, output);
            else if (Read(question, line) is { } answer)
                given = given.With(question.Id, answer);
            else
                output.WriteLine(TriageTexts.NothingChosen.In(language));
        }

        return given;
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
        foreach (var note in outcome.Duties.Select(duty => duty.Applies.Condition).OfType<Bilingual>().Distinct().Concat(outcome.Advice))
            output.WriteLine("i " + note.In(language));
        foreach (var note in outcome.NeedsReview.Concat(outcome.Contradictions))
            output.WriteLine("! " + note.In(language));
        foreach (var id in outcome.OpenQuestions)
            output.WriteLine("? " + book.FindQuestion(id)!.Text.In(language));
    }

    private static void Ask(Question question, TriageProgress progress, AnswerProposal? proposal, Language language, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"[{progress.Answered + 1}/{progress.Answered + progress.AtMostRemaining}] {question.Text.In(language)}  ({question.Provision.Cite(language)})");
        output.WriteLine("    " + question.Help.In(language));
        foreach (var (choice, index) in question.Choices.Select((choice, index) => (choice, index)))
            output.WriteLine($"    {index + 1}. {choice.Text.In(language)}");
        output.WriteLine($"    ?. {TriageTexts.DontKnow.In(language)}");
        if (proposal is not null)
        {
            var words = AnswerWords.Of(question, Answer.Of(proposal.Choices), language);
            output.WriteLine("    " + TriageTexts.Suggestion(words, string.Join(", ", proposal.Words)).In(language));
        }

        output.Write("> ");
    }

    private static void Explain(Question question, Language language, TextWriter output)
    {
        foreach (var example in question.Examples)
            output.WriteLine("    - " + example.In(language));
        foreach (var choice in question.Choices.Where(choice => choice.Help is not null))
            output.WriteLine($"    {choice.Text.In(language)}: {choice.Help!.In(language)}");
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
