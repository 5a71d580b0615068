using System.Text.RegularExpressions;

namespace AiActBot.Assistant;

/// <summary>Recognises what the assistant does not answer, whatever the index would find.</summary>
internal static partial class ScopeCheck
{
    /// <summary>The reason to decline, or null; with the other law by its name when that is the reason.</summary>
    public static (DeclineReason Reason, string? OtherLaw)? Refuse(QuestionAnalysis question)
    {
        if (question.Text.Length == 0 || !question.Text.Any(char.IsLetter))
            return (DeclineReason.Empty, null);
        if (Instruction().IsMatch(question.Text))
            return (DeclineReason.Instruction, null);
        if (Certainty().IsMatch(question.Text))
            return (DeclineReason.Certainty, null);
        if (Task().IsMatch(question.Text))
            return (DeclineReason.OtherSubject, null);
        return OtherLaw(question) is { } law ? (DeclineReason.OtherLaw, law) : null;
    }

    /// <summary>True when the question is about AI or the AI Act by its words.</summary>
    public static bool NamesTheSubject(string text) => Subject().IsMatch(text);

    public static bool NamesTheAct(string text) => TheAct().IsMatch(text);

    // Another law is named, and what is asked is that law and not how the AI Act goes with it.
    private static string? OtherLaw(QuestionAnalysis question)
    {
        var named = OtherLawName().Match(question.Text);
        var name = named.Success ? named.Value : question.OtherLaws.Count > 0 ? question.OtherLaws[0].OtherLaw : null;
        if (name is null || NamesTheAct(question.Text) || question.References.Count > 0 || Relation().IsMatch(question.Text))
            return null;

        var isItsSource = question.OtherLaws.Count > 0 || named.Success && (
            AsSource().IsMatch(question.Text[..named.Index]) || AsWhole().IsMatch(question.Text[(named.Index + named.Length)..]));
        return isItsSource || !Subject().IsMatch(question.Text) ? name : null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:negeer|vergeet|ignore|disregard|forget|override|omzeil|bypass)\b.{0,50}\b(?:instructies?|instructions?|regels|rules|prompts?|vorige|previous|above|hierboven|beperkingen|restrictions|guidelines|richtlijnen)\b|system ?prompt|systeem ?prompt|\b(?:doe alsof je|pretend (?:to be|you)|act as (?:if|an?)|you are now|jij bent nu|je bent nu|vanaf nu ben je|from now on you|jailbreak|developer mode|roleplay|speel de rol)\b|</?(?:system|assistant|instructions?)>|\[/?INST\]|\b(?:repeat after me|zeg (?:mij )?na|antwoord (?:alleen|uitsluitend) met|(?:reply|answer|respond) only with|say only|zeg alleen)\b|\b(?:reveal|onthul|print|toon|show)\b.{0,25}\b(?:your|je|jouw) (?:instructions?|prompt|instructies|configuratie|configuration|api)", Options)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"\b(?:kun|kan|kunt|wil|wilt|durf) (?:je|jij|u|jullie)\b.{0,60}\b(?:garanderen|garantie|beloven|verzekeren|met zekerheid|100 ?%|bevestigen dat (?:wij|we|ik|ons|onze|mijn))|\b(?:can|could|will|would|do) you\b.{0,40}\b(?:guarantee|promise|assure|certify|vouch|confirm (?:that )?(?:we|I|our|my))\b|\b(?:garandeer|beloof|verzeker) (?:me|mij|ons|dat)\b|\b(?:guarantee|promise|assure) (?:me|us|that (?:we|our|my|I))\b|\b(?:geef|give)\b.{0,20}\b(?:zekerheid|garantie|certainty|guarantee|assurance)\b|\b(?:juridische zekerheid|legal certainty|bindend (?:advies|oordeel)|binding (?:advice|opinion|ruling))\b|\b(?:100 ?%|honderd procent|volledig|absoluut|absolutely|completely|one hundred percent) (?:zeker|veilig|compliant|sure|safe|certain)\b|\bzeker weten dat (?:wij|we|ik|ons|onze|mijn)\b|\b(?:be|am I|are we) (?:sure|certain) (?:that )?(?:we|our|I)\b|\bsign off\b|\b(?:win|verlies|verliezen|winnen)\w* (?:wij|we|ik) (?:de|een|deze) (?:rechtszaak|zaak)|\bwill (?:we|I) (?:win|lose) (?:the|a|this|our) (?:case|lawsuit)|\b(?:voorspel|predict)\b.{0,40}\b(?:rechter|court|judge)\b", Options)]
    private static partial Regex Certainty();

    [GeneratedRegex(@"^\s*(?:(?:kun|kan) je |can you |could you |please )?(?:(?:voor )?(?:me|mij) )?(?:schrijf|write|vertaal|translate|programmeer|verzin|bedenk|teken|draw|compose|bereken|calculate|solve|los op)\b(?!.{0,80}\b(?:AI[- ]?act|AI[- ]?verordening|AI-systeem|AI system|artikel|article)\b)|\b(?:gedicht|poem|limerick|recept|recipe|mopje?|joke|song|liedje|python|javascript|sql)\b(?!.{0,60}\bAI[- ](?:act|verordening|systeem|system)\b)", Options)]
    private static partial Regex Task();

    [GeneratedRegex(@"\b(?:U?AVG|GDPR|General Data Protection Regulation|algemene verordening gegevensbescherming|DSA|Digital Services Act|digitaledienstenverordening|DMA|Digital Markets Act|NIS ?-?2|DORA|CRA|Cyber ?Resilience Act|cyberweerbaarheidsverordening|MDR|IVDR|Data Act|dataverordening|Data Governance Act|ePrivacy\w*|cookie(?:wet|regels|richtlijn| law| rules| directive)|eIDAS|CSRD|CSDDD|Wwft|Archiefwet|Woo|WOO|Awb|Algemene wet bestuursrecht|Auteurswet|Copyright Directive|WOR|Wet op de ondernemingsraden|Arbowet|Telecommunicatiewet|Wft|MiFID\w*|PSD ?-?2|Product Liability Directive|richtlijn productaansprakelijkheid|AI Liability Directive|AI-aansprakelijkheidsrichtlijn|machineverordening|Machinery Regulation|Colorado AI Act|CCPA|HIPAA|Executive Order|Burgerlijk Wetboek|Wetboek van Strafrecht|Grondwet)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherLawName();

    [GeneratedRegex(@"\b(?:AI[- ]?act|AI[- ]?verordening|AI[- ]?wet|KI[- ]?verordening|AIA|artificial intelligence act|2024/1689|EU AI law)\b", Options)]
    private static partial Regex TheAct();

    [GeneratedRegex(@"\b(?:naast|verhouding|verschil|samenloop|samenhang|tegelijk|beide|vervangt|in plaats van|nog steeds|ook nog|alongside|besides|relation|relationship|difference|overlap|both|replace|instead of|still apply|interplay|combine|together|hergebruiken|reuse|verwijzen|FRIA|grondrechten(?:toets|beoordeling)?)\b", Options)]
    private static partial Regex Relation();

    [GeneratedRegex(@"\b(?:volgens|onder|op grond van|krachtens|in|van|met|wat zegt|wat regelt|wat eist|verplicht|under|according to|of|by|does|what is|wat is|what are|explain|leg|on|over|about|aan|with|to|for|voor)(?: de| het| the)?\s*$", Options)]
    private static partial Regex AsSource();

    [GeneratedRegex(@"^\s*(?:-?boetes?|[- ]regels|[- ]eisen|fines?|rules|requirements|zegt|says?|eist|requires?|verplicht|compliance|duties|obligations)\b", Options)]
    private static partial Regex AsWhole();

    [GeneratedRegex(@"\b(?:AI|A\.I\.|KI|artificial|kunstmatige|artificiële|algoritmes?|algorithms?|algoritmische?|machine learning|chatbots?|voicebots?|deep ?fakes?|ChatGPT|GPT\w*|Copilot|Gemini|Claude|LLMs?|GPAI|taalmodel\w*|language models?|generatieve?|generative|deployers?|gebruiksverantwoordelijke\w*|hoog[- ]?risico\w*|high[- ]?risk|biometri\w+|gezichtsherkenning|face recognition|facial recognition|emotieherkenning|emotion recognition|conformiteitsbeoordeling|conformity assessment|AI-\w+)\b", Options)]
    private static partial Regex Subject();
}
