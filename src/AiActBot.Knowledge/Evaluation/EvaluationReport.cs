namespace AiActBot.Knowledge.Evaluation;

/// <summary>What came of one question.</summary>
/// <param name="Rank">Of the first relevant provision, from 1; 0 when none was found.</param>
/// <param name="Declined">True when it was declined, or answered with a correction first.</param>
/// <param name="Facts">The share of the expected facts in the answer.</param>
public sealed record EvaluatedQuestion(RelevanceJudgement Judgement, int Rank, bool Answered, bool Declined, double Facts)
{
    /// <summary>Answered, but with a correction or a caution first.</summary>
    public bool AnsweredWithCorrection => Answered && Declined;
}

/// <summary>The figures of a group of questions.</summary>
/// <param name="Questions">Questions that have an answer.</param>
/// <param name="MeanReciprocalRank">MRR: the mean of one over the rank of the first relevant provision.</param>
/// <param name="WrongfulRefusals">Share of the questions that have an answer and got none.</param>
/// <param name="ToDecline">Questions that must be declined or corrected.</param>
/// <param name="WrongfulAnswers">Share of those that were answered as if nothing was wrong.</param>
/// <param name="Corrected">Share of the questions that have an answer and got it with a correction or a caution before it.</param>
public sealed record EvaluationFigures(
    string Group, int Questions, double SuccessAt1, double SuccessAt5, double SuccessAt10, double MeanReciprocalRank, double WrongfulRefusals,
    double Facts, int ToDecline, double WrongfulAnswers, double Corrected)
{
    public static EvaluationFigures Of(string group, IReadOnlyCollection<EvaluatedQuestion> evaluated)
    {
        var answerable = evaluated.Where(e => !e.Judgement.MustDecline).ToList();
        var judged = answerable.Where(e => e.Judgement.Provisions is { Count: > 0 }).ToList();
        var toDecline = evaluated.Where(e => e.Judgement.MustDecline).ToList();
        return new EvaluationFigures(
            group,
            answerable.Count,
            Share(judged, e => e.Rank == 1),
            Share(judged, e => e.Rank is > 0 and <= 5),
            Share(judged, e => e.Rank is > 0 and <= 10),
            judged.Count == 0 ? 0 : judged.Average(e => e.Rank > 0 ? 1.0 / e.Rank : 0),
            Share(answerable, e => !e.Answered),
            answerable.Count == 0 ? 0 : answerable.Average(e => e.Facts),
            toDecline.Count,
            Share(toDecline, e => !e.Declined),
            Share(answerable, e => e.AnsweredWithCorrection));
    }

    /// <summary>All questions, then each language, then each kind.</summary>
    public static IReadOnlyList<EvaluationFigures> ByGroup(IReadOnlyCollection<EvaluatedQuestion> evaluated) =>
    [
        Of("all", evaluated),
        .. evaluated.GroupBy(e => e.Judgement.Lang).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g])),
        .. evaluated.Where(e => e.Judgement.Kind is not null).GroupBy(e => $"{e.Judgement.Lang} {e.Judgement.Kind}")
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g])),
    ];

    private static double Share(List<EvaluatedQuestion> all, Func<EvaluatedQuestion, bool> which) =>
        all.Count == 0 ? 0 : (double)all.Count(which) / all.Count;
}
