using System.Text.RegularExpressions;
using AiActBot.Knowledge.Law;

namespace AiActBot.Assistant;

/// <summary>The words, in both languages, that tell what a question asks for, about which role and which risk class.</summary>
internal static partial class QuestionWords
{
    private static readonly (string Role, Regex Pattern)[] RolePatterns =
    [
        ("gpai-provider", GpaiProvider()),
        ("provider", Provider()),
        ("deployer", Deployer()),
        ("importer", Importer()),
        ("distributor", Distributor()),
        ("authorised-representative", Representative()),
        ("product-manufacturer", Manufacturer()),
        ("affected-person", AffectedPerson()),
        ("notified-body", NotifiedBody()),
    ];

    private static readonly (string Risk, Regex Pattern)[] RiskPatterns =
    [
        ("prohibited", Prohibited()),
        ("high-risk", HighRisk()),
        ("gpai-systemic-risk", SystemicRisk()),
        ("gpai", Gpai()),
        ("transparency", Transparency()),
        ("minimal", Minimal()),
    ];

    private static readonly (QuestionIntent Intent, Regex Pattern)[] IntentPatterns =
    [
        (QuestionIntent.When, When()),
        (QuestionIntent.HowMuch, HowMuch()),
        (QuestionIntent.HowLong, HowLong()),
        (QuestionIntent.Who, Who()),
        (QuestionIntent.Allowed, Allowed()),
        (QuestionIntent.Meaning, Meaning()),
        (QuestionIntent.WhichProvision, AsksForProvision()),
    ];

    public static IReadOnlyList<string> Roles(string text) => [.. RolePatterns.Where(p => p.Pattern.IsMatch(text)).Select(p => p.Role)];

    public static IReadOnlyList<string> Risks(string text) => [.. RiskPatterns.Where(p => p.Pattern.IsMatch(text)).Select(p => p.Risk)];

    public static QuestionIntent Intent(string text) =>
        IntentPatterns.Where(p => p.Pattern.IsMatch(text)).Aggregate(QuestionIntent.General, (all, p) => all | p.Intent);

    /// <summary>Where most questions of a kind are answered: what is allowed, from when, and what is high-risk.</summary>
    public static IReadOnlyList<ProvisionId> Likely(string text, QuestionIntent intent) =>
    [
        .. HighRisk().IsMatch(text) && !SpeaksOfDuties().IsMatch(text)
            ? [ProvisionId.Parse("art-6"), ProvisionId.Parse("anx-III")] : (IEnumerable<ProvisionId>)[],
        .. intent.HasFlag(QuestionIntent.Allowed) ? [ProvisionId.Parse("art-5")] : (IEnumerable<ProvisionId>)[],
        .. intent.HasFlag(QuestionIntent.When) ? [ProvisionId.Parse("art-113")] : (IEnumerable<ProvisionId>)[],
    ];

    /// <summary>Article 113 for a question that asks for no more than when the rules for a risk class start; nothing for any other.</summary>
    public static IReadOnlyList<ProvisionId> WhereDatesStand(string text, QuestionIntent intent) =>
        intent.HasFlag(QuestionIntent.When) && !intent.HasFlag(QuestionIntent.HowMuch)
        && (Risks(text).Count > 0 || TheRules().IsMatch(text))
        && FollowUp.OwnWords(WithoutRisks(text)).TrueForAll(word => KnownSystem.IsWhatToDo(word) || AnySystem().IsMatch(word))
            ? [ProvisionId.Parse("art-113")]
            : [];

    /// <summary>Whether it asks for things that are enumerated: which, what all, the conditions for.</summary>
    public static bool AsksForList(string text) => Enumerated().IsMatch(text);

    /// <summary>Whether it asks for a sum of money, and not only whether there is one to pay.</summary>
    public static bool AsksForAmount(string text) => SumOfMoney().IsMatch(text);

    [GeneratedRegex(@"\b(?:hoeveel|hoe (?:hoog|groot|zwaar)|bedrag|max\w*|how (?:much|high|large|big|heavy)|amount|sum)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SumOfMoney();

    [GeneratedRegex(
        @"\b(?:welke (?:AI-?)?\w+(?:en|ën|s|a)|wat zijn|noem|lijst\w*|checklist|stappen\w*|voorwaarden|eisen|plichten|verplichtingen|taken|criteria|onderdelen|allemaal|wat (?:moet|staat|hoort|komt) er (?:\w+ )?in"
        + @"|which (?:AI )?\w+s|what are|what all|list|steps|conditions|requirements|duties|obligations|tasks|contents|(?:must|should|has to|have to) (?:be|stand|go) in|what (?:does|do|must|should) .*(?:contain|cover|include))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Enumerated();

    public static string WithoutRoles(string text) => RolePatterns.Aggregate(text, (rest, p) => p.Pattern.Replace(rest, " "));

    public static string WithoutRisks(string text) => RiskPatterns.Aggregate(text, (rest, p) => p.Pattern.Replace(rest, " "));

    /// <summary>Without the words that tell the kind of question, such as "when" and "how long"; an amount stays.</summary>
    public static string WithoutKind(string text) =>
        IntentPatterns.Where(p => p.Intent is not QuestionIntent.HowMuch and not QuestionIntent.Allowed).Aggregate(text, (rest, p) => p.Pattern.Replace(rest, " "));

    [GeneratedRegex(
        @"\b(?:moet\w*|hoef\w*|plicht\w*|verplicht\w*|eisen|boetes?|wanneer|vanaf|must|has to|have to|need\w*|dut(?:y|ies)|obligat\w+|require\w*|fines?|penalt\w+|when|since)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksOfDuties();

    [GeneratedRegex(@"\b(?:regels|rules|wet|law|verordening|act|verplichtingen|obligations)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TheRules();

    [GeneratedRegex(
        @"^(?:syste(?:em|men|ms?)|tools?|rules?|regels?|start\w*|begin\w*|ingaan|gaat|in werking|after|delay\w*|uitstel\w*|nieuwe?|new|now)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnySystem();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:aanbieders?|providers?|ontwikkelaars?|developers?|leveranciers?|vendors?|suppliers?|wij (?:bouwen|ontwikkelen|maken)|we (?:build|"
        + @"develop|make)|zelf (?:ge)?(?:bouwd|maakt|ontwikkeld))\b",
        Options)]
    private static partial Regex Provider();

    [GeneratedRegex(
        @"\b(?:gebruiksverantwoordelijken?|deployers?|gebruikers?|werkgevers?|employers?|afnemers?|wij gebruiken|we gebruiken|we use|using|"
        + @"ingekochte?|gekochte?|we bought|purchased|our (?:vendor|supplier)|onze leverancier)\b",
        Options)]
    private static partial Regex Deployer();

    [GeneratedRegex(@"\b(?:importeurs?|importers?|importeren|invoeren|import(?:ing)?)\b", Options)]
    private static partial Regex Importer();

    [GeneratedRegex(@"\b(?:distributeurs?|distributors?|resellers?|wederverkopers?|doorverkopen|verkopen\b.{1,60}\bdoor|resell(?:ing)?|sell on)\b", Options)]
    private static partial Regex Distributor();

    [GeneratedRegex(@"\b(?:gemachtigden?|authori[sz]ed representatives?)\b", Options)]
    private static partial Regex Representative();

    [GeneratedRegex(@"\b(?:productfabrikant(?:en)?|fabrikant(?:en)?|product manufacturers?)\b", Options)]
    private static partial Regex Manufacturer();

    [GeneratedRegex(
        @"\b(?:OpenAI|modelaanbieders?|model providers?|aanbieders? van (?:een )?(?:AI-)?model|providers? of (?:a )?(?:general|GPAI|"
        + @"large language|AI model))",
        Options)]
    private static partial Regex GpaiProvider();

    [GeneratedRegex(
        @"\b(?:ik ben (?:afgewezen|beoordeeld)|burgers?|citizens?|sollicitanten?|betrokkenen?|affected persons?|I was (?:rejected|refused)|"
        + @"my rights|mijn rechten)\b",
        Options)]
    private static partial Regex AffectedPerson();

    [GeneratedRegex(@"\b(?:aangemelde instanties?|notified bod(?:y|ies)|keuringsinstanties?)\b", Options)]
    private static partial Regex NotifiedBody();

    [GeneratedRegex(@"\b(?:verboden|verbod|prohibited|banned?|forbidden|unacceptable|onaanvaardbaar)\b", Options)]
    private static partial Regex Prohibited();

    [GeneratedRegex(@"\b(?:hoog|hoge)[- ]?risico|high[- ]?risk", Options)]
    private static partial Regex HighRisk();

    [GeneratedRegex(@"systeemrisico|systemic risk", Options)]
    private static partial Regex SystemicRisk();

    [GeneratedRegex(@"\b(?:GPAI|ChatGPT|LLMs?|taalmodel(?:len)?|language models?|algemene doeleinden|general[- ]purpose|foundation models?)\b", Options)]
    private static partial Regex Gpai();

    [GeneratedRegex(@"\b(?:chatbots?|deep ?fakes?|watermerk\w*|watermark\w*|transparan\w+|label\w*)\b", Options)]
    private static partial Regex Transparency();

    [GeneratedRegex(@"\b(?:minimaal risico|minimal risk|spamfilters?|spam filters?|laag risico|low risk)\b", Options)]
    private static partial Regex Minimal();

    [GeneratedRegex(@"\b(?:wanneer|vanaf|ingangsdatum|sinds|per wanneer|welke datum|deadline|^when|when (?:do|does|did|will|must|is|are|was|were|should|can|has|have|exactly)|(?:since|from|by|and) when|when\W*$|from what date|since|start date|as of|by what date)\b", Options)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(?:hoeveel|hoe hoog|boetes?|bedrag|how much|how high|fines?|penalt(?:y|ies)|sancties?|maximum|maximale)\b", Options)]
    private static partial Regex HowMuch();

    [GeneratedRegex(
        @"\b(?:hoe ?lang|hoe (?:snel|vlug|gauw)|binnen hoeveel|termijn|hoeveel (?:dagen|maanden|jaar|tijd)|how long|how many (?:days|months|years)|how soon|how quickly|how fast|"
        + @"time limit|within what|period)\b",
        Options)]
    private static partial Regex HowLong();

    [GeneratedRegex(@"\b(?:wie|welke (?:toezichthouder|autoriteit|instantie)|bij wie|aan wie|who|whom|which (?:regulator|authority))\b", Options)]
    private static partial Regex Who();

    [GeneratedRegex(@"\b(?:mag|mogen|toegestaan|verboden|may|allowed|can (?:we|I|you|a|an|the|our)|legal|permitted|prohibited|banned|forbidden)\b", Options)]
    private static partial Regex Allowed();

    [GeneratedRegex(
        @"\b(?:wat is (?:een|precies|de definitie|het verschil)|wat is ['""‘“]|wat zijn (?:nou |eigenlijk )?(?=\w+\W*$)|wat betekent|"
        + @"wat wordt (?:bedoeld|verstaan)|wat telt als|wat valt onder|what counts as|definitie|verschil tussen|what(?:'?s| is) (?:an?|meant|the definition|the difference)|what(?:'?s|"
        + @" is) ['""‘“]|what are (?=\w+\W*$)|wh?ats the difference|what does .{1,40} mean|definition|meaning of|difference between)\b",
        Options)]
    private static partial Regex Meaning();

    [GeneratedRegex(
        @"\b(?:welk(?:e)? (?:artikel(?:en)?|lid|leden|bijlage|bepaling(?:en)?)|waar staat (?:dat|dit)|(?:which|what) (?:articles?|paragraphs?|"
        + @"annex|provisions?)|where (?:does it say|is) (?:that|this)|where is (?:that|this|it) (?:written|said)|where does it say so)\b",
        Options)]
    private static partial Regex AsksForProvision();
}
