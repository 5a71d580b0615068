using AiActBot.Knowledge.Index;

namespace AiActBot.Assistant;

/// <summary>Puts passages for other roles and risk classes than a system's own behind those that concern it.</summary>
internal static class SystemPassages
{
    // Not left out: "do we, who only use it, need a conformity assessment?" is answered by the section for providers.
    private const double ForOthers = 0.6;
    private const double ForOthersOnTheSubject = 0.9;

    public static IReadOnlyList<Passage> Prefer(IReadOnlyList<Passage> passages, QuestionAnalysis question)
    {
        var share = question.LeansOn.Count > 0 ? ForOthers : ForOthersOnTheSubject;
        return
        [
            .. passages
                .Select(p => Concerns(p.Chunk.Roles, question.Roles, "everyone") && Concerns(p.Chunk.Risks, question.Risks, "all") ? p : p with { Score = share * p.Score })
                .OrderByDescending(p => p.Score),
        ];
    }

    private static bool Concerns(IReadOnlyList<string> whom, IReadOnlyList<string> own, string all) =>
        own.Count == 0 || whom.Count == 0 || whom.Contains(all) || whom.Any(own.Contains);
}
