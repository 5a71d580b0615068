using System.Text.RegularExpressions;
using AiActBot.Knowledge.Index;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>
/// A question that asks what to do for something and gives no more than its name: "what do we have to arrange for SmartHire?". When the
/// register does not have it, nobody can tell; a passage that happens to share a word is no answer.
/// </summary>
internal static partial class UnknownName
{
    // A passage that is about the name does say something of it.
    private const double Known = 0.5;

    public static bool IsAllThatIsGiven(QuestionAnalysis question, IReadOnlyList<Passage> passages, GlossaryLookup glossary)
    {
        var text = ScopeCheck.WithoutTheAct(question.Text);
        if (question.System is not null || question.IsFollowUp || question.References.Count > 0 || (passages.Count > 0 && passages[0].Coverage >= Known)
            || ScopeCheck.NamesTheSubject(text) || glossary.Terms(text).Count > 0 || glossary.Hints(text))
        {
            return false;
        }

        var own = FollowUp.OwnWords(text);
        var named = Name().Matches(text).SelectMany(match => Words.Of(match.Value)).ToHashSet(StringComparer.Ordinal);
        return own.Exists(KnownSystem.IsWhatToDo) && own.Exists(named.Contains) && own.TrueForAll(word => KnownSystem.IsWhatToDo(word) || named.Contains(word));
    }

    // A capital or a digit inside a sentence.
    [GeneratedRegex(@"(?<=\S\s)[^\s?!.,;:]*[\p{Lu}\p{Nd}][^\s?!,;:]*(?<![.])", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
