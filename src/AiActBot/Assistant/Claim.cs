using System.Text.RegularExpressions;
using AiActBot.Knowledge.Premises;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>A misconception that a question holds.</summary>
/// <param name="IsTakenForGranted">True when the question goes on from it; false when it openly asks whether it is so.</param>
internal sealed record Claim(Misconception Misconception, bool IsTakenForGranted);

/// <summary>Finds the misconception in a question, and tells whether it is asked or taken for granted.</summary>
internal static partial class Claims
{
    public static Claim? Find(string text, IReadOnlyList<Misconception> misconceptions)
    {
        var words = Words.Of(text);
        return misconceptions.Where(entry => IsIn(entry, words)).MaxBy(entry => entry.Wording.Nl.Groups) is { } held ? new Claim(held, IsTakenForGranted(text, held)) : null;
    }

    /// <summary>Starts with its verb and gives no reason: "Is a small company exempt?".</summary>
    public static bool IsOpenlyAsked(string text) =>
        (OpensWithVerb().IsMatch(text) && !GoesOnFrom().IsMatch(text)) || AsksWhetherItIsTrue().IsMatch(text);

    // One sentence says it, and does not ask it. What only the whole text says may be put together wrongly: that is answered.
    private static bool IsTakenForGranted(string text, Misconception held) =>
        !AsksWhetherItIsTrue().IsMatch(text)
        && Sentences.Of(text).Any(sentence => IsIn(held, Words.Of(sentence.Text)) && !IsOpenlyAsked(sentence.Text));

    private static bool IsIn(Misconception entry, IReadOnlyList<string> words) => entry.Wording.Nl.IsIn(words) || entry.Wording.En.IsIn(words);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^\W*(?:(?:en|maar|dus|and|but|so|hoi|hi|hello|hallo|goedemorgen|vraagje|quick question|just wondering|even checken)\W+)*(?:is|are|am|"
        + @"was|were|does|do|did|can|could|may|must|should|shall|will|would|has|have|isn'?t|aren'?t|doesn'?t|don'?t|zijn|ben|bent|mag|mogen|moet|"
        + @"moeten|kan|kunnen|kun|geldt|gelden|valt|vallen|hoef|hoeft|hoeven|heeft|hebben|heb|bestaat|bestaan|wordt|worden|telt|tellen|klopt|"
        + @"verbiedt|vereist|eist|krijgt|krijgen|staat|gaat|maakt|volstaat|weet)\b",
        Options)]
    private static partial Regex OpensWithVerb();

    [GeneratedRegex(
        @"\b(?:omdat|aangezien|nu (?:dat|alle?|het|de)|vermits|doordat|gezien|because|since|given that|now that|seeing that|considering|"
        + @"as long as|toch wel|, toch|, right|, hè|, correct)\b",
        Options)]
    private static partial Regex GoesOnFrom();

    [GeneratedRegex(
        @"\b(?:klopt (?:dat|het|dit)|is (?:dat|dit|het) (?:waar|zo|correct|juist)|is (?:it|that|this) (?:true|correct|right|so)|true or false|"
        + @"waar of niet|waar of onwaar|fact or myth|feit of fabel|(?:vraag|vroeg) (?:me|mij) af of|wonder(?:ing)? (?:if|whether)|weet je of|"
        + @"do you know (?:if|whether))\b",
        Options)]
    private static partial Regex AsksWhetherItIsTrue();
}
