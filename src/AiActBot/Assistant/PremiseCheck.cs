using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;

namespace AiActBot.Assistant;

/// <summary>What a question takes for granted and is not so.</summary>
internal static class PremiseCheck
{
    /// <summary>The first provision named that the Act does not have, in words; null when all exist.</summary>
    public static (string Text, ProvisionId? Nearest, bool Moved)? MissingProvision(QuestionAnalysis question)
    {
        var act = ActStructure.Current;
        foreach (var reference in question.References.Select(r => r.Provision).Where(p => !act.Exists(p)))
        {
            if (act.MovedTo(reference) is { } target)
                return (AnswerTexts.Moved(reference, target, question.Language), target, true);
            var nearest = act.NearestExisting(reference);
            var parts = nearest is { } found ? act.PartsOf(found).Count() : 0;
            return (AnswerTexts.Missing(reference, nearest, parts, question.Language), nearest, false);
        }

        return null;
    }

    /// <summary>Dates, amounts and places in the question that no longer hold.</summary>
    public static IReadOnlyList<Supersession> Outdated(QuestionAnalysis question) => OutdatedStatements.Find(question.Text);
}
