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
    private const double SecondPassage = 0.8;
    private const int ShortestDetail = 40;
    private const int LongestQuote = 420;

    public void Compose(AnswerDraft draft, QuestionAnalysis question, IReadOnlyList<Passage> passages, DateOnly today)
    {
        var best = passages[0];
        var overlap = new TermOverlap(best.Chunk.Language, question.SearchText);
        var lead = QuoteLead(draft, best.Chunk, 3);
        QuoteDetail(draft, best.Chunk, lead, question, overlap);

        foreach (var next in passages.Skip(1).Where(p => p.Score >= SecondPassage * best.Score && p.Chunk.DocumentId != best.Chunk.DocumentId).Take(1))
        {
            if (draft.Sentences + 2 <= options.Sentences)
                QuoteLead(draft, next.Chunk, 2);
        }

        SayDates(draft, question, best.Chunk, today);
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
        while (count > 1 && sentences[count - 1].Start + sentences[count - 1].Length - sentences[0].Start > LongestQuote)
            count--;
        if (count == 0)
            return 0;

        var stop = sentences[count - 1].Start + sentences[count - 1].Length;
        draft.Quote(chunk, chunk.Text[sentences[0].Start..stop], count);
        return stop;
    }

    // The sentence after the lead that says most about what is asked, with the one that it leans on when they follow each other.
    private void QuoteDetail(AnswerDraft draft, Chunk chunk, int after, QuestionAnalysis question, TermOverlap overlap)
    {
        var chosen = Sentences.Of(chunk.Text).Where(s => s.Start >= after && s.Length is >= ShortestDetail and <= LongestQuote && char.IsUpper(s.Text[0]))
            .Select(s => (Sentence: s, Worth: overlap.With(s.Text) + AnswerSigns.Of(question.Intent, s.Text) + Names(question.Roles, s.Text)))
            .Where(s => s.Worth >= 0.3)
            .OrderByDescending(s => s.Worth)
            .Take(Math.Max(0, Math.Min(2, options.Sentences - draft.Sentences - 1)))
            .OrderBy(s => s.Sentence.Start)
            .ToList();
        foreach (var (sentence, _) in chosen)
            draft.Quote(chunk, sentence.Text, 1);
    }

    private static double Names(IReadOnlyList<string> roles, string sentence) =>
        roles.Count > 0 && QuestionWords.Roles(sentence).Any(roles.Contains) ? 0.15 : 0;

    // "5(1)(ba) applies from ..." says nothing about 5(1)(c).
    private static bool IsAboutAnotherPart(CalendarEntry entry, Chunk chunk) =>
        chunk.Provisions.All(p => entry.Provisions.Any(e => e.Root == p.Root) && !entry.Provisions.Any(e => e.Contains(p) || p.Contains(e)));
}
