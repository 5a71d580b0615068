using System.Text.RegularExpressions;

namespace AiActBot.Assistant;

/// <summary>Recognises text that tells the assistant what to be or to do, instead of asking it something.</summary>
internal static partial class Instructions
{
    public static bool IsIn(string text) =>
        OtherRules().IsMatch(text) || OtherSpeaker().IsMatch(text) || OtherRole().IsMatch(text) || GivenWords().IsMatch(text)
        || AboutItself().IsMatch(text) || Action().IsMatch(text) || ForWhoReadsIt().IsMatch(text)
        || OtherPeoplesFiles().IsMatch(text) || Encoded().IsMatch(text) || DigitsForLetters().Count(text) > 1;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    // "Ignore what you were told", in its many forms.
    [GeneratedRegex(
        @"\b(?:negeer|vergeet|ignore|disregard|forget|override|omzeil|bypass|schakel|zet|disable|turn off|skip|sla)\b.{0,50}\b(?:instructies?|"
        + @"instructions?|regels|rules|prompts?|vorige|previous|prior|above|hierboven|eerdere|earlier|beperkingen|restrictions|limits|guidelines|"
        + @"richtlijnen|filters?|veiligheid\w*|safety|safeguards?|de wet|the law)\b(?! (?:van|voor|of|for|in) )|"
        + @"\b(?:nieuwe|new|updated|bijgewerkte|extra|aanvullende|additional|geheime|secret|hidden|verborgen|hogere|"
        + @"higher)[- ](?:priority )?(?:instructies?|instructions?|opdracht(?:en)?|orders?|commands?|prompt)\b",
        Options)]
    private static partial Regex OtherRules();

    // Markup and labels that pretend that somebody else than the person speaks.
    [GeneratedRegex(
        @"</?\s*(?:system|assistant|user|question|vraag|instructions?|instructies?|prompt|context|document|bron|source|inst)\b[^>]*>|"
        + @"\[/?\s*(?:INST|SYSTEM|SYSTEEM|ADMIN|ASSISTANT|USER)\b[^\]]*\]|<\||\|>|#{2,}\s*(?:system|systeem|instruct|new|nieuw)|"
        + @"(?:^|[.!?;>\])""'»]\s*)(?:system|systeem|admin|administrator|beheerder|developer|ontwikkelaar|assistant|assistent|operator|"
        + @"root)\s?(?:message|bericht|prompt|override|melding|note)?\s*[:>]|"
        + @"\b(?:opdracht|bevel|instructies?|instructions?|orders?|commands?|message|bericht|verzoek|request|namens|on behalf|(?:ik ben|I am|I'm|"
        + @"hier|this is|dit is|spreekt|speaking)) (?:(?:van|from|by|of) )?(?:de |het |the |your |je |jouw |jullie |een |an? )?(?:beheerder|"
        + @"admin\w*|ontwikkelaars?|developers?|systeembeheer\w*|system administrator|OpenAI|Microsoft|maker|creator|eigenaar van (?:deze|de) bot|"
        + @"bot owner)\b|\b(?:system|systeem)[ -]?prompt\b",
        Options)]
    private static partial Regex OtherSpeaker();

    [GeneratedRegex(
        @"\b(?:doe (?:maar )?alsof (?:je|jij|u)|pretend (?:to be|you|that you)|(?:(?<=^|[.!?:;,] )|(?<=\b(?:you|please|now|must|should|to|and|"
        + @"will) ))act as (?:if|an?|my|the)|acting as|(?<=^|[.!?] )pretend|doe alsof (?:de|het|er|alle)|(?:geef|give) (?:je|jou|u|"
        + @"you) (?:hierbij |de |an? |the )?(?:direct\w* )?(?:opdracht|order|bevel|instruct\w+)|(?:ik|I) (?:beveel|order|command|instruct) (?:je|"
        + @"jou|u|you)|you are now|you're now|jij bent nu|je bent nu|je bent vanaf|vanaf nu (?:ben|antwoord|reageer|spreek)|from now on,? (?:you|"
        + @"answer|reply|respond|act)|jailbreak\w*|(?:developer|DAN|god|debug|admin|beheer|test|ontwikkel)[- ]?mod(?:e|us)|role[- ]?play|rollenspel|"
        + @"speel (?:de rol|een)|play the (?:role|part)|in the role of|in de rol van|imagine (?:that )?you(?:'re| are)|stel je voor dat je|"
        + @"(?:vergeet|forget) (?:even )?(?:dat |that )?(?:je|jij|you)\b|(?:your|je|jouw) (?:character|personage)|(?:for|voor) (?:a|an|een|mijn|"
        + @"my) (?:novel|story|screenplay|film script|roman|verhaal|toneelstuk)|(?:laten we|let'?s|we gaan) (?:een |a )?(?:spel\w*|game|play)|"
        + @"take on the persona|gedraag je als|behave (?:like|as)|(?:without|zonder|geen) (?:any )?(?:restrictions?|beperkingen|filters?|censuur|"
        + @"censorship))\b",
        Options)]
    private static partial Regex OtherRole();

    // The answer is dictated, or its sources are to be left out.
    [GeneratedRegex(
        @"\b(?:repeat after me|(?:zeg|say|answer|antwoord)(?: maar| gewoon| just| simply| nu| dan)* (?:ja|nee|yes|no)\b(?! (?:of|or)\b)|(?:reply|"
        + @"answer|respond|antwoord|reageer)\w* (?:only|alleen|uitsluitend|just) (?:in|als|as)\b|zeg (?:mij )?na|antwoord (?:alleen|uitsluitend|"
        + @"enkel|slechts) met|(?:reply|answer|respond) (?:only|just|simply) (?:with|by)|say only|zeg alleen|(?:zeg|schrijf|vertel|meld|antwoord|"
        + @"say|write|state|tell (?:me|them|him|her)|answer|reply|conclude|concludeer)(?: (?:me|mij|ons|us|gewoon|simpelweg|maar|nu|just|simply|"
        + @"now|then|dan|in je antwoord))* (?:dat|that) (?:ons|onze|wij|we|our|ik|I|my|mijn|het|it|all|alles|alle|everything|everyone|iedereen|"
        + @"deze|this|the company|de AI)\b.{0,60}\b(?:is|zijn|are|mag|mogen|may|not|geen|niet|niets)|(?:antwoord|zeg|reageer|answer|reply|respond|"
        + @"say|tell me)\b.{0,40}\b(?:zonder|without) (?:any |enige )?(?:bron\w*|citat\w+|verwijzing\w*|disclaimers?|voorbehoud|sources?|"
        + @"citations?|citing|caveats?)|(?:zonder|without) (?:any |enige )?(?:bron\w*|citat\w+|sources?|citations?|"
        + @"citing)\b.{0,30}\b(?:antwoord\w*|zeg|answer|reply|say)|(?:begin|start|eindig|end)\b.{0,20}\b(?:antwoord\w*|answers?|reply|replies|"
        + @"reacties?) (?:met|with)|(?:je|jij|you|antwoord\w*|answer|leave out|omit|laat)\b.{0,25}\b(?:geen |no |out |the |de |all |"
        + @"alle )?(?:bronnen|bronvermelding\w*|sources|citations|citaten)\b.{0,20}\b(?:noemen|weg|achterwege|out|nodig|needed|necessary|and|en)\b|"
        + @"(?:leave out|omit|skip) (?:the |all |any )?(?:sources|citations))\b",
        Options)]
    private static partial Regex GivenWords();

    [GeneratedRegex(
        @"\b(?:reveal|onthul|print|toon|show|geef|give|vertel|tell|noem|list|herhaal|repeat|plak|paste|dump|output|wat (?:zijn|is|staat er in)|"
        + @"what (?:is|are|does)|vertaal|translate|summari[sz]e)\b.{0,30}\b(?:your|je(?! (?:een|het|de|dit|dat|deze|die|AI)\b)|jouw|"
        + @"jullie) (?:\w+ ){0,2}(?:instructions?|prompts?|instructies|configurat\w+|api|sleutel|key|regels|rules|guidelines|systeem\w*|"
        + @"wachtwoord\w*|passwords?)|\b(?:herhaal|repeat)\b.{0,15}\b(?:alles|everything|all)\b|"
        + @"\b(?:herhaal|repeat|toon|show|print|vertaal|translate|output)\b.{0,20}\b(?:alles|everything|de tekst|the text|all (?:the )?(?:text|"
        + @"words))\b.{0,20}\b(?:hierboven|above|hiervoor|before)",
        Options)]
    private static partial Regex AboutItself();

    // What the assistant is told to do to cases, registers and people: a question never changes anything.
    [GeneratedRegex(
        @"(?:^|[.!?;:,\n>)]\s*|\b(?:en|and|dan|then|daarna|vervolgens|afterwards?|after that|also|ook|please|graag|alsjeblieft|kun je|kan je|"
        + @"wil je|can you|could you|will you|now|nu|first|eerst|jij moet|je moet|you must|you should)\s+)(?:stuur|mail|e-?mail|verstuur|send|"
        + @"notify|informeer|inform|verwijder|wis|delete|erase|remove|drop|keur|approve|sluit|close|zet|set|mark|markeer|registreer|register|"
        + @"wijzig|change|update|cancel|annuleer|publiceer|publish|reset|verander|noem|forward|stuur|grant|voeg|add|put|save|store|bewaar|sla|"
        + @"plaats|sign|teken|onderteken|reject|wijs|assign|promote|verhoog|verlaag|schakel|disable|unsubscribe)\b(?!\s+(?:ik|wij|we|je|u|I|you|"
        + @"men|de|het)\b.{0,60}\?)(?=.{0,80}\b(?:iedereen|alle (?:medewerkers|collega'?s|klanten|leveranciers|distributeurs|openstaande|"
        + @"gebruikers|afdelingen|deelnemers)|everyone|everybody|all (?:staff|employees|customers|users|distributors|colleagues|open|recipients|"
        + @"cases|systems|suppliers)|the (?:whole|entire) (?:company|team|staff)|hele (?:bedrijf|team|afdeling)|dossiers?|(?:zaak|case|actie|"
        + @"action|system|systeem) (?:nr|nummer|number|no)?\.? ?\d+|cases?\b(?! (?:law|study))|corrective actions?|register|goedkeur\w*|"
        + @"goedgekeurd|approv\w+|afgesloten|afgehandeld|as (?:closed|done|approved|low|minimal)|herinnering\w*|reminders?|database|tabel|table|"
        + @"records?|mailbox|wachtwoord\w*|passwords?|account|beheerrechten|admin rights|manager|directeur|director|CEO|akkoord|toezichthouder|"
        + @"regulator|namens mij|on my behalf|(?:under|in) my name|right now|onmiddellijk door|(?:is|zijn|are) (?:over|cancelled|canceled|gesloten|"
        + @"afgelast|voorbij))\b)",
        Options)]
    private static partial Regex Action();

    // What others put to the assistant is theirs.
    [GeneratedRegex(
        @"(?:^|[.!?;:]\s+)(?:laat|toon|geef|open|show|give|print|list)\b.{0,40}\b(?:zaken|dossiers|gesprekken|vragen van|cases|conversations|chats|"
        + @"ze (?:allemaal )?zien|(?:show|give|list) them|them to me)\b(?!.{0,60}\b(?:artikel|article|bijlage|annex)\b)|(?:^|[.!?;:]\s+)show them\b",
        Options)]
    private static partial Regex OtherPeoplesFiles();

    // Text that speaks to whatever machine reads it.
    [GeneratedRegex(
        @"\b(?:(?:die|wie|who|that) (?:dit|this|deze tekst|this text) (?:lezen|leest|reads?|verwerk\w*|process\w*)|(?:note|notice|message|"
        + @"bericht|boodschap|opmerking) (?:to|for|aan|voor) (?:the |any |all |de |alle )?(?:AI|LLM|assistants?|assistenten|models?|chatbots?)|"
        + @"(?:doe|volg|voer uit) (?:precies )?wat er staat|do (?:exactly )?(?:what|as) (?:it|the \w+|this) says|carry (?:it|this|that) out|"
        + @"carry out (?:the following|what)|(?:and|en) (?:carry out|voer uit)(?=\s*:)|voer (?:dit|het|deze|dat) (?:\w+ )?uit|(?:act|proceed|process|"
        + @"answer|respond)\b.{0,30}\baccordingly|(?:admin|root|beheerders?)[- ]?(?:password|wachtwoord))\b",
        Options)]
    private static partial Regex ForWhoReadsIt();

    [GeneratedRegex(@"\b(?=\w{4})(?:[a-z]+[013457][a-z]\w*|[013457][a-z]{2}\w+)\b", Options)]
    private static partial Regex DigitsForLetters();

    [GeneratedRegex(
        @"\b(?=[A-Za-z0-9+/]*[0-9+/])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])[A-Za-z0-9+/]{32,}={0,2}(?![A-Za-z0-9])|"
        + @"\b(?:base ?64|rot ?13|decode|decodeer|ontcijfer|achterstevoren|backwards?|reversed?)\b.{0,60}\b(?:voer|uit|follow|execute|volg|do what|"
        + @"doe wat|instruct\w+|en doe|and do|obey)\b|(?:\b\w[ .\-_]){5,}\w\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Encoded();
}
