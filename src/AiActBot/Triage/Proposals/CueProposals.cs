using AiActBot.Compliance.Triage;
using AiActBot.Triage.RuleFiles;

namespace AiActBot.Triage.Proposals;

/// <summary>
/// Finds answers that a person's own description suggests, by words that stand in the rule files. Nothing is ever answered by
/// it: "none of these" and "no" are not proposed, because what somebody does not mention may well be there.
/// </summary>
internal sealed class CueProposals(IReadOnlyList<Cue> cues)
{
    public AnswerProposal? For(Question question, string description) =>
        AnswerProposal.Of(question, [.. cues.Where(cue => cue.Question == question.Id)
            .Select(cue => (cue.Choice, Words: (IReadOnlyList<string>)[.. cue.Words.Select(word => Find(word, description)).OfType<string>()]))
            .Where(cue => cue.Words.Count > 0)]);

    /// <returns>The whole word of the description that begins like this; null when none does.</returns>
    private static string? Find(string beginning, string description)
    {
        for (var at = description.IndexOf(beginning, StringComparison.OrdinalIgnoreCase); at >= 0;
             at = description.IndexOf(beginning, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at > 0 && char.IsLetterOrDigit(description[at - 1]))
                continue;
            var end = at + beginning.Length;
            // A short word is a word of its own: "hr" is not the beginning of anything.
            if (beginning.Length <= 3 && end < description.Length && char.IsLetterOrDigit(description[end]))
                continue;
            while (end < description.Length && char.IsLetterOrDigit(description[end]))
                end++;
            return description[at..end];
        }

        return null;
    }
}
