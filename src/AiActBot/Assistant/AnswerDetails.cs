using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>
/// What a passage says after its first paragraph that answers the question best: a sentence, an item of a list with the words that introduce
/// it, or the whole list when that is what is asked for.
/// </summary>
internal static class AnswerDetails
{
    private const int Shortest = 40;
    private const int Longest = 420;
    private const double Enough = 0.3;

    /// <summary>One item by itself has little around it that shows what it is about.</summary>
    private const double EnoughAlone = 0.5;

    /// <summary>A list that nobody asked for is quoted whole up to so many characters, and a sentence that enumerates what was asked for.</summary>
    private const int ShortList = 600;

    /// <summary>One that is asked for, up to so many; what is left out is counted.</summary>
    private const int LongList = 1000;

    /// <param name="after">Where in the passage to begin.</param>
    /// <param name="most">How many to quote.</param>
    public static void Quote(AnswerDraft draft, Chunk chunk, int after, QuestionAnalysis question, int most)
    {
        var overlap = new TermOverlap(chunk.Language, question.SearchText);
        var lists = PassageList.In(chunk.Text).Where(list => list.Start >= after).ToList();
        var chosen = SentencesOf(chunk, after, lists).Concat(lists.SelectMany(list => PartsOf(chunk, list)))
            .Where(detail => detail.Worth >= Enough)
            .OrderByDescending(detail => detail.Worth)
            .DistinctBy(detail => detail.Of)
            .Take(most)
            .OrderBy(detail => detail.Of);
        foreach (var detail in chosen.ToList())
            detail.Quote(draft);

        IEnumerable<Detail> SentencesOf(Chunk from, int start, IReadOnlyList<PassageList> introduced) => Sentences.Of(from.Text)
            .Where(s => s.Start >= start && s.Length >= Shortest && s.Length <= (IsEnumeration(s.Text) ? ShortList : Longest) && char.IsUpper(s.Text[0]) && !introduced.Any(list => list.Start == s.Start))
            .Select(s => new Detail(s.Start, WorthOf(s.Text), into => into.Quote(from, s.Text, 1)));

        IEnumerable<Detail> PartsOf(Chunk from, PassageList list)
        {
            var asksForAll = QuestionWords.AsksForList(question.Text);
            var fits = list.CountWithin(asksForAll ? LongList : ShortList);
            if (fits > 1 && (asksForAll || fits == list.Items.Count))
                yield return new Detail(list.Start, WorthOf(asksForAll ? $"{from.Heading} {list.Introduction}" : list.Introduction) + (asksForAll ? Enough / 2 : 0), into => into.QuoteList(from, list, fits));
            foreach (var item in list.Items.Where(item => item.Text.Length <= Longest && WorthOf(item.Text) >= EnoughAlone))
                yield return new Detail(list.Start, WorthOf(item.Text), into => into.QuoteItem(from, list, item));
        }

        bool IsEnumeration(string text) => QuestionWords.AsksForList(question.Text) && text.Contains(':', StringComparison.Ordinal) && text.Count(c => c == ',') > 2;

        double WorthOf(string text) => overlap.With(text) + AnswerSigns.Of(question.Intent, text)
            + (question.Roles.Count > 0 && QuestionWords.Roles(text).Any(question.Roles.Contains) ? Enough / 2 : 0);
    }

    /// <param name="Of">Where it begins; of one list only one thing is quoted.</param>
    private sealed record Detail(int Of, double Worth, Action<AnswerDraft> Quote);
}
