using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>
/// Writes an answer from passages, word for word: the first paragraph of the best passage, the sentence in it that answers the kind of
/// question (when, how much, how long, who), and what a second passage adds.
/// </summary>
internal sealed class AnswerComposer(AssistantOptions options, Calendar calendar)
{
    // A second passage is quoted when it is nearly as good as the first.
    private const double SecondPassage = 0.65;
    private const double NearlyAsGood = 0.7;
    private const int LongestQuote = 420;

    /// <param name="parts">The question with what was found for it; two when it asks two things.</param>
    public void Compose(AnswerDraft draft, IReadOnlyList<(QuestionAnalysis Question, IReadOnlyList<Passage> Passages)> parts, DateOnly today)
    {
        var (question, passages) = parts[0];
        if (passages.Count == 0)
            (question, passages) = parts[^1];
        if (question.DefinitionsAsked.Count > 1)
        {
            QuoteDefinitions(draft, question, passages);
            return;
        }

        var best = MostSpecific(question, passages);
        var lead = QuoteLead(draft, best.Chunk, parts.Count > 1 ? 2 : 3);
        if (parts.Count > 1)
        {
            QuoteOther(draft, best.Chunk, lead, parts[^1]);
        }
        else
        {
            QuoteDetail(draft, best.Chunk, lead, question);
            foreach (var next in passages.Where(p => p.Score >= SecondPassage * best.Score && p.Chunk.DocumentId != best.Chunk.DocumentId).Take(1))
            {
                if (draft.Sentences + 2 <= options.Sentences)
                    QuoteLead(draft, next.Chunk, 2);
            }
        }

        SayDates(draft, question, best.Chunk, today);
    }

    // The section on an article as a whole says less than the one on the paragraph that fits as well.
    private static Passage MostSpecific(QuestionAnalysis question, IReadOnlyList<Passage> passages)
    {
        var best = passages[0];
        if (best.Chunk.Provisions is not [var whole, ..] || whole != whole.Root)
            return best;
        var overlap = new TermOverlap(best.Chunk.Language, question.SearchText);
        return passages.Skip(1)
            .Where(p => p.Chunk.Provisions is [var own, ..] && own.Root == whole && own != whole
                && p.Chunk.Kind == best.Chunk.Kind && p.Score >= NearlyAsGood * best.Score && p.Coverage >= best.Coverage)
            .MaxBy(p => overlap.With(p.Chunk.Text) + AnswerSigns.Of(question.Intent, p.Chunk.Text)) ?? best;
    }

    private static void QuoteDefinitions(AnswerDraft draft, QuestionAnalysis question, IReadOnlyList<Passage> passages)
    {
        foreach (var definition in question.DefinitionsAsked)
        {
            if (passages.FirstOrDefault(p => p.Chunk.Provisions.Contains(definition)) is { } found)
                QuoteLead(draft, found.Chunk, 2);
        }
    }

    // What else was asked: its own passage, or what the first one says of it.
    private void QuoteOther(AnswerDraft draft, Chunk first, int after, (QuestionAnalysis Question, IReadOnlyList<Passage> Passages) other)
    {
        if (other.Passages.Count > 0 && MostSpecific(other.Question, other.Passages).Chunk is { } chunk && chunk.Id != first.Id)
            QuoteDetail(draft, chunk, QuoteLead(draft, chunk, 2), other.Question);
        else
            QuoteDetail(draft, first, after, other.Question);
    }

    /// <summary>Adds how the dates of a passage stand today, as far as there is room: those to come, or all when the question is when.</summary>
    public void SayDates(AnswerDraft draft, QuestionAnalysis question, Chunk chunk, DateOnly today)
    {
        if (draft.Sentences >= options.Sentences)
            return;
        var entries = chunk.Applies.Select(a => calendar.Find(a.Calendar)).OfType<CalendarEntry>().OrderBy(e => e.Date).ToList();
        entries.RemoveAll(e => IsAboutAnotherPart(e, chunk));
        var wanted = question.Intent.HasFlag(QuestionIntent.When) ? entries : [.. entries.Where(e => e.Date > today && e.Kind == "application")];
        foreach (var entry in wanted.Take(options.Sentences - draft.Sentences))
            draft.Say(AnswerTexts.DateStatus(entry, today, question.Language));
    }

    private static int QuoteLead(AnswerDraft draft, Chunk chunk, int most)
    {
        var paragraph = chunk.Text.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end ? chunk.Text[..end] : chunk.Text;
        var sentences = Sentences.Of(paragraph);
        var count = Math.Min(most, sentences.Count);
        while (count > 1 && (sentences[count - 1].Start + sentences[count - 1].Length - sentences[0].Start > LongestQuote || sentences[count - 1].Text.EndsWith(':')))
            count--;
        if (count == 0)
            return 0;

        var stop = sentences[count - 1].Start + sentences[count - 1].Length;
        draft.Quote(chunk, chunk.Text[sentences[0].Start..stop], count);
        return stop;
    }

    private void QuoteDetail(AnswerDraft draft, Chunk chunk, int after, QuestionAnalysis question) =>
        AnswerDetails.Quote(draft, chunk, after, question, Math.Clamp(options.Sentences - draft.Sentences - 1, 0, 2));

    // "5(1)(ba) applies from ..." says nothing about 5(1)(c).
    private static bool IsAboutAnotherPart(CalendarEntry entry, Chunk chunk) =>
        chunk.Provisions.All(p => entry.Provisions.Any(e => e.Root == p.Root) && !entry.Provisions.Any(e => e.Contains(p) || p.Contains(e)));
}
