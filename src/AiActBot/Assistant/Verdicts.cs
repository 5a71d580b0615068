using System.Text.RegularExpressions;

namespace AiActBot.Assistant;

/// <summary>Recognises a request for what only an authority or a court can give: a guarantee, a verdict, a signature, a prediction.</summary>
internal static partial class Verdicts
{
    public static bool AreAskedFor(string text) =>
        Guarantee().IsMatch(text) || Judgement().IsMatch(text) || Signature().IsMatch(text) || Prediction().IsMatch(text)
        || ((Guilt().Match(text) is { Success: true } guilt && Names(text[..guilt.Index])) || (Sentence().IsMatch(text) && Names(text)));

    private static bool Names(string text) => Person().IsMatch(text) || Name().IsMatch(text) || Initials().IsMatch(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:kun|kan|kunt|wil|wilt|durf|durft) (?:je|jij|u|jullie)\b.{0,60}\b(?:garanderen|garantie|beloven|verzekeren|met zekerheid|100 ?%|"
        + @"bevestigen dat (?:wij|we|ik|ons|onze|mijn|alles))|"
        + @"\b(?:can|could|will|would|do) you\b.{0,40}\b(?:guarantee|promise|assure|certify|vouch|swear|confirm (?:that )?(?:we|I|our|my|"
        + @"everything))\b|\b(?:garandeer|beloof|verzeker) (?:me|mij|ons|dat)\b|"
        + @"\b(?:guarantee|promise|assure|swear to) (?:me|us|that (?:we|our|my|I))\b|"
        + @"\b(?:geef|give|wil|want|need|nodig)\b.{0,30}\b(?:zekerheid|garantie|certainty|guarantees?|assurance)\b|"
        + @"\b(?:juridische zekerheid|legal certainty|bindend (?:advies|oordeel)|binding (?:advice|opinion|ruling)|zwart op wit|"
        + @"in black and white)\b|"
        + @"\b(?:100 ?%|honderd procent|volledig|absoluut|helemaal|gegarandeerd|juridisch|absolutely|completely|fully|totally|entirely|legally|"
        + @"one hundred percent|hundred percent) (?:zeker|veilig|compliant|gedekt|waterdicht|in orde|sure|safe|certain|covered|in the clear|"
        + @"bulletproof|watertight)\b|"
        + @"(?<!\b(?:moet|moeten|must|should|to|moet ik|moeten we|moeten wij)\s)\bzeker weten dat (?:wij|we|ik|ons|onze|mijn)\b|"
        + @"\b(?:be|am I|are we) (?:sure|certain) (?:that )?(?:we|our|I)\b|"
        + @"\b(?:nooit|geen enkel(?:e)?|zero|no) (?:risico (?:meer )?op|risk of|kans op|chance of)\b|"
        + @"\b(?:met|with) (?:absolute |volledige |full )?(?:zekerheid|certainty)\b|"
        + @"(?<!\bknow )\bfor (?:certain|sure)\b|\b(?:beyond|without) (?:any |all |a |every |the slightest )?(?:\w+ )?doubt\b|"
        + @"\bbuiten (?:elke|iedere|alle|kijf|enige) ?(?:\w+ )?(?:twijfel|kijf)?\b(?<=twijfel|kijf)|\bgegarandeerd (?:goed|in orde|klaar|legaal|toegestaan)\b|"
        + @"\b100 ?(?:%|percent|procent) (?:\w+ )?(?:fine|ok\w*|goed|legal|legaal|right|correct)\b|"
        + @"\b(?:vouch for|sta (?:je|jij|u) in voor|instaan voor)\b|"
        + @"\b(?:lopen|loop|hebben|heb|run|have) (?:wij|we|ik)?\s?(?:echt |dus |gegarandeerd |absolutely |really )?(?:nul|geen enkel|zero|"
        + @"absolutely no) (?:risico|risk)",
        Options)]
    private static partial Regex Guarantee();

    [GeneratedRegex(
        @"\b(?:definitie[fv]e?|definitive|final|bindende?|binding|officieel|officiële|official|laatste|ultimate) (?:oordeel|antwoord|uitsluitsel|"
        + @"verdict|answer|word|ruling|judge?ment|beslissing|decision|conclusie|conclusion|uitspraak)\b|\b(?:eindoordeel|verdict|vonnis)\b|"
        + @"\b(?:jouw|je|your) (?:juridische?|legal|official|officiële) (?:oordeel|mening|advies|opinion|judge?ment|advice|standpunt|position)\b|"
        + @"\b(?:zijn|is|are|am)\s+(?:wij|we|ons|onze|our|I|mijn|my)\b.{0,40}\b(?:compliant|in overeenstemming|in compliance|AI-Act-proof)\b|"
        + @"\b(?:wie|who)\b.{0,20}\b(?:schuldig|schuld|guilty|to blame)\b|"
        + @"\b(?:beslis|oordeel|decide|rule|judge) (?:of|whether|if|now|nu|over (?:onze|ons|mijn)|on (?:our|my))\b",
        Options)]
    private static partial Regex Judgement();

    [GeneratedRegex(
        @"^\W*(?:please |graag |alsjeblieft )?(?:teken (?:af|dit|dat|hier)|bevestig|confirm|certify|certificeer|verklaar|declare|attest|"
        + @"onderteken|sign|stempel|approve|keur)\b|"
        + @"\b(?:kun|kan|kunt|wil|wilt|can|could|will|would)\b.{0,10}\b(?:jij|je|u|jullie|you)\b.{0,60}\b(?:goedkeuren|aftekenen|ondertekenen|"
        + @"accorderen|certificeren|approve|sign|certify|endorse)\b|"
        + @"\b(?:you|je|jij|AiActBot|the bot|de bot)\b.{0,40}\b(?:approved|goedgekeurd|goedkeurt|cleared|akkoord (?:bent|is|gaat|gaf)|signed)\b|"
        + @"\b(?:formal|formele) (?:sign-?off|goedkeuring|approval)\b|"
        + @"\b(?:sign off|signing off|tekenen voor|teken je|handtekening|your signature|rubber[- ]?stamp|groen licht|green light|thumbs up)\b|"
        + @"\b(?:geef|give|schrijf|write|issue|maak|verstrek|provide|stel|draft)\b.{0,30}\b(?:verklaring (?:dat|van geen|waarin)|certificaat|"
        + @"certificate|compliance statement|statement (?:that|saying|confirming)|clearance|letter (?:that|saying|confirming|stating)|"
        + @"brief (?:waarin|dat)|all[- ]clear|legal opinion|juridisch advies)\b|"
        + @"\b(?:bevestig|confirm|zeg|say)\b.{0,25}\b(?:dat (?:wij|we|ons|onze|mijn|ik)|(?:that )?(?:we(?:'re| are)?|our|my|I(?:'m|"
        + @" am)?))\b.{0,60}\b(?:compliant|voldoe\w*|conform|veilig|safe|legaal|legal|in orde|ok(?:é|ay)?|fine|toegestaan|allowed|mag|mogen|goed)\b",
        Options)]
    private static partial Regex Signature();

    [GeneratedRegex(
        @"\b(?:win|wint|winnen|verlies|verliest|verliezen)\b.{0,15}\b(?:wij|we|ik)\b.{0,25}\b(?:rechtszaak|zaak|procedure|beroep)|"
        + @"\bwill (?:we|I|they|he|she)\b.{0,15}\b(?:win|lose)\b|"
        + @"\b(?:voorspel|predict|forecast|schat in|estimate the odds|hoe groot is de kans|what(?:'s| is| are) the (?:odds|chances?|likelihood|"
        + @"probability)|how likely)\b|"
        + @"\b(?:percentage|kans|chances?|odds|waarschijnlijkheid|probability)\b.{0,40}\b(?:we|wij|ik|our|ons|onze|I)\b.{0,40}\b(?:los\w*|win\w*|"
        + @"verlie\w*|fined?|boete|gepakt|caught|zaak|case)\b|"
        + @"\b(?:gaat|zal|zou|will|would)\b.{0,20}\b(?:hof|court|rechter|judge|toezichthouder|regulator)\b.{0,60}\b(?:ons|onze|our|us|mijn|my)\b|"
        + @"\bklacht\w* tegen (?:ons|mij)\b.{0,40}\b(?:afgewezen|toegewezen)|"
        + @"\b(?:gaat|zal|zou|will|would|is going to)\b.{0,30}\b(?:rechter|rechtbank|toezichthouder|autoriteit|AP|court|judge|regulator|authority|"
        + @"tribunal|jury)\b.{0,60}\b(?:beslissen|oordelen|vinden|gelijk|winnen|voordeel|accepteren|goedkeuren|ons (?:een )?(?:boete|beboeten|"
        + @"straffen)|decide|rule|side|find|favou?r|accept (?:our|my|this)|fine us|punish us|let us off|agree with)\b|"
        + @"\b(?:krijgen|krijg) (?:wij|we|ik) (?:hier(?:voor)?|daar(?:voor)?|nu|straks|zeker)?\s?(?:een|geen) boete\b|"
        + @"\b(?:will|are) (?:we|I) (?:going to )?(?:get|be|getting) (?:fined|sued|punished|caught|away with)\b|"
        + @"\bin (?:our|ons|mijn|my) (?:favou?r|voordeel)\b",
        Options)]
    private static partial Regex Prediction();

    // Of somebody named it is a prediction; of companies in general it is a question about the law.
    [GeneratedRegex(
        @"\b(?:wordt|worden|zal|zullen|gaat|will|going to|how (?:big|high|large)|hoe (?:hoog|groot))\b.{0,60}\b(?:beboet|boete|veroordeeld|"
        + @"gestraft|vervolgd|aansprakelijk|fined?|convicted|sued|punished|sanctioned|prosecuted|liable)\b",
        Options)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(?:schuldig|strafbaar|aansprakelijk|in overtreding|overtreedt|overtrad|overtreden|schendt|schond|geschonden|fout (?:zit|zat|is)|"
        + @"verwijtbaar|guilty|to blame|breaking|broke|broken|breach(?:ed|ing)?|violat(?:es|ed|ing)|infring(?:es|ed|ing)|at fault|break(?:s)?|"
        + @"committed|illegaal bezig|acting illegally|liable)\b",
        Options)]
    private static partial Regex Guilt();

    [GeneratedRegex(
        @"\b(?:collega|mijn (?:baas|manager|chef|leidinggevende|werkgever|buurman|leverancier)|onze (?:directeur|burgemeester|minister|"
        + @"leverancier|concurrent|HR-manager)|my (?:boss|manager|colleague|employer|neighbou?r|supplier)|our (?:director|mayor|minister|CTO|CEO|"
        + @"supplier|competitor|vendor|HR manager)|(?:de|het|the) (?:leverancier|supplier|vendor|concurrent|competitor|bedrijf|company|firm|"
        + @"firma) [A-Z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    // "Has ING breached the Act?": a company by its initials, that is not an abbreviation of the subject.
    [GeneratedRegex(
        @"^\W*(?i:heeft|is|has|did|does|schendt|overtreedt|wordt|krijgt|will) (?i:the |de |het )?(?:[a-z][A-Z]{2,}\b|(?!AI|EU|CE|AP|RDI|ACM|FRIA|DPIA|GPAI|GDPR|AVG|HR|IT|ICT|SME|MKB|KMO|KI|OR|CV|SMC|"
        + @"LLM|NB|MSA|API|GPT|DSA|NIS|CRA|MDR)[A-Z]{2,6}\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    // A capital inside a sentence that is no abbreviation and none of the Act's own words.
    [GeneratedRegex(
        @"(?<=[a-z,:] )(?!AI|Act|Annex|Article|Artikel|Bijlage|European|Europese|Europe|Europa|Union|Unie|EU|Commission|Commissie|Member|"
        + @"Regulation|Verordening|I\b|I'|Nederland|Netherlands|Dutch|English|Excel|Word|Teams|Korean|Chinese|American|British|Japanese|German|"
        + @"French|Belgian|Swiss|Indian|Chinees|Amerikaans|Brits|Duits|Frans|Belgisch|Koreaans|Copilot|ChatGPT|Gemini|Claude)[A-Z][a-z]+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
