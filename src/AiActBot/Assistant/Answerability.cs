using AiActBot.Knowledge.Index;

namespace AiActBot.Assistant;

/// <summary>
/// How likely it is that a question is one for the AI Act and that what was found answers it: a logistic regression on how well the
/// passages fit and on whether the question speaks of AI, of law and in the Act's terms. The weights were fitted to the examples in
/// <c>knowledge/premises</c> and tried on <c>knowledge/evaluation/development.jsonl</c>; the questions that the product is measured
/// with were in neither. The constant is set so that one half parts the two best: a wrong refusal costs a person more than an answer too many.
/// </summary>
internal static class Answerability
{
    private const int Looked = 5;

    /// <returns>Between 0 and 1.</returns>
    public static double Of(string text, IReadOnlyList<Passage> passages, GlossaryLookup glossary)
    {
        var fit = passages.Count == 0 ? 0
            : 0.49 * Math.Min(passages[0].Score, 4)
            + 0.94 * passages[0].Coverage
            + 2.17 * passages.Take(Looked).Max(p => p.Coverage)
            + 1.31 * (passages.Count < Looked ? 0 : Math.Min(passages[Looked - 1].Score, 3));
        var words = (ScopeCheck.NamesTheSubject(text) ? 2.73 : 0)
            + (ScopeCheck.NamesTheAct(text) ? 1.53 : 0)
            + (ScopeCheck.AsksForLaw(text) ? 1.34 : 0)
            + 1.76 * Math.Min(glossary.Terms(text).Count, 2)
            + (glossary.Hints(text) ? 0.44 : 0)
            + (ScopeCheck.NamesAProduct(text) ? 1.62 : 0);
        return 1 / (1 + Math.Exp(1.5 - fit - words));
    }
}
