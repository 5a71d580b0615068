using System.Text.RegularExpressions;
using AiActBot.Knowledge.Documents;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>How a clause speaks of the law: what it says is so without exception, or forbidden, or left to somebody.</summary>
[Flags]
internal enum Assertion
{
    None = 0,
    Forbids = 1,
    Frees = 2,
    Only = 4,
    Never = 8,
    Approves = 16,
    Overrides = 32,
    Punishes = 64,
    Every = 128,
    Requires = 256,
    Counts = 512,
    Allows = 1024,
    Ends = 2048,
}

/// <summary>
/// What a question says before it asks: "Since every model needs a licence, where do we apply?" says that every model needs one. Only what
/// says something of the law counts; that a person bought a system is for the person to know.
/// </summary>
internal sealed partial record GivenClaim(string Text, Assertion Says)
{
    private const int FewestWords = 4;

    public static IEnumerable<GivenClaim> In(string question)
    {
        var sentences = Sentences.Of(question);
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i].Text;
            var text = i < sentences.Count - 1 && !sentence.EndsWith('?') ? (Asks().IsMatch(sentence) ? null : sentence)
                : Clause(sentence) is { Success: true } clause ? clause.Groups["claim"].Value
                : Tag().Match(sentence) is { Success: true } tag ? tag.Groups["claim"].Value
                : null;
            if (text is not null && Words.Of(text).Count >= FewestWords && SaidIn(text) is var says && says != Assertion.None && !SaysWhatSomebodyDoes(text, says))
                yield return new GivenClaim(text, says);
        }
    }

    /// <summary>What a sentence says of the law; a claim stands in it only when it says the same.</summary>
    public static Assertion SaidIn(string text) => (Forbids().IsMatch(text) ? Assertion.Forbids : 0)
        | (Frees().IsMatch(text) ? Assertion.Frees : 0)
        | (Only().IsMatch(text) ? Assertion.Only : 0)
        | (Never().IsMatch(text) ? Assertion.Never : 0)
        | (Approves().IsMatch(text) ? Assertion.Approves : 0)
        | (Overrides().IsMatch(text) ? Assertion.Overrides : 0)
        | (Punishes().IsMatch(text) ? Assertion.Punishes : 0)
        | (Every().IsMatch(text) ? Assertion.Every : 0)
        | (Requires().IsMatch(text) ? Assertion.Requires : 0)
        | (Allows().IsMatch(text) ? Assertion.Allows : 0)
        | (Ends().IsMatch(text) ? Assertion.Ends : 0)
        | (Counts().IsMatch(text) && TextDates.Find(text).Count == 0 ? Assertion.Counts : 0);

    // "We bought all our tools from one vendor": about themselves, unless the sentence goes on to what they must or need not do.
    private static bool SaysWhatSomebodyDoes(string text, Assertion says) =>
        OfOneself().IsMatch(text) && (says & (Assertion.Forbids | Assertion.Frees | Assertion.Requires | Assertion.Overrides | Assertion.Allows)) == 0;

    private static Match? Clause(string sentence) =>
        Given().Match(sentence) is { Success: true } given ? given
        : GoesOn().Match(sentence) is { Success: true } on && !Asks().IsMatch(on.Groups["claim"].Value) ? on
        : null;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Asking =
        "(?:wat|welke?|hoe\\w*|wanneer|wie|waar\\w*|waarom|vanaf|per wanneer|bij wie|bij welke?|aan wie|tot wanneer|what|which|how|when|who|whom|where|why|from (?:what|which|when)|by (?:what|which|when)|to whom)";

    [GeneratedRegex(
        @"^\W*(?:(?:en|maar|and|but) )?(?:since|because|given that|given|now that|seeing that|considering|as|with|omdat|aangezien|nu|doordat|gezien|daar)\s+(?<claim>[^,:;?]{12,}?)\s*(?:[,:;?]|\b(?=(?:mogen|moeten|hoeven|mag|kunnen|kan) (?:we|wij|ik)\b))",
        Options)]
    private static partial Regex Given();

    [GeneratedRegex(
        $@"^(?<claim>[^?]{{12,}}?)(?:\s*[,;:–-]\s+(?:(?:so|dus|en|and|then|dan|maar|but) )?|\s+(?:so|dus) )(?={Asking}\b|(?:is|are|can|may|do|does|must|should|mag|mogen|moet|moeten|kan|kunnen|hoef\w*|wij|we|ik|I)\b)[^?]*\?",
        Options)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^(?<claim>.{12,}?),? (?:toch|hè|right|correct|isn't it|aren't they|don't they|have they|haven't they|doesn't it)\s*[?,]", Options)]
    private static partial Regex Tag();

    [GeneratedRegex(
        $@"^\W*(?:(?:en|maar|dus|and|but|so)\W+)?(?:{Asking}|is|are|am|was|were|does|do|did|can|could|may|must|should|shall|will|would|has|have|zijn|"
        + @"ben|mag|mogen|moet|moeten|kan|kunnen|kun|geldt|gelden|valt|vallen|hoef\w*|heeft|hebben|heb|wordt|worden|klopt|stel|suppose|imagine|"
        + @"leg|explain|vertel|tell|geef|give|noem|list|name|ik|I)\b",
        Options)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(?:we|wij|ons|onze|our|us|my|mijn|ik|I|iemand|someone|somebody|they|ze)\b", Options)]
    private static partial Regex OfOneself();

    [GeneratedRegex(
        @"\b(?:verboden|verbied\w*|verbod\w*|ma[gk]\b.{0,30}\b(?:niet|geen|nooit)|mogen\b.{0,30}\b(?:niet|geen|nooit)|nobody may|no one may|niemand mag|prohibit\w*|forbid\w*|banned|bans?|"
        + @"may not|must not|not allowed|illegal|illegaal|outlaw\w*|unlawful)\b",
        Options)]
    private static partial Regex Forbids();

    [GeneratedRegex(
        @"\b(?:hoef\w*|niet nodig|geen\b.{0,40}\bnodig|vrijgesteld|uitgezonderd|geldt (?:\w+ )?(?:niet|nooit|niets)|gelden (?:\w+ )?(?:niet|nooit)|"
        + @"valt\b.{0,15}\bbuiten|vallen\b.{0,15}\bbuiten|buiten de (?:wet|verordening|AI)|niet verplicht|niets? te|need ?n[o']t|needs? no|no need|not need|"
        + @"(?:not|n't) (?:have|need) to|exempt\w*|outside (?:the|of)|do(?:es)?(?: not|n't) (?:apply|cover|concern)|not (?:required|obliged|covered|subject)|"
        + @"without (?:any )?(?:consent|permission|notice|approval)|zonder (?:enige )?(?:toestemming|melding)|optional|vrijwillig|voluntary|replaced? by)\b",
        Options)]
    private static partial Regex Frees();

    [GeneratedRegex(@"(?<!\b(?:that|which|who|die|dat|wie) )\b(?:alleen|uitsluitend|slechts|enkel|pas (?:als|vanaf|na|bij)|only|solely|exclusively|alone)\b", Options)]
    private static partial Regex Only();

    [GeneratedRegex(@"\b(?:nooit|never|voor altijd|forever|voorgoed|ligt .{0,15}vast|geheim|secret)\b", Options)]
    private static partial Regex Never();

    [GeneratedRegex(
        @"\b(?:vergunning\w*|licen[cs]es?|licen[cs]ed|goedkeur\w*|goedgekeurd|goedkeurt|keurt|keuren|gekeurd|keuring|approv\w+|permission|authoris\w+|"
        + @"handtekening|signature|certifi\w+|vooraf gemeld|toestemming)\b",
        Options)]
    private static partial Regex Approves();

    [GeneratedRegex(
        @"\b(?:vervang\w*|overrid\w+|overrule\w*|replac\w+|supersed\w*|prevail\w*|gaat\b.{0,20}\b(?:boven|voor)|gaan\b.{0,20}\b(?:boven|voor)|in plaats van|instead of|"
        + @"neemt\b.{0,25}\bover|takes? over|ingetrokken|afgeschaft|withdrawn|abolished|repealed|scrapped)\b",
        Options)]
    private static partial Regex Overrides();

    [GeneratedRegex(@"\b(?:boetes?|beboe\w+|legt .{0,30}\bop|leggen .{0,30}\bop|fines?|fined|punish\w*|hands? out|penalt\w+|straf\w*|cel|prison|jail)\b", Options)]
    private static partial Regex Punishes();

    [GeneratedRegex(
        @"\b(?:mag|mogen|may|lets? (?:us|you|them|me)|allows?|allowed|toegestaan|laat .{0,20}toe|staat .{0,20}toe|free to|vrij om|up to us|"
        + @"(?:decides?|chooses?) (?:our|your|them|it)sel(?:f|ves)|(?:we|they|providers|deployers) (?:\w+ )?decide|ourselves (?:whether|if)|zelf (?:weten|beslissen|bepalen|kiezen|of))\b",
        Options)]
    private static partial Regex Allows();

    [GeneratedRegex(
        @"\b(?:no longer|not? any ?more|niet meer|geen\b.{0,30}\bmeer|niet langer|not yet|nog niet|ha(?:ve|s)(?: not|n't) (?:started|begun|entered)|vervall?en|vervalt|"
        + @"lapse[sd]?|expire[sd]?|al sinds|al vanaf|already)\b",
        Options)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b(?:elke?|iedere?|alle|altijd|every|each|all|always|any)\b", Options)]
    private static partial Regex Every();

    [GeneratedRegex(@"\b(?:moet(?:en)?|verplicht\w*|dient|dienen|must|ha(?:s|ve) to|required|requires?|obliged|needs? (?:to|a|an|each|every)|schrijft voor|legt vast|caps?|vereist)\b", Options)]
    private static partial Regex Requires();

    [GeneratedRegex(@"(?<![\w.])(?!(?:19|20)\d\d\b)\d[\d.,^]*\s?(?:%|\w+)|\b(?:minder|meer|more|fewer|less) (?:dan|than) \w+", Options)]
    private static partial Regex Counts();
}
