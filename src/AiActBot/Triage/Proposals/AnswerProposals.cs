using AiActBot.Compliance.Triage;

namespace AiActBot.Triage.Proposals;

/// <summary>What is proposed at a question: what a language model found in the description, or else what its words suggest.</summary>
internal sealed class AnswerProposals(CueProposals cues)
{
    public AnswerProposal? For(Question question, TriageSession session) =>
        AnswerProposal.Of(question, [.. SuggestedAnswer.Read(session.Suggestions).Where(answer => answer.Question == question.Id)
            .Select(answer => (answer.Choice, (IReadOnlyList<string>)[answer.Words]))])
        ?? cues.For(question, $"{session.Name}. {session.Description}");
}
