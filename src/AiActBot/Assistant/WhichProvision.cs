using AiActBot.Knowledge;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>Answers "which article is that?" from the citations of the answer before.</summary>
internal static class WhichProvision
{
    private const int Most = 3;

    /// <summary>Names the provisions, each with its passage as proof; false when there is none to name.</summary>
    public static bool Say(AnswerDraft draft, QuestionAnalysis question, IReadOnlyList<Passage> passages)
    {
        if (!question.IsFollowUp || !question.Intent.HasFlag(QuestionIntent.WhichProvision))
            return false;
        foreach (var provision in question.LeansOn.Take(Most))
        {
            var proof = passages.FirstOrDefault(p => p.Chunk.Provisions.Contains(provision)) ?? passages.FirstOrDefault(p => p.Chunk.Provisions.Any(provision.Contains));
            if (proof is null || Sentences.Of(proof.Chunk.Text) is not [var first, ..])
                continue;
            var name = ProvisionName.Of(provision, question.Language);
            draft.Say(
                draft.Sentences == 0
                    ? question.Language.Choose($"Dat staat in {name}.", $"That is in {name}.")
                    : question.Language.Choose($"Zie ook {name}.", $"See {name} as well."),
                proof.Chunk, first.Text, provision);
        }

        return draft.Sentences > 0;
    }
}
