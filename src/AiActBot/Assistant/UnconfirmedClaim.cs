using System.Text.RegularExpressions;
using AiActBot.Knowledge;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>
/// A claim about the law that nothing found for the question bears out. It may be so all the same; therefore it is not called wrong, but the
/// answer says first that it was not found, so that nobody takes the silence for a yes.
/// </summary>
internal static partial class UnconfirmedClaim
{
    private const int Looked = 8;

    // The share of the claim's words that a passage's sentence must have to say the same; more when the claim leaves no exception.
    private const double SameSentence = 0.5;
    private const double SameThing = 0.6;
    private const double NearlyAll = 0.75;
    private const double Dated = 0.3;

    // In a claim this short half of the words is its subject alone.
    private const int Short = 4;

    public static bool IsIn(QuestionAnalysis question, IReadOnlyList<Passage> passages) =>
        passages.Count > 0 && !Claims.IsOpenlyAsked(question.Text) && GivenClaim.In(question.Text).Any(claim => !IsBorneOut(claim, question, passages));

    private static bool IsBorneOut(GivenClaim claim, QuestionAnalysis question, IReadOnlyList<Passage> passages)
    {
        // What holds for "the provider" holds for every provider: that word is not asked back, but more of the claim is.
        var said = claim.Says & ~(Assertion.Counts | Assertion.Every);
        var enough = ContentWords(claim.Text, question.Language) <= Short ? NearlyAll : claim.Says.HasFlag(Assertion.Every) ? SameThing : SameSentence;
        var numbers = NumbersIn(claim.Text);
        var months = Months().Matches(claim.Text).Select(m => m.Value).ToList();
        var overlap = new TermOverlap(question.Language, ScopeCheck.WithoutTheAct(claim.Text));
        foreach (var chunk in passages.Take(Looked).Select(p => p.Chunk).Where(c => c.Language == question.Language))
        {
            if (numbers.Count > 0 && !numbers.IsSubsetOf(NumbersIn(chunk.Text)))
                continue;

            // "Only from December 2027" is borne out by the calendar, not by a sentence with "only".
            var isDated = months.Count > 0 && chunk.Applies.Any(a => months.Exists(m => TextDates.Write(a.Date, question.Language).EndsWith(m, StringComparison.OrdinalIgnoreCase)));
            var asked = isDated ? said & ~(Assertion.Only | Assertion.Ends) : said;
            foreach (var sentence in Sentences.Of(chunk.Text))
            {
                // What the documents say of a party is its duty, also without the word "must".
                var share = overlap.With($"{chunk.Heading} {sentence.Text}");
                if ((GivenClaim.SaidIn(sentence.Text) & asked) == asked ? share >= (isDated ? Dated : enough) : asked == Assertion.Requires && share >= SameThing)
                    return true;
            }
        }

        return false;
    }

    private static HashSet<string> NumbersIn(string text) => [.. Numbers().Matches(text).Select(m => m.Value)];

    private static int ContentWords(string text, DocumentLanguage language) => Words.Of(text).Count(w => w.Length > 1 && !StopWords.Contains(language, w));

    [GeneratedRegex(
        @"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october) 20\d\d\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Months();

    [GeneratedRegex(@"\d+\^\d+|(?<![\w.^])(?!(?:19|20)\d\d\b)\d+(?!\^)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
