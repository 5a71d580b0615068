using AiActBot.Knowledge;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Law;
using AiActBot.Knowledge.Premises;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>What is so, where a question has it wrong, with the passage that proves it.</summary>
internal sealed record Correction(string Text, IReadOnlyList<ProvisionId> Provisions, Chunk? Proof, string? Quote)
{
    public void Tell(AnswerDraft draft, string opening)
    {
        if (Proof is null || Quote is null)
            draft.Say(opening + Text);
        else
            draft.Say(opening + Text, Proof, Quote, Proof.Provisions.Count > 0 ? Proof.Provisions[0] : Provisions[0]);
    }
}

/// <summary>What a question has wrong: as its starting point, or as the very thing that it asks.</summary>
internal sealed record Corrections(Correction? TakenForGranted, Correction? Asked)
{
    private const int Nearby = 3;
    private const double AsGood = 0.6;

    private static readonly Corrections None = new(null, null);

    /// <param name="passages">Found for the question, the best first.</param>
    public static async Task<Corrections> FindAsync(
        QuestionAnalysis question, IReadOnlyList<Misconception> misconceptions, IReadOnlyList<Passage> passages, IPassageIndex index, CancellationToken cancellationToken)
    {
        if (Claims.Find(question.Text, misconceptions) is { } claim)
        {
            var correction = await ProveAsync(claim.Misconception, question.Language, index, cancellationToken);
            return claim.IsTakenForGranted ? new(correction, null) : new(null, correction);
        }

        var other = OtherPeriod(question, passages) ?? OtherAddressee(question, passages);
        return other is null ? None : Claims.IsOpenlyAsked(question.Text) ? new(null, other) : new(other, null);
    }

    private static async Task<Correction> ProveAsync(
        Misconception misconception, DocumentLanguage language, IPassageIndex index, CancellationToken cancellationToken)
    {
        var text = misconception.Correction.In(language);
        var found = await index.SearchAsync(new PassageQuery(text, language, [misconception.Provisions[0]], [], []), Nearby, cancellationToken);
        var proof = found.Select(p => p.Chunk).FirstOrDefault(c => c.Language == language && c.Kind == SourceKind.Requirement && c.Provisions.Any(p => p.Root == misconception.Provisions[0].Root));
        return new Correction(text, misconception.Provisions, proof, proof is null ? null : Nearest(proof, language, text));
    }

    // The question says how long something takes; what was found for it names other periods, or none.
    private static Correction? OtherPeriod(QuestionAnalysis question, IReadOnlyList<Passage> passages)
    {
        var stated = StatedPeriods.In(question.Text);
        if (stated.Count == 0 || passages.Count == 0 || !StatedPeriods.SaysItIsTheRule(question.Text))
            return null;
        var near = passages.Take(Nearby).Where(p => p.Score >= AsGood * passages[0].Score).Select(p => p.Chunk).ToList();
        var written = near.SelectMany(chunk => StatedPeriods.In(chunk.Text)).ToList();
        if (stated.FirstOrDefault(period => !written.Any(period.IsAsLongAs)) is not { } wrong)
            return null;

        var own = near.FindAll(chunk => chunk.Language == question.Language && chunk.Provisions.Count > 0);
        if (own.Count == 0)
            return null;
        var best = own.Find(chunk => Sentences.Of(chunk.Text).Any(SaysHowLong)) ?? own[0];
        var overlap = new TermOverlap(question.Language, question.SearchText);
        var sentences = Sentences.Of(best.Text);
        var quote = (sentences.Any(SaysHowLong) ? sentences.Where(SaysHowLong) : sentences).MaxBy(s => overlap.With(s.Text)).Text;
        var provision = best.Provisions[0];
        return new Correction(
            $"{AnswerTexts.OtherPeriod(wrong.Words, ProvisionName.Of(provision, question.Language), question.Language)} {quote}", [provision], best, quote);
    }

    // "When do we, as users, affix the CE marking?": the duty is somebody else's.
    private static Correction? OtherAddressee(QuestionAnalysis question, IReadOnlyList<Passage> passages)
    {
        if (passages.Count == 0 || OwnRole.Of(question.Text) is not { } own || !OwnRole.AsksForADuty(question.Text))
            return null;
        var best = passages[0].Chunk;
        if (best.Language != question.Language || best.Roles.Count is 0 or > 2 || best.Roles.Contains(own) || best.Provisions.Count == 0)
            return null;
        var text = AnswerTexts.OtherAddressee(
            ProvisionName.Of(best.Provisions[0], question.Language), best.Roles.Select(role => OwnRole.Name(role, question.Language)), OwnRole.Name(own, question.Language), question.Language);
        return new Correction(text, [best.Provisions[0]], best, Sentences.Of(best.Text)[0].Text);
    }

    private static bool SaysHowLong(Sentence sentence) => AnswerSigns.Of(QuestionIntent.HowLong, sentence.Text) > 0;

    private static string Nearest(Chunk chunk, DocumentLanguage language, string text)
    {
        var overlap = new TermOverlap(language, text);
        return Sentences.Of(chunk.Text).MaxBy(sentence => overlap.With(sentence.Text)).Text;
    }
}
