using AiActBot.Compliance.Triage;

namespace AiActBot.Triage.Proposals;

/// <summary>What is proposed at a question: what a language model found in the description, or else what its words suggest.</summary>
internal sealed class AnswerProposals(CueProposals cues)
{
    public AnswerProposal? For(Question question, TriageSession session)
    {
        var suggested = SuggestedAnswer.Read(session.Suggestions).Where(answer => answer.Question == question.Id).ToList();
        var choices = suggested.Select(answer => answer.Choice).Distinct().ToList();
        // Where one answer excludes the other, two suggestions are none.
        return choices.Count == 0 || (question.Kind != QuestionKind.AnyOf && choices.Count > 1)
            ? cues.For(question, $"{session.Name}. {session.Description}")
            : new AnswerProposal(choices, [.. suggested.Select(answer => answer.Words).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }
}
