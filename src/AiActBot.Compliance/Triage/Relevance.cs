namespace AiActBot.Compliance.Triage;

/// <summary>
/// Which undecided rules can still make a difference. More answers only ever decide more, so what does not matter now never
/// matters later, and every interview ends.
/// </summary>
internal static class Relevance
{
    public static IEnumerable<string> OpenQuestions(RuleBook book, Evaluation evaluation) =>
        UndecidedRules(book, evaluation).SelectMany(evaluation.QuestionsBehind)
            .Concat(IsSettled(evaluation) ? [] : book.Duties
                .Where(duty => !duty.OnlyByRule && evaluation.Of(duty) == Truth.Unknown && evaluation.Of(duty.When) == Truth.Unknown)
                .SelectMany(duty => evaluation.QuestionsBehind(duty.When)));

    public static IEnumerable<Rule> UndecidedRules(RuleBook book, Evaluation evaluation)
    {
        if (evaluation.Excluded == Truth.True)
            return [];

        var prohibited = evaluation.Of(new Condition.HasClass(RiskClass.Prohibited)) == Truth.True;
        return book.Rules.Where(rule => evaluation.Of(rule) == Truth.Unknown && rule.Outcome switch
        {
            Outcome.Excludes => true,
            Outcome.AddsRole adds => evaluation.Of(new Condition.HasRole(adds.Role)) != Truth.True,
            Outcome.AddsClass { Class: RiskClass.Prohibited } => true,
            // Minimal risk is what is left when the others are decided: it asks nothing by itself.
            Outcome.AddsClass { Class: not RiskClass.MinimalRisk } => !prohibited,
            Outcome.AddsDuty or Outcome.NeedsReview or Outcome.Advises => !prohibited,
            _ => false,
        });
    }

    // A practice that is forbidden has to stop: what else would hold for it is not worth a person's time.
    private static bool IsSettled(Evaluation evaluation) =>
        evaluation.Excluded == Truth.True
        || evaluation.Of(new Condition.HasClass(RiskClass.Prohibited)) == Truth.True;
}
