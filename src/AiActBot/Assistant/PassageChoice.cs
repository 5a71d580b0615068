using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>Which of the passages found an answer is made of: what it begins with, and what is added to that.</summary>
internal sealed class PassageChoice
{
    // What is quoted beside the first is nearly as good, and has most of what that has of the question.
    private const double GoodEnough = 0.65;
    private const double CoversEnough = 0.6;
    private const double NearlyAsGood = 0.7;

    // How much more of a question a paragraph has to have than its article as a whole.
    private const double CoversMore = 0.05;
    private const double SaysMore = 0.15;

    // And how much of what the article says to be quoted after it.
    private const double SaysAsMuch = 0.8;

    private readonly QuestionAnalysis _question;
    private readonly IReadOnlyList<Passage> _passages;
    private readonly QuestionIntent _amount;
    private readonly TermOverlap _overlap;

    /// <param name="passages">The best first; at least one.</param>
    public PassageChoice(QuestionAnalysis question, IReadOnlyList<Passage> passages)
    {
        (_question, _passages) = (question, passages);
        _amount = question.Intent & (QuestionIntent.HowLong | (QuestionWords.AsksForAmount(question.Text) ? QuestionIntent.HowMuch : QuestionIntent.General));
        var best = Best();
        _overlap = new TermOverlap(best.Chunk.Language, question.SearchText);
        var paragraphs = ParagraphsOf(best);
        Lead = paragraphs.Where(SaysTheAmount).Where(p => p.Coverage > best.Coverage + CoversMore || (!AsksForAll && Worth(p) > Worth(best) + SaysMore)).MaxBy(Worth) ?? best;
        var other = Other();
        Paragraph = Lead.Chunk.Id != best.Chunk.Id ? null
            : paragraphs.Where(p => AsksForAll || (Worth(p) >= SaysAsMuch * Worth(best) && p.Score > (other?.Score ?? 0))).MaxBy(Worth)?.Chunk;
    }

    /// <summary>What the answer begins with.</summary>
    public Passage Lead { get; }

    /// <summary>Of the article that leads as a whole, the paragraph that says as much of what is asked and fits better than another source; null when there is none.</summary>
    public Chunk? Paragraph { get; }

    private bool AsksForAll => QuestionWords.AsksForList(_question.Text);

    /// <summary>The period or amount that was asked for and is not said yet, from elsewhere in the same article; otherwise what another source adds.</summary>
    public Chunk? Next(string said) => _amount != QuestionIntent.General && AnswerSigns.Of(_amount, said) == 0
        && _passages.FirstOrDefault(p => p.Chunk.DocumentId == Lead.Chunk.DocumentId && p.Chunk.Id != Lead.Chunk.Id && SaysTheAmount(p)) is { } amount
            ? amount.Chunk
            : Other()?.Chunk;

    // Mostly the first. A definition leads where a meaning is asked for, and what says no period or amount not where that is asked for.
    private Passage Best()
    {
        var best = _passages[0];
        if (_question.References.Count > 0 || _question.LeansOn.Count > 0)
            return best;
        List<Passage> near = [.. _passages.Skip(1).Where(p => p.Score >= GoodEnough * best.Score)];
        if (!_question.Intent.HasFlag(QuestionIntent.Meaning) && _question.DefinitionsAsked.Count == 0 && IsDefinition(best))
        {
            var rules = near.FindAll(p => p.Chunk.Provisions is [var own, ..] && _question.TermsAreUsedIn.Contains(own.Root));
            best = rules.Find(p => p.Chunk.Provisions[0] == p.Chunk.Provisions[0].Root) ?? rules.FirstOrDefault() ?? best;
        }

        return SaysTheAmount(best) ? best : near.Find(SaysTheAmount) ?? best;
    }

    // Of an article that was found as a whole, the paragraphs that fit as well.
    private List<Passage> ParagraphsOf(Passage article) => article.Chunk.Provisions is not [var whole, ..] || whole != whole.Root ? [] :
    [
        .. _passages.Where(p => p.Chunk.Provisions is [var own, ..] && own.Root == whole && own != whole
            && p.Chunk.Kind == article.Chunk.Kind && p.Score >= NearlyAsGood * article.Score && p.Coverage >= article.Coverage),
    ];

    private Passage? Other() => _passages.FirstOrDefault(p => p.Chunk.DocumentId != Lead.Chunk.DocumentId
        && p.Score >= GoodEnough * Lead.Score && p.Coverage >= CoversEnough * Lead.Coverage);

    private double Worth(Passage passage) =>
        _overlap.With(passage.Chunk.Text) + AnswerSigns.Of(_question.Intent, passage.Chunk.Text);

    private bool SaysTheAmount(Passage passage) => _amount == QuestionIntent.General || AnswerSigns.Of(_amount, passage.Chunk.Text) > 0;

    private static bool IsDefinition(Passage passage) => passage.Chunk.Provisions is [var own, ..] && own.Root == Definitions.WhereTheyStand;
}
