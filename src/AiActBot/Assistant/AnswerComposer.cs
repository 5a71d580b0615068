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

        var choice = new PassageChoice(question, passages);
        var best = choice.Lead;
        var paragraph = parts.Count > 1 ? null : choice.Paragraph;
        var lead = QuoteLead(draft, best.Chunk, parts.Count > 1 || paragraph is not null ? 2 : 3);
        if (parts.Count > 1)
        {
            QuoteOther(draft, best.Chunk, lead, parts[^1]);
        }
        else
        {
            QuoteDetail(draft, best.Chunk, lead, question, most: paragraph is null ? 2 : 1);
            if (paragraph is not null && QuestionWords.AsksForList(question.Text))
                QuoteDetail(draft, paragraph, 0, question);
            else if ((paragraph ?? choice.Next(draft.Text)) is { } next && draft.Sentences + 2 <= options.Sentences)
                QuoteLead(draft, next, 2);
        }

        SayDates(draft, question, best.Chunk, today);
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
        if (other.Passages.Count > 0 && new PassageChoice(other.Question, other.Passages).Lead.Chunk is { } chunk && chunk.Id != first.Id)
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

    private void QuoteDetail(AnswerDraft draft, Chunk chunk, int after, QuestionAnalysis question, int most = 2) =>
        AnswerDetails.Quote(draft, chunk, after, question, Math.Clamp(options.Sentences - draft.Sentences - 1, 0, most));

    // "5(1)(ba) applies from ..." says nothing about 5(1)(c).
    private static bool IsAboutAnotherPart(CalendarEntry entry, Chunk chunk) =>
        chunk.Provisions.All(p => entry.Provisions.Any(e => e.Root == p.Root) && !entry.Provisions.Any(e => e.Contains(p) || p.Contains(e)));
}
