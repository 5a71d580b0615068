using System.Text.RegularExpressions;
using AiActBot.Knowledge.Premises;
using AiActBot.Knowledge.Text;

namespace AiActBot.Assistant;

/// <summary>Recognises what the assistant does not answer, whatever the index would find.</summary>
internal static partial class ScopeCheck
{
    /// <summary>The reason to decline, or null; with the other law by its name when that is the reason.</summary>
    public static (DeclineReason Reason, string? OtherLaw)? Refuse(QuestionAnalysis question)
    {
        if (question.Text.Length == 0 || !question.Text.Any(char.IsLetter))
            return (DeclineReason.Empty, null);
        if (Instructions.IsIn(question.Text))
            return (DeclineReason.Instruction, null);
        if (Verdicts.AreAskedFor(question.Text))
            return (DeclineReason.Certainty, null);
        if (ForeignAiLaw().Match(question.Text) is { Success: true } foreign)
            return (DeclineReason.OtherLaw, foreign.Value);
        if (!NamesTheAct(question.Text) && ForeignDuties().Match(question.Text) is { Success: true } abroad)
            return (DeclineReason.OtherLaw, abroad.Groups["place"].Value);
        if (Task().IsMatch(question.Text) || AsksAPrice(question.Text) || (Chore().IsMatch(question.Text) && !NamesTheSubject(question.Text) && !NamesAProduct(question.Text)) || (OtherAiSubject().IsMatch(question.Text) && !TermsOfTheAct().IsMatch(question.Text)) || Poem().IsMatch(question.Text))
            return (DeclineReason.OtherSubject, null);
        if (News().IsMatch(question.Text))
            return (DeclineReason.NotCovered, null);
        return OtherLaw(question) is { } law ? (DeclineReason.OtherLaw, law) : null;
    }

    // What a tool costs is no matter of the Act; what breaking a rule, an assessment or a sandbox costs is.
    private static bool AsksAPrice(string text) => Price().IsMatch(text) && !NamesTheAct(text) && !TermsOfTheAct().IsMatch(text) && !CostUnderTheAct().IsMatch(text);

    /// <summary>The subject that a question is about when it is none of the AI Act's, as far as its words tell.</summary>
    public static OtherSubject? Elsewhere(QuestionAnalysis question, IReadOnlyList<OtherSubject> subjects)
    {
        if (question.References.Count > 0 || question.IsFollowUp || NamesTheAct(question.Text) || TermsOfTheAct().IsMatch(question.Text) || Relation().IsMatch(question.Text))
            return null;
        var words = Words.Of(question.Text);
        return subjects.FirstOrDefault(subject => subject.Wording.Nl.IsIn(words) || subject.Wording.En.IsIn(words));
    }

    /// <summary>True when the question is about AI or the AI Act by its words.</summary>
    public static bool NamesTheSubject(string text) => Subject().IsMatch(text);

    /// <summary>True when the question asks what is allowed, required, supervised or punished.</summary>
    public static bool AsksForLaw(string text) => LegalWords().IsMatch(text);

    /// <summary>True when the question speaks of something that could be an AI system: a tool, software, a product.</summary>
    public static bool NamesAProduct(string text) => Product().IsMatch(text);

    public static string WithoutTheAct(string text) => TheAct().Replace(text, " ");

    public static bool NamesTheAct(string text) => TheAct().IsMatch(text);

    // Another law is named, and what is asked is that law and not how the AI Act goes with it.
    private static string? OtherLaw(QuestionAnalysis question)
    {
        var named = OtherLawName().Match(question.Text);
        var name = named.Success ? named.Value : question.OtherLaws.Count > 0 ? question.OtherLaws[0].OtherLaw : null;
        if (name is null || NamesTheAct(question.Text) || TermsOfTheAct().IsMatch(question.Text) || question.References.Count > 0 || Relation().IsMatch(question.Text))
            return null;

        var isItsSource = question.OtherLaws.Count > 0 || named.Success && (
            AsSource().IsMatch(question.Text[..named.Index]) || AsWhole().IsMatch(question.Text[(named.Index + named.Length)..]));
        return isItsSource || !Subject().IsMatch(question.Text) ? name : null;
    }

    // Countries and states with rules of their own on AI.
    private const string Abroad =
        @"Colorado|Californi\w+|Texas|Utah|New York(?: City)?|UK|U\.K\.|VK|United Kingdom|Verenigd Koninkrijk|US|USA|U\.S\.|VS|United States|"
        + @"Verenigde Staten|China|Canada|(?:South |Zuid-?)?Korea|Japan|Brazil|Brazilië|India|Singapore|Australi[aë]|Switzerland|Zwitserland";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^\s*(?:(?:kun|kan) je |can you |could you |please )?(?:(?:voor )?(?:me|mij) )?(?:schrijf|write|vertaal|translate|programmeer|verzin|"
        + @"bedenk|teken|draw|compose|bereken|calculate|solve|los op)\b(?!.{0,80}\b(?:AI[- ]?act|AI[- ]?verordening|artikel|article)\b)",
        Options)]
    private static partial Regex Chore();

    // About the Act or not: it is no answer to a question.
    [GeneratedRegex(
        @"\b(?:schrijf|maak|verzin|bedenk|zing|vertel|write|make|compose|invent|sing|tell)\b.{0,30}\b(?:gedicht\w*|vers|rijm\w*|limerick|haiku|"
        + @"sonnet|rap|lied(?:je)?|mop(?:je)?|grap(?:je)?|sprookje|poem|rhyme|song|joke|fairy ?tale)\b",
        Options)]
    private static partial Regex Poem();

    [GeneratedRegex(
        @"\b(?:gedicht|poem|limerick|recept|recipe|mopje?|joke|song|liedje|python|javascript|sql)\b(?!.{0,60}\bAI[- ](?:act|verordening|systeem|"
        + @"system)\b)",
        Options)]
    private static partial Regex Task();

    [GeneratedRegex(
        @"\b(?:U?AVG|GDPR|General Data Protection Regulation|algemene verordening gegevensbescherming|DSA|Digital Services Act|"
        + @"digitaledienstenverordening|DMA|Digital Markets Act|NIS ?-?2|DORA|CRA|Cyber ?Resilience Act|cyberweerbaarheidsverordening|MDR|IVDR|"
        + @"Data Act|dataverordening|Data Governance Act|ePrivacy\w*|cookie(?:wet|regels|richtlijn| law| rules| directive)|eIDAS|CSRD|CSDDD|Wwft|"
        + @"Archiefwet|Woo|WOO|Awb|Algemene wet bestuursrecht|Auteurswet|Copyright Directive|WOR|Wet op de ondernemingsraden|Arbowet|"
        + @"Telecommunicatiewet|Wft|MiFID\w*|PSD ?-?2|Product Liability Directive|richtlijn productaansprakelijkheid|AI Liability Directive|"
        + @"AI-aansprakelijkheidsrichtlijn|machineverordening|Machinery Regulation|Colorado AI Act|CCPA|HIPAA|Executive Order|Burgerlijk Wetboek|"
        + @"Wetboek van Strafrecht|Grondwet)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherLawName();

    [GeneratedRegex(
        @"\b(?:Colorado|Californi\w+|Texas|Utah|UK|U\.K\.|Brits\w*|British|US|U\.S\.|Amerikaanse?|American|Chinese|Chinees|Canad\w+|Koreaa?ns?e?|"
        + @"Japa\w+|Brazil\w*|Indian?) (?:AI|artificial intelligence)[- ]?(?:basic |framework |basis)?(?:act|wet\w*|law|bill|regulation|"
        + @"verordening|rules|regels)\b|"
        + @"\b(?:AI[- ]?(?:law|act|wet|regels|rules)|AI-wetgeving) (?:in|van|of) (?:the |de |het )?(?:UK|US|USA|VK|VS|United Kingdom|United States|"
        + @"Verenigd\w*|China|Colorado|California|Californië|Canada|Japan|Korea|Brazil|Brazilië|India)\b|"
        + @"\b(?:UK|US|USA|China|Japan|Canada|VK|VS) (?:have|has|heeft|heb)\b.{0,20}\bAI\b|\b(?:"
        + Abroad
        + @")(?:'s)? (?:AI )?(?:laws?|act|wet\w*|wetgeving|rules|bill|statute)\b|\b(?:laws?|wet|wetgeving|regels|rules|statute)\b.{0,25}\b(?:in|of|"
        + @"van|uit) (?:the |de |het )?(?:"
        + Abroad
        + @")\b|\bin (?:"
        + Abroad
        + @")\b.{0,60}\b(?:wet\w*|laws?|regels|rules)\b.{0,20}\b(?:daar|there)\b",
        Options)]
    private static partial Regex ForeignAiLaw();

    // What is asked is what holds there, and the AI Act is not named.
    [GeneratedRegex(
        @"\b(?:obligations?|dut(?:y|ies)|requirements?|plicht\w*|verplicht\w*|eisen|allowed|toegestaan|verboden|prohibited|apply|applies|geldt|"
        + @"gelden)\b.{0,20}\b(?:in|voor|for) (?:the |de |het )?(?<place>"
        + Abroad
        + @")\b\W*$",
        Options)]
    private static partial Regex ForeignDuties();

    [GeneratedRegex(
        @"\b(?:aandelen|stocks?|beleggen|invest(?:ing|eren)? in|uitgevonden|invented|bedacht|beste AI|best AI|welke AI-?tool is|which AI tool (?:is|should)|scriptie|thesis|(?:mijn|my|"
        + @"help me with) (?:huiswerk|homework)|bijles|GPU|videokaart|neura(?:al|le) netwerk\w* werk\w*|how (?:does|do) (?:ChatGPT|"
        + @"a neural network|neural networks|an? LLM|transformers?|machine learning)\b.{0,20}\bwork|hoe werkt (?:ChatGPT|een neuraal netwerk|"
        + @"een taalmodel|machine learning|AI)\b|(?:beter|better|smarter|slimmer|sneller|faster|goedkoper|cheaper)\b.{0,40}\b(?:ChatGPT|Claude|"
        + @"Gemini|Copilot|GPT\S*|Llama|Mistral)|(?:ChatGPT|Claude|Gemini|Copilot|Llama|Mistral)\b.{0,20}\b(?:beter|better|smarter|slimmer|sneller|"
        + @"faster|goedkoper|cheaper)|how many parameters (?:does|do|has|have)|hoeveel parameters (?:heeft|hebben)|(?:what is|wat is|how does|"
        + @"hoe werkt)(?: an?| een| the| de)? (?:transformer|embedding|token\w*|backpropagation|context window|attention mechanism|"
        + @"diffusion model)|ben (?:jij|je|u) (?:een |echt |wel )*(?:mens|robot|bot|computer|AI|ChatGPT|levend|bewust)|heb (?:jij|je) (?:gevoel\w*|"
        + @"emoties)|are you (?:an? |really |actually )*(?:human|robot|bot|machine|real|alive|conscious|sentient|person|AI|ChatGPT)|"
        + @"do you (?:have (?:feelings|emotions)|feel|sleep|dream|love)|gaat AI .{0,30}(?:banen|werk) overnemen|will AI take|bewustzijn|"
        + @"conscious)\b",
        Options)]
    private static partial Regex OtherAiSubject();

    [GeneratedRegex(
        @"\b(?:wat kost\w*(?! het (?:een|de|ons|mij|je|als))|wat gaat .{1,40} kosten|hoeveel kost\w*|hoe duur|prijs|abonnement|cost per|what (?:does|do|would|will) .{1,60}\bcosts?|"
        + @"how much (?:does|do|is|would|will) .{1,60}\b(?:cost|licen[cs]e|subscription)|how expensive|price of)\b",
        Options)]
    private static partial Regex Price();

    [GeneratedRegex(
        @"\b(?:boetes?|sancties?|overtred\w*|overtreed\w*|schend\w*|niet[- ]nalev\w*|verboden|regels|test\w*omgeving\w*|sandbox\w*|keuring\w*|gekeurd|"
        + @"beoordeling\w*|instantie\w*|certifica\w*|registr\w*|conformiteit\w*|vergunning\w*|te laat|fines?|penalt\w+|break\w*|breach\w*|"
        + @"violat\w*|infring\w*|non-?complian\w*|compl(?:y|iance)|prohibited|banned|rules|assess\w*|notified|certif\w*|regist\w*|conformity|"
        + @"(?:een|ons|mij|je|us|me|you) als|if (?:we|I|you)|als (?:we|wij|ik|je))\b",
        Options)]
    private static partial Regex CostUnderTheAct();

    [GeneratedRegex(
        @"\b(?:gisteren|yesterday|vorige week|last week|in het nieuws|in the news|laatste nieuws|latest news|(?:wordt|zal|gaat|will|"
        + @"is)\b.{0,30}\b(?:AI[- ]?act|AI[- ]?verordening|(?:the|this) (?:law|act)|(?:de|deze) wet)\b.{0,20}\b(?:ingetrokken|afgeschaft|geschrapt|"
        + @"repealed|abolished|scrapped|withdrawn)|al (?:iemand|een bedrijf|ooit|eens) .{0,20}(?:beboet|boete|veroordeeld)|(?:already|ever|anyone|"
        + @"any company) (?:been )?(?:fined|convicted|sanctioned)|been fined (?:yet|already)|(?:beurs|stock) ?(?:koers|price))\b",
        Options)]
    private static partial Regex News();

    [GeneratedRegex(
        @"\b(?:mag|mogen|moet|moeten|hoef\w*|verplicht\w*|verbod\w*|verboden|toegestaan|recht\w*|wet\w*|regel\w*|risico\w*|boetes?|sancties?|"
        + @"toezicht\w*|melden|gemeld|vereist\w*|eis\w*|klacht\w*|registr\w+|plicht\w*|voldoen|verantwoordelijk\w*|aansprakelijk\w*|must|may|"
        + @"have to|allowed|requir\w+|dut(?:y|ies)|obligat\w+|obliged|laws?|legal\w*|illegal|rules?|risks?\w*|fines?|penalt\w+|compl(?:y|ies|iant|"
        + @"iance)|report\w*|regist\w+|supervis\w+|regulat\w+|prohibit\w*|ban(?:ned)?|forbidden|rights?|complain\w*|liable|consent|disclose|"
        + @"label\w*)\b",
        Options)]
    private static partial Regex LegalWords();

    [GeneratedRegex(
        @"\b(?:syste(?:em|men|ms?)|software\w*|tools?|apps?|model(?:len|s)?|producten?|products?|computers?|programma'?s?|data(?:sets?)?|"
        + @"trainings\w*|camera'?s?|webcam|leverancier|vendor|supplier|filters?)\b",
        Options)]
    private static partial Regex Product();

    [GeneratedRegex(
        @"\b(?:AI[- ]?act|AI[- ]?verordening|AI[- ]?wet|KI[- ]?verordening|AIA|artificial intelligence act|2024/1689|EU AI law|(?:the|this) Act|"
        + @"this (?:law|regulation)|(?:de|deze) verordening|deze (?:nieuwe )?wet|(?:hoofdstuk|chapter) (?:[IVX]{1,4}|\d{1,2}))\b",
        Options)]
    private static partial Regex TheAct();

    [GeneratedRegex(
        @"\b(?:hoog[- ]?risico\w*|hoge risico|high[- ]?risk|deployers?|gebruiksverantwoordelijke\w*|GPAI|general[- ]purpose|FRIA|"
        + @"fundamental rights impact|grondrechteneffectbeoordeling|effectbeoordeling op het gebied van grondrechten|AI-geletterdheid|AI literacy|"
        + @"conformiteitsbeoordeling|conformity assessment|bijlage (?:III|I)|annex (?:III|I))\b",
        Options)]
    private static partial Regex TermsOfTheAct();

    [GeneratedRegex(
        @"\b(?:naast|verhouding|verschil|samenloop|samenhang|tegelijk|beide|vervangt|in plaats van|nog steeds|ook nog|blijft|blijven|opzij|alongside|besides|relation|"
        + @"relationship|difference|overlap|both|replace|instead of|still apply|keeps? applying|sets? .{0,20}\baside|interplay|combine|together|hergebruiken|reuse|verwijzen|FRIA|"
        + @"grondrechten(?:toets|beoordeling)?)\b",
        Options)]
    private static partial Regex Relation();

    [GeneratedRegex(
        @"\b(?:volgens|onder|op grond van|krachtens|in|van|met|wat zegt|wat regelt|wat eist|verplicht|under|according to|of|by|does|what is|"
        + @"wat is|what are|explain|leg|on|over|about|aan|with|to|for|voor)(?: de| het| the)?\s*$",
        Options)]
    private static partial Regex AsSource();

    [GeneratedRegex(@"^\s*(?:-?boetes?|[- ]regels|[- ]eisen|fines?|rules|requirements|zegt|says?|eist|requires?|verplicht|compliance|duties|obligations)\b", Options)]
    private static partial Regex AsWhole();

    [GeneratedRegex(
        @"\b(?:AI|A\.I\.|KI|artificial|kunstmatige|artificiële|algoritmes?|algorithms?|algoritmische?|machine learning|chatbots?|voicebots?|"
        + @"deep ?fakes?|ChatGPT|GPT\w*|Copilot|Gemini|Claude|LLMs?|GPAI|taalmodel\w*|language models?|generatieve?|generative|deployers?|"
        + @"gebruiksverantwoordelijke\w*|hoog[- ]?risico\w*|high[- ]?risk|biometri\w+|gezichtsherkenning\w*|face recognition|facial recognition|"
        + @"emotieherkenning|emotion recognition|conformiteitsbeoordeling|conformity assessment|AI-\w+)\b",
        Options)]
    private static partial Regex Subject();
}
